"""What the operator says of a new model, and the checks of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.gateway.catalogue.ai_model import ABILITIES, CHAT, EMBEDDING, KINDS, MAX_ID
from app.gateway.catalogue.margin import check_margin
from app.kernel.destination import clean_url
from app.kernel.refusal import N_, Faults, Refusal
from app.kernel.text import clean_line

ID = re.compile(rf"[A-Za-z0-9][A-Za-z0-9._:/-]{{0,{MAX_ID - 1}}}", re.ASCII)
SIZE = re.compile(r"[1-9]\d{1,4}x[1-9]\d{1,4}|auto", re.ASCII)
MOST_TOKENS, MOST_SECONDS, MOST_OPTIONS = 2**31 - 1, 3_600, 50
MAX_LABEL, MAX_MAKER, MAX_POLICY_URL = 80, 60, 300


class InvalidModelId(Refusal):
    """The id is too long, or has characters that no URL should have."""

    code, field = "INVALID_AI_MODEL", "model"
    says = N_("Name a model in letters, digits and . _ : / -, up to 80 of them, such as gpt-5-mini.")


class UnknownModelKind(Refusal):
    """The kind is none of KINDS."""

    code, field, says = "UNKNOWN_AI_KIND", "kind", N_("Choose what it makes.")


class UnknownAbility(Refusal):
    """The ability is none of ABILITIES."""

    code, field = "UNKNOWN_AI_ABILITY", "abilities"
    says = N_("%(ability)s is no ability. There are %(known)s.")


class TokensMissing(Refusal):
    """A model of text has no context, so that nothing could be reserved for a request."""

    code, field, says = "AI_TOKENS_MISSING", "context", N_("Say how many tokens the model takes.")


class AnswerTokensMissing(TokensMissing):
    """A model of chat has no longest answer, so that nothing could be reserved for a request."""

    field, says = "max_output", N_("Say how many tokens the model writes at most.")


class InvalidSize(Refusal):
    """A size of pictures or videos is not written as width and height."""

    code, field = "INVALID_AI_SIZE", "sizes"
    says = N_("Write each size as width and height in pixels, such as 1024x1024.")


class InvalidSeconds(Refusal):
    """A length of videos is no number of seconds."""

    code, field, says = "INVALID_AI_SECONDS", "seconds", N_("Write whole seconds from 1 to 3600, such as 4 8 12.")


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """What the operator says of a new model; the fields are those of AiModel."""

    id: str
    kind: str
    label: str
    maker: str
    policy_url: str = ""
    abilities: Sequence[str] = ()
    context: int = 0
    max_output: int = 0
    options: Mapping[str, Any] = field(default_factory=dict)
    margin: int = 0

    def columns(self) -> dict[str, Any]:
        """Returns the checked columns of AiModel. Raises: the refusals of this module; TooLong; InvalidUrl; all."""
        faults, texts = Faults.gather(), dict[str, str]()
        checks = (self._check_id, self._check_kind, self._check_abilities, self._check_context, self._check_answer)
        for check in checks:
            with faults.catching():
                check()
        with faults.catching():
            check_margin(self.margin)
        for name, typed, longest in (("label", self.label, MAX_LABEL), ("maker", self.maker, MAX_MAKER)):
            with faults.catching():
                texts[name] = clean_line(typed, longest, name)
        with faults.catching():
            texts["policy_url"] = _clean_policy_url(self.policy_url) if self.policy_url else ""
        faults.raise_if_any()
        same = {name: getattr(self, name) for name in ("kind", "context", "max_output", "margin")}
        return {**same, **texts, "abilities": [*self.abilities], "options": {**self.options}} | {
            "label": texts["label"] or self.id
        }

    def _check_id(self) -> None:
        if not ID.fullmatch(self.id):
            raise InvalidModelId

    def _check_kind(self) -> None:
        if self.kind not in KINDS:
            raise UnknownModelKind

    def _check_abilities(self) -> None:
        for ability in self.abilities:
            if ability not in ABILITIES:
                raise UnknownAbility(ability=ability, known=", ".join(ABILITIES))

    def _check_context(self) -> None:
        if self.kind in {CHAT, EMBEDDING} and not 0 < self.context <= MOST_TOKENS:
            raise TokensMissing

    def _check_answer(self) -> None:
        if self.kind == CHAT and not 0 < self.max_output <= MOST_TOKENS:
            raise AnswerTokensMissing


def media_options(sizes: Iterable[str], seconds: Iterable[int]) -> dict[str, Any]:
    """Returns the options of a model of pictures or videos, without those that are empty.

    Raises: InvalidSize, InvalidSeconds, all at once.
    """
    faults, widths, lengths = Faults.gather(), [*sizes][:MOST_OPTIONS], [*seconds][:MOST_OPTIONS]
    with faults.catching():
        if not all(SIZE.fullmatch(size) for size in widths):
            raise InvalidSize
    with faults.catching():
        if not all(1 <= number <= MOST_SECONDS for number in lengths):
            raise InvalidSeconds
    faults.raise_if_any()
    return ({"sizes": widths} if widths else {}) | ({"seconds": lengths} if lengths else {})


def _clean_policy_url(typed: str) -> str:
    """Returns the address of a privacy policy. Raises: TooLong, InvalidUrl, with its field."""
    try:
        return clean_line(clean_url(typed), MAX_POLICY_URL, "policy_url")
    except Refusal as refusal:
        raise type(refusal)(field="policy_url", says=refusal.says, **refusal.facts) from None
