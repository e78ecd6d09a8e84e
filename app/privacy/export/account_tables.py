"""The tables of an account's part of an export."""

from __future__ import annotations

import orjson

from app.abuse.case import Case
from app.abuse.suspension import Suspension
from app.accounts.models import Account, Membership
from app.accounts.user import User
from app.analytics.share import Share
from app.audience.models import Subscriber
from app.batch.models import Batch
from app.keys.models import ApiKey, DailyUsage, KeyUsage, LoggedRequest, MonthlyUsage
from app.links.destination_check import DestinationCheck
from app.links.history.models import LinkChange
from app.links.models import Link
from app.links.tag import Tag
from app.links.utm.models import UtmTemplate
from app.media.models import Media
from app.names.models import Name
from app.pages.models import Page
from app.pages.revision_history import Revision
from app.plans.models import LimitWarning
from app.privacy.bring_in.import_run import ImportRun
from app.privacy.export.disclosure_tables import DISCLOSURE_TABLES
from app.privacy.export.exported_table import ExportedTable, Rows
from app.privacy.export.gateway_tables import GATEWAY_TABLES
from app.privacy.export.payment_tables import PAYMENT_TABLES
from app.privacy.export.picture_members import picture_path, seal_of_media
from app.privacy.export.publishing_tables import PUBLISHING_TABLES
from app.privacy.export.webhook_tables import WEBHOOK_TABLES
from app.qr.models import QrCode
from app.qr.saved_style import SavedStyle
from app.team.audit_entry import AuditEntry
from app.team.models import Invitation

SEARCH = {"search": "made of the other columns, to search in"}
OPERATORS = "the operator's decision about a report of abuse"


async def _complete_members(rows: Rows) -> None:
    """Adds the names and addresses of members."""
    users = {user.id: user for user in await User.filter(id__in=[row["user_id"] for row in rows])}
    for row in rows:
        user = users.get(row["user_id"])
        row |= {"name": user.name if user else "", "email": user.email if user else ""}


async def _complete_links(rows: Rows) -> None:
    """Replaces the hash of the password by whether there is one, reads the rules, and adds all names and the tags."""
    links = await Link.filter(id__in=[row["id"] for row in rows]).only("id").prefetch_related("names", "tags")
    by_id = {link.id: link for link in links}
    for row in rows:
        row["has_password"] = row.pop("password_hash") is not None
        row["rules"] = orjson.loads(row["rules"]) if row["rules"] else []
        link = by_id.get(row["id"])
        row["names"] = [name.shown for name in link.names] if link else []
        row["tags"] = sorted(tag.name for tag in link.tags) if link else []


async def _complete_codes(rows: Rows) -> None:
    """Adds the name that each dynamic code carries."""
    shown = dict(await Name.filter(id__in=[row["name_id"] for row in rows]).values_list("id", "shown"))
    for row in rows:
        row["name"] = shown.get(row.pop("name_id"), "")


async def _complete_pictures(rows: Rows) -> None:
    """Adds the path of each picture in the archive, and the seal by which this server knows it again."""
    by_id = {media.id: media for media in await Media.filter(id__in=[row["id"] for row in rows])}
    for row in rows:
        media = by_id.get(row["id"])
        row["path"] = picture_path(row["id"], row["media_type"])
        row["seal"] = await seal_of_media(media) if media else ""


