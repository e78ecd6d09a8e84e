"""The tables of the AI gateway in an account's part of an export, without credentials of providers."""

from app.gateway.catalogue.upstream import OwnUpstreamKey, Upstream
from app.gateway.contents.content_store import open_content
from app.gateway.contents.kept_content import KeptContent
from app.gateway.metering.ai_request import AiRequest, AiUsage
from app.gateway.metering.balance import AiBalance, AiLedgerEntry
from app.gateway.metering.limits_of_keys import AiBudget, AiKeyTerms
from app.gateway.videos.video import AiVideo
from app.kernel import encryption
from app.privacy.export.exported_table import ExportedTable, Rows

ACCOUNT = {"account_id": "the account"}
INTERNAL = "used by the server itself"
CONTENTS_AT_ONCE = 10  # rows, each of which may have some hundred thousand characters


async def _complete_contents(rows: Rows) -> None:
    """Adds what each request sent and got; null where it cannot be decrypted any more."""
    by_request = {kept.request_id: kept for kept in await KeptContent.filter(request_id__in=_ids(rows, "request_id"))}
    for row in rows:
        kept = by_request.get(row["request_id"])
        try:
            row["content"] = open_content(kept) if kept else None
        except encryption.Undecipherable:
            row["content"] = None


async def _complete_own_keys(rows: Rows) -> None:
    """Adds the name of the provider that each credential is for."""
    names = dict(await Upstream.filter(id__in=_ids(rows, "upstream_id")).values_list("id", "name"))
    for row in rows:
        row["upstream"] = names.get(row["upstream_id"], "")


def _ids(rows: Rows, name: str) -> list[object]:
    return [row[name] for row in rows]


GATEWAY_TABLES = (
    ExportedTable(
        "ai_requests.json",
        AiRequest,
        "id request_id key_id source model endpoint streamed own_key state reserved cost price usage estimated "
        "delivered status error tries first_ms whole_ms end_user created_at settled_at",
        "account_id",
        ACCOUNT | dict.fromkeys(("budget_ids", "rate_ids", "alive_at"), INTERNAL),
        "created_at",
    ),
    ExportedTable(
        "ai_contents.json",
        KeptContent,
        "request_id created_at ends_at",
        "account_id",
        ACCOUNT | {"sealed": "the ciphertext of `content`"},
        complete=_complete_contents,
        key="request_id",
        at_once=CONTENTS_AT_ONCE,
    ),
    ExportedTable(
        "ai_usage.json",
        AiUsage,
        "id day key_id source model requests failed input_tokens output_tokens images milliseconds cost",
        "account_id",
        ACCOUNT,
    ),
    ExportedTable(
        "ai_balance.json",
        AiBalance,
        "account_id bought of_plan plan_month reserved warn_below warned_at paused_at",
        "account_id",
        key="account_id",
    ),
    ExportedTable(
        "ai_ledger.json", AiLedgerEntry, "id kind amount cause note created_at", "account_id", ACCOUNT, "created_at"
    ),
    ExportedTable(
        "ai_budgets.json", AiBudget, "id key_id model most month used reserved warned_month", "account_id", ACCOUNT
    ),
    ExportedTable(
        "ai_key_terms.json",
        AiKeyTerms,
        "key_id parent_id customer requests_per_minute tokens_per_minute streams of_models models content_days "
        "paused_at paused_why calm_until",
        "account_id",
        ACCOUNT,
        key="key_id",
    ),
    ExportedTable(
        "ai_own_keys.json",
        OwnUpstreamKey,
        "id upstream_id last_four created_at",
        "account_id",
        ACCOUNT | {"credential": "a secret of the provider's"},
        complete=_complete_own_keys,
    ),
    ExportedTable(
        "ai_videos.json",
        AiVideo,
        "id key_id request_id model own_key upstream_id seconds size remixed_from status progress error_code "
        "error_message created_at completed_at ends_at",
        "account_id",
        ACCOUNT | {"route_id": INTERNAL},
        "created_at",
    ),
)
