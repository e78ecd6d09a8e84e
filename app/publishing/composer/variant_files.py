"""The files of a variant in the composer's form: its own choice and order of the files of the post.

On the tab of all, the fields are those of app/publishing/files/form_fields.py. On the tab of a variant, `use` is the id
of a file that is published there, once for each, in their order; the buttons `use-do` with `up <id>` and `down <id>`
move one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from werkzeug.datastructures import MultiDict

from app.publishing.files.form_fields import read_fields

if TYPE_CHECKING:
    from app.publishing.composer.form import ComposerForm

USE, USE_DO = "use", "use-do"


def read_files(form: ComposerForm, values: MultiDict[str, str]) -> None:
    """Reads the files of the post, or on the tab of a variant its choice among them; all in the post's order is none
    of its own.
    """
    draft, tab = form.draft, form.tab
    if tab is None:
        if "media" in values:
            fields = read_fields(values)
            form.draft = replace(draft, media={id: fields.alts.get(id, "") for id in fields.ids})
        return
    if "media" in values:
        everything = list(draft.media)
        own = moved([id for id in dict.fromkeys(values.getlist(USE)) if id in draft.media], values.get(USE_DO, ""))
        variant = replace(draft.variants[tab], media=None if own == everything else own)
        form.draft = replace(draft, variants={**draft.variants, tab: variant})


def moved(ids: list[str], act: str) -> list[str]:
    """Returns ids after `up <id>` or `down <id>`."""
    verb, _, id = act.partition(" ")
    if id not in ids or verb not in {"up", "down"}:
        return ids
    at = ids.index(id)
    rest = [each for each in ids if each != id]
    return [*rest[: (place := max(0, at + (1 if verb == "down" else -1)))], id, *rest[place:]]
