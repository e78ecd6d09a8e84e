"""The input fields of a kind of static code: how a value is cleaned, bounded and validated."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from app.kernel import sensitive_form_fields, text
from app.kernel.destination import add_scheme, clean_url
from app.kernel.error_codes import document_code
from app.kernel.refusal import N_, Refusal, TooLong

Input = Literal["text", "textarea", "select", "checkbox", "date-time", "number", "url", "picture", "qris"]
CHECKED_VALUES = {"on", "1", "true", "yes"}
# Values of `autocomplete` (HTML, 4.10.18.7.1) and of `inputmode` by the name of a field.
AUTOCOMPLETE = {
    "first": "given-name",
    "last": "family-name",
    "company": "organization",
    "job": "organization-title",
    "mobile": "tel",
    "phone": "tel",
    "number": "tel",
    "email": "email",
    "website": "url",
    "url": "url",
    "street": "address-line1",
    "city": "address-level2",
    "region": "address-level1",
    "postcode": "postal-code",
    "country": "country-name",
}
INPUT_MODES = {
    "email": "email",
    "website": "url",
    "number": "tel",
    "mobile": "tel",
    "phone": "tel",
    "price": "numeric",
    "postcode": "numeric",
}

document_code(
    "INVALID_CONTENT",
    400,
    N_("A block contains a value that its kind does not accept; “field” names it."),
    N_("The message says what would be right."),
    form_status=422,
)


class InvalidContent(Refusal):
    """The base of all refusals of values for a static code."""

    code, says = "INVALID_CONTENT", N_("That cannot be put into a code.")


class MissingValue(InvalidContent):
    """A required field is empty."""

    says = N_("Please fill this in.")


class InvalidChoice(InvalidContent):
    """The value is none of the field's choices."""

    says = N_("Choose one from the list.")


class ControlCharacter(InvalidContent):
    """A verbatim value contains an invisible control character."""

    says = N_("There is an invisible character in it. Type it by hand instead of pasting.")


@dataclass(frozen=True, slots=True)
class Field:
    """One input of a form. `label` and `hint` are message ids to translate; `most` is the maximum length in characters.

    `choices` are pairs of a key and its label; an empty value selects the first. A `verbatim` value keeps its blanks
    and every character: they belong to a password, and a checksum counts them. A `secret` value is never put back into
    a form that is shown again; people have to type it anew.
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
            sensitive_form_fields.register_secret_field(self.name, self.label)

    @property
    def keyboard(self) -> str:
        """The value of HTML's `inputmode`, which selects a phone's keyboard; empty for the usual keyboard."""
        if self.input == "text":
            return INPUT_MODES.get(self.name, "")
        return {"url": "url", "number": "numeric"}.get(self.input, "")

    @property
    def attributes(self) -> dict[str, str | int]:
        """The attributes of the `<input>` or `<textarea>` that help people type: length, autocomplete, keyboard."""
        autocomplete = AUTOCOMPLETE.get(self.name, "off")
        extra = {"autocapitalize": "none", "spellcheck": "false"} if self.input == "qris" else {}
        return {"maxlength": self.most, "autocomplete": autocomplete, "inputmode": self.keyboard or "text", **extra}

    def read(self, values: Mapping[str, str]) -> str:
        """Clean and validate this field's value out of `values`.

        Returns "on" or "" for a checkbox, and a URL with https:// where it had no scheme. Raises: MissingValue,
        InvalidChoice, ControlCharacter, TooLong, those of `clean_url`; each names this field.
        """
        raw = values.get(self.name, "")
        if self.input == "checkbox":
            return "on" if raw[:20].strip().lower() in CHECKED_VALUES else ""
        cleaned = self._read_choice(raw.strip()) if self.choices else self._read_text(raw)
        if self.required and not cleaned.strip():
            raise MissingValue(field=self.name)
        return cleaned

    def _read_choice(self, key: str) -> str:
        """The key of a choice; the first one for an empty key. Raises: InvalidChoice."""
        if not key:
            return self.choices[0][0]
        if key not in dict(self.choices):
            raise InvalidChoice(field=self.name)
        return key

    def _read_text(self, raw: str) -> str:
        """A typed value, cleaned by the kind of input. Raises: TooLong, ControlCharacter, those of `clean_url`."""
        if self.input == "url":
            return self._read_url(raw)
        if self.verbatim:
            return self._read_verbatim(text.replace_surrogates(raw))
        return (text.clean_multiline if self.input == "textarea" else text.clean_line)(raw, self.most, self.name)

    def _read_url(self, raw: str) -> str:
        """A URL with a scheme, checked; empty for an empty value. Raises: those of `clean_url`, with this field's
        name.
        """
        try:
            return clean_url(add_scheme(raw)) if text.trim(raw) else ""
        except Refusal as refusal:
            refusal.field = self.name
            raise

    def _read_verbatim(self, raw: str) -> str:
        """A verbatim value, bounded but not cleaned. Raises: TooLong, ControlCharacter."""
        breaks = "\r\n" if self.input in {"textarea", "qris"} else ""
        if len(raw) > self.most:
            raise TooLong(field=self.name, most=self.most)
        if not text.is_single_line(raw.translate(dict.fromkeys(map(ord, breaks)))):
            raise ControlCharacter(field=self.name)
        return raw
