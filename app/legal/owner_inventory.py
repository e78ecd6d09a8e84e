"""Inventory rows for account owners and guests: their account and what they create."""

from app.accounts.guest import ABANDONED_AFTER
from app.accounts.models import Account, Membership
from app.accounts.user import User
from app.analytics.share import Share
from app.batch.models import KEPT_FOR as BATCHES_KEPT_FOR
from app.batch.models import Batch
from app.kernel.refusal import N_
from app.keys.idempotency_key import KEPT_FOR as ANSWERS_KEPT_FOR
from app.keys.models import ApiKey, DailyUsage, IdempotencyKey, KeyUsage, LoggedRequest, MonthlyUsage
from app.keys.usage import DAYS_KEPT_FOR
from app.legal.inventory_row import CONSENT, DELETED, OWNER, PUBLIC, SAFETY, SERVICE, WHILE_ACCOUNT, InventoryRow
from app.legal.link_inventory import LINK_ROWS
from app.links.lifecycle import RESTORABLE_FOR as LINKS_KEPT_FOR
from app.media.models import Media
from app.media.orphans import MIN_AGE as PICTURES_KEPT_FOR
from app.names.models import HOLD_PERIOD, Name
from app.pages.models import KEPT_FOR as PAGES_KEPT_FOR
from app.pages.models import Page
from app.pages.revision_history import MOST_REVISIONS, Revision
from app.plans.models import LimitWarning
from app.plans.plan_limits import PLANS
from app.privacy.bring_in.import_row import ImportRow
from app.privacy.bring_in.import_run import KEPT_FOR as IMPORTS_KEPT_FOR
from app.privacy.bring_in.import_run import ImportRun
from app.privacy.export.export import KEPT_FOR as EXPORTS_KEPT_FOR
from app.privacy.export.export import Export
from app.qr.models import QrCode
from app.qr.saved_style import SavedStyle
from app.team.audit_entry import KEPT_FOR as AUDIT_LOG_KEPT_FOR
from app.team.audit_entry import AuditEntry
from app.team.models import KEPT_FOR as INVITATIONS_KEPT_FOR
from app.team.models import Invitation

HOUR = 3600

