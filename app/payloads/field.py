"""What a kind of code asks for, and how an answer is read: tidied, measured, refused by its field."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from app.kernel import secret_fields, text
from app.kernel.destination import add_scheme, clean_url
from app.kernel.error_codes import document_code
from app.kernel.refusal import N_, Refusal, TooLong

Input = Literal["text", "textarea", "select", "checkbox", "date-time", "number", "url", "picture", "qris"]
TICKED = {"on", "1", "true", "yes"}
# What a browser knows of its owner, by the name of a field (HTML, 4.10.18.7.1), and the keyboards of phones.
FILLED_BY = {
    "first": "given-name", "last": "family-name", "company": "organization", "job": "organization-title",
    "mobile": "tel", "phone": "tel", "number": "tel", "email": "email", "website": "url", "url": "url",
    "street": "address-line1", "city": "address-level2", "region": "address-level1", "postcode": "postal-code",
    "country": "country-name",
}
KEYBOARDS = {"email": "email", "website": "url", "number": "tel", "mobile": "tel", "phone": "tel", "price": "numeric",
             "postcode": "numeric"}

document_code(
    "INVALID_CONTENT", 400, N_("A block holds what its kind cannot take; “field” names the place."),
    N_("The message says what would be right."), form_status=422)


class InvalidContent(Refusal):
    code, says = "INVALID_CONTENT", N_("That cannot be put into a code.")


class Missing(InvalidContent):
    says = N_("Please fill this in.")


class NotAChoice(InvalidContent):
    says = N_("Choose one of the list.")


class ControlCharacter(InvalidContent):
    says = N_("There is an invisible character in it. Type it by hand instead of pasting.")


@dataclass(frozen=True, slots=True)
class Field:
    """One input of a form: `label` and `hint` are to be translated, `most` counts characters.

    `choices` are keys and what to call them, the first one is taken when none is given. A `verbatim` text keeps its
    blanks and every letter as it came: a password's belong to it, a checksum counts them. A `secret` one is asked for
    again where a form that was not taken is offered once more.
    """

    name: str
    label: str
    hint: str = ""
    input: Input = "text"
    required: bool = False
    most: int = 200
    choices: tuple[tuple[str, str], ...] = ()
    verbatim: bool = False
    secret: bool = False

    def __post_init__(self) -> None:
        if self.secret:
            secret_fields.register(self.name, self.label)

    @property
    def keyboard(self) -> str:
        """The keyboard that a phone shows for it, as HTML's `inputmode` calls it; empty for the usual one."""
        if self.input == "text":
            return KEYBOARDS.get(self.name, "")
        return {"url": "url", "number": "numeric"}.get(self.input, "")

    @property
    def attributes(self) -> dict[str, str | int]:
        """The attributes of its `<input>` or `<textarea>` that help people type."""
        filled = FILLED_BY.get(self.name, "off")
        plain = {"autocapitalize": "none", "spellcheck": "false"} if self.input == "qris" else {}
        return {"maxlength": self.most, "autocomplete": filled, "inputmode": self.keyboard or "text", **plain}

    def read(self, values: Mapping[str, str]) -> str:
        """The answer, tidied; "on" or nothing for a checkbox, an address with https:// where it had no scheme.

        Refusals: Missing, NotAChoice, ControlCharacter, TooLong, those of `clean_url`. Each names this field.
        """
        raw = values.get(self.name, "")
        if self.input == "checkbox":
            return "on" if raw[:20].strip().lower() in TICKED else ""
        answer = self._chosen(raw.strip()) if self.choices else self._typed(raw)
        if self.required and not answer.strip():
            raise Missing(field=self.name)
        return answer

    def _chosen(self, key: str) -> str:
        if not key:
            return self.choices[0][0]
        if key not in dict(self.choices):
            raise NotAChoice(field=self.name)
        return key

    def _typed(self, raw: str) -> str:
        if self.input == "url":
            return self._address(raw)
        if self.verbatim:
            return self._as_it_is(text.whole(raw))
        return (text.prose if self.input == "textarea" else text.line)(raw, self.most, self.name)

    def _address(self, raw: str) -> str:
        try:
            return clean_url(add_scheme(raw)) if text.trimmed(raw) else ""
        except Refusal as refusal:
            refusal.field = self.name
            raise

    def _as_it_is(self, raw: str) -> str:
        breaks = "\r\n" if self.input in {"textarea", "qris"} else ""
        if len(raw) > self.most:
            raise TooLong(field=self.name, most=self.most)
        if not text.single_line(raw.translate(dict.fromkeys(map(ord, breaks)))):
            raise ControlCharacter(field=self.name)
        return raw
