"""The history of a link as its page shows it: who changed what, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson

from app.kernel import i18n
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_
from app.links.history.author import COMMAND, DOORS, JOB, VISITOR
from app.links.history.link_state import NAMES, PASSWORD, TAGS, TIMES
from app.links.history.models import LinkChange
from app.links.rule_editor.words import rules_text
from app.links.rules.column import read_rules

PAGE_SIZE = 20
LABELS = {
    "url": N_("Destination"),
    "slug": N_("Back-half"),
    NAMES: N_("Other names"),
    TAGS: N_("Tags"),
    "title": N_("Title"),
    "description": N_("Description"),
    "notes": N_("Notes"),
    "expires_at": N_("Expires"),
    "click_limit": N_("Click limit"),
    PASSWORD: N_("Password"),
    "forward_query": N_("Pass parameters on"),
    "redirect_status": N_("Redirect type"),
    "tracked": N_("Count visits"),
    "paused": N_("Paused"),
    "archived": N_("In the archive"),
    "deleted": N_("Deleted"),
    "blocked": N_("Blocked by the operator"),
    "rules": N_("Rules"),
    "ios_url": N_("iPhone and iPad"),
    "android_url": N_("Android"),
    "opens_at": N_("Opens"),
    "fallback_url": N_("After the end"),
    "next_url": N_("Next destination"),
    "next_url_at": N_("From when on"),
    "append_path": N_("Add the further path"),
    "external_id": N_("Id in your program"),
    "preview_title": N_("Title of the preview"),
    "preview_description": N_("Text of the preview"),
    "preview_picture_id": N_("Picture of the preview"),
    "destination_checked": N_("Check the destination"),
}
WITHOUT_MEMBER = {COMMAND: N_("The operator"), JOB: N_("Kliqs"), VISITOR: N_("A guest")}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that changed, in words; `hidden` is true for the password, of which nothing is kept."""

    label: str
    before: str
    after: str
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """A change as it is shown: who made it, the door in words, and the fields that changed."""

    change: LinkChange
    who: str
    door: str
    fields: list[FieldChange]


async def load_page(link_id: UUID, before: int | None = None) -> dict[str, Any]:
    """The context of one page of a history, newest first, after the change `before`; `newest` is its first change."""
    changes = LinkChange.of_link(link_id)
    newest = await changes.order_by("-id").first().values_list("id", flat=True)
    older = changes if before is None else changes.filter(id__lt=before)
    rows = await older.order_by("-id").limit(PAGE_SIZE + 1).prefetch_related("user")
    more = rows[PAGE_SIZE - 1].id if len(rows) > PAGE_SIZE else None
    return {"entries": [entry_of(row) for row in rows[:PAGE_SIZE]], "more": more, "newest": newest}


def entry_of(change: LinkChange) -> HistoryEntry:
    """A change in the reader's language; its user is fetched."""
    fields = [_field_change(field, pair) for field, pair in change.values.items()]
    return HistoryEntry(change, _who(change), _(DOORS.get(change.through, DOORS[JOB])), fields)


def _who(change: LinkChange) -> str:
    if change.key_name:
        return change.key_name
    user: Any = change.user
    if user:
        return str(user.name or user.email)
    return _(WITHOUT_MEMBER.get(change.through, N_("Somebody")))


def _field_change(field: str, pair: list[Any] | None) -> FieldChange:
    label = _(LABELS.get(field, field))
    if pair is None:
        return FieldChange(label, "", "", hidden=True)
    return FieldChange(label, value_in_words(field, pair[0]), value_in_words(field, pair[1]))


def value_in_words(field: str, value: Any) -> str:
    """A value of a field as people read it; empty for none."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if value is None or value in ("", []):
        return ""
    if field == "rules":
        return rules_text(read_rules(orjson.dumps(value).decode()))
    if field in TIMES:
        return i18n.format_datetime(datetime.fromisoformat(value))
    if field == "click_limit":
        return i18n.format_number(value)
    if field == "preview_picture_id":
        return _("a picture of your own")
    return ", ".join(value) if isinstance(value, list) else str(value)
