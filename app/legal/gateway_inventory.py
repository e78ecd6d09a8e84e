"""Inventory rows for the AI gateway: requests to models, their content, credits, limits of keys, and videos."""

from app.gateway.catalogue.ai_model import AiModel, AiPrice
from app.gateway.catalogue.upstream import OwnUpstreamKey, Route, Upstream
from app.gateway.contents.kept_content import KeptContent
from app.gateway.metering.ai_request import AiRequest, AiUsage
from app.gateway.metering.balance import AiBalance, AiLedgerEntry
from app.gateway.metering.limits_of_keys import AiBudget, AiKeyTerms, AiRate
from app.gateway.metering.request_retention import RATES_KEPT
from app.gateway.notices.notice import AiNotice
from app.gateway.videos.video import AiVideo
from app.kernel.gateway_settings import LOG_DAYS, MOST_CONTENT_DAYS
from app.kernel.refusal import N_
from app.legal.inventory_row import OPERATOR, SERVICE, WHILE_ACCOUNT, InventoryRow

HOUR = 60  # minutes
MEMBERS = N_("The members of the workspace and the operator.")
OWNERS = N_("The owners of the workspace and the operator.")
LOGGED = N_(
    "%(days)s days, or as many as the operator has set instead; then only sums by day stay. Your export holds it."
)

GATEWAY_ROWS = (
    InventoryRow(
        "ai_requests",
        N_(
            "Requests to AI models: when, with which key or page, to which model and by which providers, how many "
            "tokens, pictures and seconds, what it cost and from which prices, how long it took, and whether it "
            "worked. Not what was written or answered."
        ),
        N_("To bill what was used, to hold limits, and to show you what your programs do."),
        LOGGED,
        MEMBERS,
        SERVICE,
        {
            AiRequest: "request_id source model endpoint streamed own_key state reserved cost price usage estimated "
            "budget_ids rate_ids delivered status error tries first_ms whole_ms created_at alive_at settled_at"
        },
        {"days": LOG_DAYS},
    ),
    InventoryRow(
        "ai_end_users",
        N_(
            "For whom of your own customers a request was, where your program says so: a hash made with a secret of "
            "the server, from which nobody finds the name; and for which customer you made a key, as you typed it."
        ),
        N_("So that you can see, hand over and erase what belongs to one of your customers."),
        N_(
            "The hash %(days)s days, or as many as the operator has set instead; the name as long as its key. You can "
            "erase a customer at any time."
        ),
        MEMBERS,
        SERVICE,
        {AiRequest: "end_user", AiKeyTerms: "customer"},
        {"days": LOG_DAYS},
    ),
    InventoryRow(
        "ai_contents",
        N_(
            "What a request to a model sent and got, encrypted. Only where the key says so; no key does by itself, and "
            "nothing is kept of requests from the dashboard or while the workspace is frozen."
        ),
        N_("So that you can look up what your program wrote and what the model answered."),
        N_(
            "As many days as the key says, at most %(most)s. Fewer days delete at once what is older. Your export "
            "holds what is there."
        ),
        N_(
            "The owners of the workspace. The operator one request at a time and with a reason, which your audit log "
            "and an email tell you before anything is read."
        ),
        SERVICE,
        {KeptContent: "sealed created_at ends_at"},
        {"most": MOST_CONTENT_DAYS},
    ),
    InventoryRow(
        "ai_usage",
        N_("How many requests, tokens, pictures and seconds each key used of each model on each day, and the cost."),
        N_("For limits, statements and charts."),
        WHILE_ACCOUNT,
        MEMBERS,
        SERVICE,
        {AiUsage: "day key_id source model requests failed input_tokens output_tokens images milliseconds cost"},
    ),
    InventoryRow(
        "ai_credits",
        N_(
            "Credits for AI models: what was bought, came with the plan, was paid back or corrected, what is left, "
            "what requests under way have reserved, and when you want to be told that little is left."
        ),
        N_("To bill requests, and to show you a statement that agrees with them."),
        WHILE_ACCOUNT,
        OWNERS,
        SERVICE,
        {
            AiBalance: "bought of_plan plan_month reserved warn_below warned_at paused_at",
            AiLedgerEntry: "kind amount cause note created_at",
        },
    ),
    InventoryRow(
        "ai_limits",
        N_(
            "What your keys may do with AI models: budgets and what is used of them, limits, allowed models, for how "
            "many days content is kept, whose sub-key it is, and whether and why it is paused."
        ),
        N_("To hold the limits that you set."),
        N_("As long as the key or the budget."),
        OWNERS,
        SERVICE,
        {
            AiBudget: "key_id model most month used reserved warned_month",
            AiKeyTerms: "requests_per_minute tokens_per_minute streams of_models models content_days paused_at "
            "paused_why calm_until",
        },
    ),
    InventoryRow(
        "ai_rates",
        N_("How many requests and tokens a key has used in the running minute, and how many requests are open."),
        N_("To hold limits by the minute."),
        N_("%(hours)s hours after the last request. It is not in exports, as it holds nothing but numbers."),
        OPERATOR,
        SERVICE,
        {AiRate: "key_id model minute requests tokens open"},
        {"hours": RATES_KEPT // HOUR},
    ),
    InventoryRow(
        "ai_own_keys",
        N_("Credentials of yours for providers of AI models, encrypted, and their last four characters."),
        N_("To send your requests to the provider in your name and at your cost there."),
        N_("Until you remove it. The credential itself is in no export, no page, no log and no answer of the API."),
        N_("Nobody sees the credential. The provider gets it with each request."),
        SERVICE,
        {OwnUpstreamKey: "credential last_four created_at"},
    ),
    InventoryRow(
        "ai_videos",
        N_(
            "Videos that a model makes for you: the model, length and size, how far it is, why it failed, and its id "
            "at the provider. Not what was asked for, and not the film: that stays at the provider for a short time."
        ),
        N_("To tell you how far it is, and to hand you the film."),
        LOGGED,
        MEMBERS,
        SERVICE,
        {
            AiVideo: "model own_key upstream_id seconds size remixed_from status progress error_code error_message "
            "created_at completed_at ends_at"
        },
        {"days": LOG_DAYS},
    ),
    InventoryRow(
        "ai_upstreams",
        N_("Providers of AI models that the operator has set up: address, region, and the credential, encrypted."),
        N_("To send requests there."),
        N_("As long as the operator keeps it; it says nothing of anybody."),
        OPERATOR,
        SERVICE,
        {Upstream: "name kind base_url credential region own_keys enabled_at created_at"},
    ),
)
GATEWAY_TECHNICAL = {
    AiRequest: "id account_id key_id",
    KeptContent: "request_id account_id",
    AiUsage: "id account_id",
    AiBalance: "account_id",
    AiLedgerEntry: "id account_id",
    AiBudget: "id account_id",
    AiKeyTerms: "key_id account_id parent_id",
    AiRate: "id account_id",
    OwnUpstreamKey: "id account_id upstream_id",
    AiVideo: "id account_id key_id request_id route_id",
    Upstream: "id",
    Route: "id model_id upstream_id upstream_model priority weight first_byte idle enabled_at failures open_until",
    AiModel: "id kind label maker policy_url abilities context max_output options margin enabled_at deprecated_at "
    "sunset_at successor created_at",
    AiPrice: "id model_id prices source created_at",
    AiNotice: "id kind model title_id title_en text_id text_en cause created_at mailed_at",
}