OWNER_ROWS = (
    InventoryRow(
        "account",
        N_(
            "Your name, your picture, your email, your language, time zone and theme, if you enter them a user name, a "
            "phone number and an organisation, when you signed up and stated your age, and which version of these "
            "pages you have seen."
        ),
        N_("To know you again, to address you, and to write to you about your account."),
        WHILE_ACCOUNT,
        OWNER,
        SERVICE,
        {
            User: "email email_verified_at name language time_zone theme avatar_id avatar_file username phone "
            "organisation age_confirmed_at "
            "terms_seen created_at",
            Account: "name language time_zone onboarded_at created_at",
            Membership: "role created_at",
        },
    ),
    InventoryRow(
        "audit_log",
        N_(
            "Who did what in a workspace: the name of the member or of the API key, what was done and to which link, "
            "code, page, key or member, and when."
        ),
        N_("To show the owners of a workspace of several people who changed what."),
        N_("%(days)s days. The name of somebody who deletes their account is taken out at once."),
        N_("The owners of the workspace."),
        SERVICE,
        {AuditEntry: "person by_key act thing created_at"},
        {"days": AUDIT_LOG_KEPT_FOR.days},
    ),
    InventoryRow(
        "wishes",
        N_(
            "Which emails you want: when you agreed to news and to news of AI models, and since when you want none "
            "about limits, broken links or posts."
        ),
        N_("To send you what you want, and nothing else."),
        WHILE_ACCOUNT,
        OWNER,
        CONSENT,
        {User: "news_agreed_at ai_news_agreed_at limits_muted_at broken_links_muted_at posts_muted_at"},
    ),
    InventoryRow(
        "warnings",
        N_("Which limits we have told you of this month."),
        N_("To tell you of each once."),
        N_("Until the month is over."),
        N_("Nobody."),
        SERVICE,
        {LimitWarning: "month what share most"},
    ),
    InventoryRow(
        "plan",
        N_("Your plan, limits of your own, and how many links, keys and API requests a month you use."),
        N_("To hold the limits of the plan."),
        WHILE_ACCOUNT,
        OWNER,
        SERVICE,
        {
            Account: "plan_name operator_plan bought_plan plan_changes_at links_limit requests_limit links_used "
            "keys_used seats_used",
            MonthlyUsage: "month requests",
            KeyUsage: "month requests",
        },
    ),
    InventoryRow(
        "guests",
        N_("For a page or links made without an account: a hash of the save code, and the language."),
        N_("To let whoever has the save code change them and save them to an account."),
        N_("Until it is saved to an account. What nobody saves, changes or visits for %(days)s days is deleted."),
        OWNER,
        SERVICE,
        {Account: "guest_digest"},
        {"days": ABANDONED_AFTER.days},
    ),
    *LINK_ROWS,
    InventoryRow(
        "names",
        N_("The names of links and pages, those of old and deleted ones too."),
        N_("So that nobody can take over a name that you printed or shared."),
        N_("As long as it leads somewhere, then it is held for %(days)s days."),
        PUBLIC,
        SAFETY,
        {Name: "domain folded shown held_at printed"},
        {"days": HOLD_PERIOD.days},
    ),
    InventoryRow(
        "codes",
        N_("QR codes: what is in them, their design, logo and title, and designs you keep."),
        N_("To draw them again, and to tell their scans apart."),
        DELETED,
        OWNER,
        SERVICE,
        {
            QrCode: "mark title kind content given design grade deleted_at created_at updated_at search",
            SavedStyle: "name folded design chosen_at",
        },
        {"days": LINKS_KEPT_FOR.days},
    ),
    InventoryRow(
        "pages",
        N_("Bio pages: name, texts, links and look, as draft and as published, and earlier drafts."),
        N_("To show the page the way you made it, and to let you undo."),
        N_(
            "Until you delete it. For %(days)s days you can bring it back; of earlier drafts the last %(drafts)s are "
            "kept."
        ),
        PUBLIC,
        SERVICE,
        {
            Page: "slug title draft changed_what changed_at published number published_version published_at deleted_at "
            "created_at search",
            Revision: "content what created_at",
        },
        {"days": PAGES_KEPT_FOR.days, "drafts": MOST_REVISIONS},
    ),
    InventoryRow(
        "pictures",
        N_("Pictures you upload, drawn anew without what the camera wrote into them."),
        N_("To show them on pages and in QR codes."),
        N_("As long as something uses them, then %(hours)s hours."),
        PUBLIC,
        SERVICE,
        {Media: "media_type width height size file sha256 variants created_at"},
        {"hours": int(PICTURES_KEPT_FOR.total_seconds()) // HOUR},
        ("media", "cache"),
    ),
    InventoryRow(
        "batches",
        N_("Tables you send to make many QR codes at once, and the files made of them."),
        N_("To check the table with you and to hand you the files."),
        N_("%(hours)s hours."),
        OWNER,
        SERVICE,
        {Batch: "kind typed options codes done unread made_at packed_at failed_at created_at expires_at"},
        {"hours": int(BATCHES_KEPT_FOR.total_seconds()) // HOUR},
        ("batches",),
    ),
    InventoryRow(
        "exports",
        N_("Exports you ask for: when, how large, and the file with a copy of your data."),
        N_("To hand you a copy of what is stored."),
        N_("%(days)s days after it was made."),
        N_("You."),
        SERVICE,
        {Export: "size created_at ready_at failed_at expires_at"},
        {"days": EXPORTS_KEPT_FOR.days},
        ("exports",),
    ),
    InventoryRow(
        "imports",
        N_("Exports you bring in: the file, its rows with what became of each, and when."),
        N_("To check the file with you, and to undo what was brought in."),
        N_("%(days)s days."),
        OWNER,
        SERVICE,
        {
            ImportRun: "file_name size counts created_at checked_at started_at finished_at undo_started_at undone_at "
            "failed_at failure expires_at",
            ImportRow: "noun number source wanted name about verdict reason left_out made_at undo",
        },
        {"days": IMPORTS_KEPT_FOR.days},
        ("imports",),
    ),
    InventoryRow(
        "keys",
        N_(
            "API keys: their name, a hash, the first and last four characters, what they may do and from which "
            "networks, when they were made, last used, replaced and revoked, when they expire and when we wrote to "
            "you about it, who made them, and when they end after that person left."
        ),
        N_("To know your programs, and to let you see and revoke their keys."),
        WHILE_ACCOUNT,
        OWNER,
        SERVICE,
        {
            ApiKey: "name digest first_four last_four created_at last_used_at revoked_at ends_at scopes networks "
            "expires_at expiry_mailed_at replaced_at"
        },
    ),
    InventoryRow(
        "key_days",
        N_("How many API requests each of your keys made on each day."),
        N_("To show you which of your programs does how much."),
        N_("%(days)s days."),
        OWNER,
        SERVICE,
        {DailyUsage: "day requests"},
        {"days": DAYS_KEPT_FOR.days},
    ),
    InventoryRow(
        "api_requests",
        N_(
            "The log of your API requests: when, with which key, what was requested and answered, how long it took, "
            "and the network it came from, which is the first part of an IP address. Of what changes something also "
            "the bodies, without passwords, keys and other secrets. Nothing while the account is frozen."
        ),
        N_("To let you see what your programs do, and why something was refused."),
        N_("%(free)s days, on larger plans %(pro)s."),
        N_("The owners of the workspace and the operator."),
        SERVICE,
        {LoggedRequest: "request_id method route path status error ms network sent answer created_at"},
        {"free": PLANS["free"].requests_kept, "pro": PLANS["pro"].requests_kept},
    ),
    InventoryRow(
        "api_answers",
        N_(
            "For a POST of your programs with an Idempotency-Key: keyed hashes of the key and of the request, and our "
            "answer, encrypted."
        ),
        N_("To give a repeated request the same answer instead of doing it twice."),
        N_("%(hours)s hours."),
        OWNER,
        SERVICE,
        {IdempotencyKey: "digest fingerprint claim claimed_until status answer expires_at"},
        {"hours": ANSWERS_KEPT_FOR.days * 24},
    ),
    InventoryRow(
        "invitations",
        N_(
            "Invitations into a workspace: the email address, the role, who invited, and a hash of the link in "
            "the letter."
        ),
        N_("To let in whom you invite, and nobody else."),
        N_("Until it is accepted, declined or taken back; one that nobody answers, %(days)s days after its end."),
        OWNER,
        SERVICE,
        {Invitation: "email role digest created_at expires_at released_at"},
        {"days": INVITATIONS_KEPT_FOR.days},
    ),
    InventoryRow(
        "shares",
        N_("Which statistics you share by a secret address."),
        N_("To show them to whoever you give the address."),
        N_("Until you stop sharing."),
        N_("Everybody who has the address."),
        SERVICE,
        {Share: "scope created_at"},
    ),
)