ACCOUNT_TABLES = (
    ExportedTable(
        "account.json",
        Account,
        "id name language time_zone plan_name operator_plan bought_plan plan_changes_at links_limit requests_limit "
        "links_used keys_used seats_used posts_need_approval posts_paused_at links_stopped_at suspended_at "
        "suspended_until hidden_at frozen_at delete_at onboarded_at created_at",
        "id",
        {"guest_digest": "the hash of a secret"},
    ),
    ExportedTable(
        "members.json",
        Membership,
        "id user_id role created_at",
        "account_id",
        {"account_id": "the account"},
        complete=_complete_members,
    ),
    ExportedTable(
        "tags.json",
        Tag,
        "id name colour description",
        "account_id",
        {"account_id": "the account", "folded": "the name"},
    ),
    ExportedTable(
        "styles.json",
        SavedStyle,
        "id name design logo_id chosen_at",
        "account_id",
        {"account_id": "the account", "folded": "the name"},
    ),
    ExportedTable(
        "links.json",
        Link,
        "id short_code destination_url title description notes expires_at click_limit admitted followed scans "
        "last_followed_at password_hash forward_query redirect_status via_api tracked page_id page_block "
        "post_variant_id paused_at archived_at blocked_at blocked_why deleted_at created_at updated_at version rules "
        "ios_url android_url opens_at fallback_url next_url next_url_at append_path external_id preview_title "
        "preview_description preview_picture_id destination_checked",
        "account_id",
        {"account_id": "the account", **SEARCH},
        "created_at",
        _complete_links,
    ),
    ExportedTable(
        "destination_checks.json",
        DestinationCheck,
        "id link_id url due_at checked_at outcome status broken_at confirmed_at mailed_at created_at",
        "account_id",
        {"account_id": "the account", "host": "part of the address"},
    ),
    ExportedTable(
        "link_changes.json",
        LinkChange,
        "id link_id user_id through key_name creates changed_fields created_at",
        "link__account_id",
    ),
    ExportedTable(
        "utm_templates.json",
        UtmTemplate,
        "id name source medium campaign term content created_at",
        "account_id",
        {"account_id": "the account", "folded": "the name"},
    ),
    ExportedTable(
        "names.json",
        Name,
        "id domain shown link_id page_id held_at printed",
        "account_id",
        {"account_id": "the account", "folded": "the name as it is compared", "barred_by": OPERATORS},
    ),
    ExportedTable(
        "pages.json",
        Page,
        "id slug title draft changed_what changed_at published number published_version published_at views "
        "last_viewed_at blocked_at blocked_why deleted_at created_at version",
        "account_id",
        {"account_id": "the account", **SEARCH},
        "created_at",
    ),
    ExportedTable("revisions.json", Revision, "id page_id content what created_at", "page__account_id"),
    ExportedTable(
        "qr_codes.json",
        QrCode,
        "id link_id page_id name_id mark title kind content given design grade logo_id scans last_scanned_at "
        "deleted_at created_at updated_at version",
        "account_id",
        {"account_id": "the account", **SEARCH},
        "created_at",
        _complete_codes,
    ),
    ExportedTable(
        "media.json",
        Media,
        "id media_type width height size sha256 created_at",
        "account_id",
        {"account_id": "the account", "file": "the name of the file on the server", "variants": "smaller copies of it"},
        complete=_complete_pictures,
    ),
    ExportedTable(
        "subscribers.json",
        Subscriber,
        "id page_id email consent asked_consent language confirmed_at unsubscribed_at created_at",
        "account_id",
        {"account_id": "the account", "token_digest": "the hash of the subscriber's own secret", **SEARCH},
        "created_at",
    ),
    ExportedTable(
        "shares.json", Share, "id link_id tag_id scope created_at", "account_id", {"account_id": "the account"}
    ),
    ExportedTable(
        "batches.json",
        Batch,
        "id kind typed options codes done unread made_at packed_at failed_at created_at expires_at",
        "account_id",
        {"account_id": "the account"},
    ),
    ExportedTable(
        "api_keys.json",
        ApiKey,
        "id name made_by_id first_four last_four created_at last_used_at revoked_at ends_at scopes networks "
        "expires_at expiry_mailed_at replaced_at replaced_by_id parent_id",
        "account_id",
        {"account_id": "the account", "digest": "the hash of a secret"},
    ),
    ExportedTable(
        "invitations.json",
        Invitation,
        "id email role invited_by_id created_at expires_at released_at",
        "account_id",
        {"account_id": "the account", "digest": "the hash of a secret"},
    ),
    ExportedTable(
        "audit_log.json",
        AuditEntry,
        "id user_id person by_key act thing created_at",
        "account_id",
        {"account_id": "the account"},
        "created_at",
    ),
    ExportedTable("api_usage.json", MonthlyUsage, "id month requests", "account_id", {"account_id": "the account"}),
    ExportedTable("api_key_usage.json", KeyUsage, "id key_id month requests", "key__account_id"),
    ExportedTable("api_key_days.json", DailyUsage, "id key_id day requests", "key__account_id"),
    ExportedTable(
        "api_requests.json",
        LoggedRequest,
        "id key_id request_id method route path status error ms network sent answer created_at",
        "account_id",
        {"account_id": "the account"},
        "created_at",
    ),
    ExportedTable(
        "limit_warnings.json", LimitWarning, "id month what share most", "account_id", {"account_id": "the account"}
    ),
    ExportedTable(
        "imports.json",
        ImportRun,
        "id user_id file_name size counts created_at checked_at started_at finished_at undo_started_at undone_at "
        "failed_at failure done total expires_at",
        "account_id",
        {"account_id": "the account"},
    ),
    ExportedTable(
        "blocked.json",
        Case,
        "id link_id page_id name state kind reports signals opened_at changed_at decided_at reason note blocked_host "
        "stopped_account objection objected_at answer answered_at",
        "account_id",
        {
            "account_id": "the account",
            "urgency": "by how much the operator looks at it first",
            "content": "what the page showed, which is in pages.json",
            "decided_by_id": "the operator, who is another person",
            "before_state": "the state before the last decision",
            "version": "a counter",
        },
        "opened_at",
    ),
    ExportedTable(
        "suspensions.json",
        Suspension,
        "id level reason note begun_at until ended_at ending objection objected_at answer answered_at",
        "account_id",
        {"account_id": "the account", "decided_by_id": "the operator, who is another person", "version": "a counter"},
        "begun_at",
    ),
    *DISCLOSURE_TABLES,
    *WEBHOOK_TABLES,
    *PAYMENT_TABLES,
    *PUBLISHING_TABLES,
    *GATEWAY_TABLES,
)
