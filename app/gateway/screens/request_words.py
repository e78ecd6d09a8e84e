"""The sentences of a request: what it used, and how it ended."""

from __future__ import annotations

from collections.abc import Mapping

from app.gateway.metering.ai_request import HUNG_UP, RESERVED, AiRequest
from app.gateway.upstreams.usage import Usage
from app.kernel import i18n
from app.kernel.i18n import gettext as _
from app.kernel.i18n import ngettext
from app.kernel.refusal import N_

NO_ROUTE, BROKEN = 503, 500
REASONS: Mapping[str, str] = {  # by the error of a request's row
    "provider_unreachable": N_("The provider could not be reached."),
    "provider_timed_out": N_("The provider did not answer in time."),
    "malformed_answer": N_("The provider sent an answer that cannot be read."),
    "credential_refused": N_("The provider refused the key with which it was asked."),
    "unsupported_operation": N_("The provider of this model cannot do that."),
    "rate_limit_exceeded": N_("The provider took no more requests at that time."),
    "context_length_exceeded": N_("What was sent is longer than the model can read."),
    "content_filter": N_("The provider refused it because of its content rules."),
    "moderation_blocked": N_("The provider refused it because of its content rules."),
    "timed_out": N_("The provider did not finish it in time."),
    "cancelled": N_("You cancelled it."),
    "provider_moved": N_("The provider moved to another server before it was ready."),
}


def usage_summary(usage: Usage) -> str:
    """Returns what a request used, in few characters: `1,204 → 318`, `2 pictures`, `8 s`; "" for nothing."""
    if usage.milliseconds:
        return _("%(num)s s") % {"num": i18n.format_number(-(-usage.milliseconds // 1_000))}
    if usage.images:
        return ngettext("%(num)s picture", "%(num)s pictures", usage.images) % {"num": usage.images}
    if not usage.tokens:
        return ""
    return f"{i18n.format_number(usage.input_tokens)} → {i18n.format_number(usage.output_tokens)}"


def format_milliseconds(milliseconds: int) -> str:
    """Returns how long something took: `340 ms`, or `1.9 s` from a second on, so that nothing takes no time."""
    if milliseconds < 1_000:
        return _("%(num)s ms") % {"num": i18n.format_number(milliseconds)}
    return _("%(num)s s") % {"num": i18n.format_number(round(milliseconds / 1_000, 1))}


def used_words(usage: Usage) -> str:
    """Returns what a request used, in words, with the classes that have prices of their own; "" for nothing."""
    parts = []
    if usage.milliseconds or usage.images:
        parts.append(usage_summary(Usage(images=usage.images, milliseconds=usage.milliseconds)))
    if usage.input_tokens:
        classes = [(_("%(num)s cached"), usage.cached), (_("%(num)s of pictures"), usage.input_image)]
        parts.append(_with(_("%(num)s in"), usage.input_tokens, classes))
    if usage.output_tokens:
        classes = [(_("%(num)s of thinking"), usage.reasoning), (_("%(num)s of pictures"), usage.output_image)]
        parts.append(_with(_("%(num)s out"), usage.output_tokens, classes))
    return " · ".join(parts)


def _with(words: str, number: int, parts: list[tuple[str, int]]) -> str:
    """Returns a number with those of its parts that are not zero, in brackets."""
    shown = [text % {"num": i18n.format_number(part)} for text, part in parts if part]
    return words % {"num": i18n.format_number(number)} + (f" ({', '.join(shown)})" if shown else "")


def outcome_sentence(request: AiRequest, usage: Usage) -> str | None:
    """Returns the sentence on how a request ended and what that means for its price; None where all went well."""
    if request.state == RESERVED:
        return _("It is under way. What it costs is settled when it ends.")
    if request.status == HUNG_UP and request.error not in REASONS:
        return _hung_up(usage)
    if request.status in range(200, 400):
        return _("The provider did not say what it used, so Kliqs counted.") if request.estimated else None
    paid = _("You pay for what had reached you.") if request.cost else _("You pay nothing for it.")
    return f"{_reason(request)} {paid}"


def unknown_code(request: AiRequest) -> str:
    """Returns the provider's own code of what it refused, for those who look it up; "" where a sentence says it."""
    refused = request.status in range(400, HUNG_UP) and request.error not in REASONS
    return request.error if refused else ""


def _hung_up(usage: Usage) -> str:
    if not usage.output_tokens:
        return _("Your side closed the connection before the answer began.")
    number = usage.output_tokens
    words = ngettext(
        "Your side closed the connection after %(num)s token. You pay for it and not for the rest.",
        "Your side closed the connection after %(num)s tokens. You pay for those and not for the rest.",
        number,
    )
    return words % {"num": i18n.format_number(number)}


def _reason(request: AiRequest) -> str:
    """Returns why a request failed, in a sentence: by its error where that is known, otherwise by its status."""
    if sentence := REASONS.get(request.error):
        return _(sentence)
    if not (status := request.status):
        return _("Kliqs was stopped while it ran.")
    if status == BROKEN:
        return _("Something broke on our side.")
    if status == NO_ROUTE:
        return _("No provider of this model was available.")
    if status > BROKEN:
        return _("No provider answered as it should.")
    return _("The provider refused what was sent.")
