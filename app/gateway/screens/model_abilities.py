"""What a model can do, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from app.gateway.catalogue.ai_model import IMAGE, VIDEO
from app.kernel import i18n
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_

ABILITY_WORDS: Mapping[str, str] = {
    "tools": N_("tools"),
    "vision": N_("sees pictures"),
    "json": N_("JSON by a schema"),
    "reasoning": N_("thinks first"),
    "audio": N_("hears"),
    "responses": N_("Responses API"),
    "edit": N_("edits pictures"),
    "sound": N_("with sound"),
}


def ability_words(kind: str, abilities: Iterable[str], context: int, options: Mapping[str, Any]) -> list[str]:
    """Returns the abilities of a model of a kind, its context in tokens, and the sizes and seconds that it makes."""
    words = [_(ABILITY_WORDS[each]) for each in abilities if each in ABILITY_WORDS]
    if context:
        words.append(_("%(num)s context") % {"num": i18n.format_compact(context)})
    if kind in {IMAGE, VIDEO}:
        words += [*_range(options.get("seconds"), _("%(num)s seconds")), *_range(options.get("sizes"), "%(num)s px")]
    return words


def _range(values: Any, words: str) -> list[str]:
    """Returns the first and the last of some values in words; nothing for what is no list of them."""
    if not isinstance(values, list) or not values:
        return []
    first, last = str(values[0]), str(values[-1])
    span = first if first == last else _("%(first)s to %(last)s") % {"first": first, "last": last}
    return [words % {"num": span}]
