"""What the templates of files show: rows, states in words, sizes, and the page with all files of an account."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from quart import Response, request, url_for

from app.accounts import authentication
from app.kernel.i18n import gettext
from app.kernel.refusal import N_
from app.plans import quota
from app.plans.file_quota import in_units
from app.publishing.files import audit_sentences as _audit_sentences  # noqa: F401 - registers them
from app.publishing.files.file_kinds import STORED_ENDINGS
from app.publishing.files.form_fields import AttachedFile
from app.publishing.files.post_file import CHECKING, READY, REFUSED, REMOVED, UPLOADING, PostFile
from app.publishing.files.refused_file import TROUBLES
from app.publishing.networks.post_content import VIDEO
from app.web import htmx
from app.web.list_search import ListSearch, has_words
from app.web.pagination import page_or_first

STATES: Mapping[str, str] = {
    UPLOADING: N_("Not finished. Choose the same file again to go on where it stopped."),
    CHECKING: N_("Checking …"),
    READY: N_("Ready"),
    REFUSED: N_("Not taken"),
    REMOVED: N_("Removed 30 days after it was published. The small picture stays."),
}
UNCHECKED = N_(
    "This server cannot look into videos: length, size and codec are not checked, so a network may still refuse it."
)
TIMES, PAGE_SIZE = "\u00d7", 30


def facts_of(file: PostFile) -> str:
    """The duration, size in pixels and bytes of a file, as far as they are known: `0:34 · 1080 x 1920 · 41 MB`."""
    facts = []
    if file.milliseconds:
        minutes, seconds = divmod(round(file.milliseconds / 1000), 60)
        facts.append(f"{minutes}:{seconds:02}")
    if file.width:
        facts.append(f"{file.width}{TIMES}{file.height}")
    if codec := file.details.get("video"):
        facts.append(str(codec))
    return " · ".join([*facts, in_units(file.size)])


def state_in_words(file: PostFile) -> str:
    """What the state of a file means, in the reader's language."""
    if file.state == REFUSED:
        return f"{gettext(STATES[REFUSED])}: {gettext(TROUBLES.get(file.trouble, TROUBLES['broken']))}"
    return gettext(STATES[file.state])


def note_of(file: PostFile) -> str:
    """What a person should know of a file that is ready, in the reader's language; empty if nothing."""
    return gettext(UNCHECKED) if file.state == READY and file.kind == VIDEO and not file.checked_by else ""


def download_name(file: PostFile) -> str:
    """The name under which a file is saved: the one it came with, with the ending of what we keep."""
    stem = file.filename.rpartition(".")[0] or file.filename or str(file.id)
    return f"{stem}.{STORED_ENDINGS[file.media_type]}"


def helpers() -> dict[str, Any]:
    """The functions that templates/publishing/_file*.html use."""
    return {"facts_of": facts_of, "state_in_words": state_in_words, "note_of": note_of}


async def file_row(attached: AttachedFile, *, status: int = 200) -> Response:
    """Renders the row of a file in the form of a post."""
    return await htmx.render_response(
        "publishing/_file.html", status=status, attached=attached, files_then="", **helpers()
    )


async def file_state(file: PostFile) -> Response:
    """Renders the part of a row that changes while a file is uploaded and checked."""
    return await htmx.render_response("publishing/_file_state.html", file=file, **helpers())


async def load_files(search: ListSearch) -> dict[str, Any]:
    """Returns the context of one page of the list of the account's files, the newest first."""
    files = PostFile.filter(account=authentication.current_account())
    if search.q:
        files = files.filter(has_words(search.q, ["filename", "alt"]))
    page = await page_or_first(files, by="created_at", cursor=search.after, size=PAGE_SIZE)
    return {"rows": page.rows, "next": page.next, "search": search, **helpers()}


def search_of(args: Mapping[str, str]) -> ListSearch:
    """Returns the search of the list of files in these query parameters."""
    return ListSearch.of(url_for("post_files.list_files"), args)


async def files_page(*, status: int = 200, error: str = "") -> Response:
    """Renders the page with the files of the account."""
    account = authentication.current_account()
    return await htmx.render_response(
        "publishing/files.html",
        status=status,
        active="publishing",
        error=error,
        used=in_units(await PostFile.bytes_used(account)),
        limit=in_units(quota.plan_of(account).video_bytes),
        **await load_files(search_of(request.args)),
    )
