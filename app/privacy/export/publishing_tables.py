"""The tables of publishing in an account's part of an export, without tokens and secrets of networks."""

from app.privacy.export.exported_table import ExportedTable, Rows
from app.privacy.export.post_file_members import member_names
from app.publishing.connections.connection import Connection
from app.publishing.files.post_file import PostFile
from app.publishing.planning.weekly_slot import WeeklySlot
from app.publishing.posts.post import Post, PostMedia
from app.publishing.posts.post_event import PostEvent
from app.publishing.posts.post_variant import PostVariant

ACCOUNT = {"account_id": "the account"}
INTERNAL = "used by the server itself"
SECRET = "a secret of the network's"  # noqa: S105 - a reason


async def _complete_files(rows: Rows) -> None:
    """Adds the path of each file in the archive, empty where the server has no file any more."""
    files = {file.id: file for file in await PostFile.filter(id__in=[row["id"] for row in rows])}
    for row in rows:
        names = member_names(files[row["id"]]) if row["id"] in files else {}
        row["path"] = next(iter(names), "")


PUBLISHING_TABLES = (
    ExportedTable(
        "connections.json",
        Connection,
        "id network server external_id username display_name picture_id kind manual scopes may_publish details "
        "access_ends_at refresh_ends_at state trouble revoke_state connected_by_id checked_at reminded_at paused_at "
        "disconnected_at created_at",
        "account_id",
        ACCOUNT | {"tokens": SECRET} | dict.fromkeys(("token_version", "refreshing_until", "version"), INTERNAL),
    ),
    ExportedTable("weekly_slots.json", WeeklySlot, "id connection_id weekday minute", "connection__account_id"),
    ExportedTable(
        "posts.json",
        Post,
        "id text campaign short_links utm planned_at zone counted_month source created_by_id submitted_at "
        "approved_by_id approved_at deleted_at created_at updated_at version",
        "account_id",
        ACCOUNT | {"search": "made of the other columns, to search in"},
        "created_at",
    ),
    ExportedTable("post_media.json", PostMedia, "id post_id file_id position alt", "post__account_id"),
    ExportedTable(
        "post_variants.json",
        PostVariant,
        "id post_id connection_id network server account_name text media reply options short_links link_in_reply "
        "planned_at queued due_at phase tries retry_at percent external_id permalink reply_state trouble trouble_code "
        "trouble_detail acted_by_id sent_at published_at reminded_at created_at updated_at",
        "account_id",
        ACCOUNT | {"fence": INTERNAL, "progress": "may hold addresses that only the server may write to"},
        "created_at",
    ),
    ExportedTable(
        "post_events.json", PostEvent, "id variant_id what trouble code detail status user_id at", "variant__account_id"
    ),
    ExportedTable(
        "post_files.json",
        PostFile,
        "id kind media_type filename size received sha256 width height milliseconds alt state trouble checked_by "
        "details uploaded_by_id created_at used_at",
        "account_id",
        ACCOUNT | {"poster": "the name of the file on the server"},
        "created_at",
        _complete_files,
    ),
)
