"""The designer's form: the content and the design of a code, as typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import TypeVar

from quart import request

from app.accounts.models import Account
from app.kernel.destination import add_scheme
from app.kernel.refusal import Refusal
from app.media.models import Media
from app.media.reencode import reencode
from app.payloads.event import EVENT, datetime_local_values
from app.payloads.kind import PayloadKind
from app.payloads.registry import KINDS, get_kind
from app.payloads.wifi import OPEN
from app.qr.design import Design
from app.qr.look import Look
from app.qr.models import LINK, QrCode
from app.qr.search_text import SECRET_FIELDS
from app.web.forms import Form

FIELD_PREFIX, LONGEST_LOGO = "given-", 512
URL_FIELDS = frozenset({"url", "website"})  # fields of static codes whose URL may be typed without a scheme
SWITCHES = ("logo",)
Result = TypeVar("Result")


class CodeForm(Form):
    """Fields: title, kind, link, name, version, logo_id, style_name, those of Design, and those of a static kind with
    the prefix `given-`.
    """

    _logo_stored = False  # so that an uploaded file is re-encoded only once
    _secrets: Mapping[str, str] = MappingProxyType({})  # values that the code needs and no page may contain
    kept_secrets: frozenset[str] = frozenset()

    @classmethod
    async def submitted(cls) -> CodeForm:
        """The form of the current request."""
        return cls((await Form.submitted()).values)

    @classmethod
    def of(cls, code: QrCode) -> CodeForm:
        """A form filled with the values of a code."""
        form = cls.from_look(Look(Design.of(code.design), code.logo), code.kind)
        form.values |= {"title": code.title, "version": str(code.version)}
        field_values = code.given | (datetime_local_values(code.given) if code.kind == EVENT.key else {})
        form.values |= {FIELD_PREFIX + name: value for name, value in field_values.items() if name not in SECRET_FIELDS}
        return form

    def keep_secrets(self, code: QrCode) -> None:
        """Reuse the stored secrets of a static code, such as the password of a network, that were not typed again.

        `kept_secrets` are the names of their fields. A network without security has no password to keep.
        """
        stored = [name for name in SECRET_FIELDS & code.given.keys() if code.given[name]]
        names = {FIELD_PREFIX + name for name in stored if not self[FIELD_PREFIX + name]}
        if code.kind == self["kind"] and self[f"{FIELD_PREFIX}security"] != OPEN and not self.withheld & names:
            self.kept_secrets = frozenset(names)
            self._secrets = {**self._secrets, **{name: code.given[name.removeprefix(FIELD_PREFIX)] for name in names}}

    def withhold_secrets(self) -> None:
        """Remove secrets from the form as `Form.withhold_secrets`; they remain available for drawing the code."""
        secrets = {name: value for name, value in self.values.items() if value and not self.may_show_again(name)}
        self._secrets = {**self._secrets, **secrets}
        super().withhold_secrets()

    @classmethod
    def from_look(cls, look: Look, kind: str = LINK) -> CodeForm:
        """An otherwise empty form with the values of a look."""
        values = {name: _to_form_value(value) for name, value in look.design.as_dict().items()}
        return cls(values | {"kind": kind, "logo_id": str(look.logo.id) if look.logo else ""})

    def apply_changes(self, changes: Mapping[str, object]) -> None:
        """Apply changes of a design, such as the fix that a verdict proposes."""
        self.values |= {name: _to_form_value(value) for name, value in changes.items()}

    def apply_look(self, look: Look) -> None:
        """Replace the form's look, including the logo."""
        self.values |= type(self).from_look(look, self["kind"]).values | {"transparent": ""}

    @property
    def transparent(self) -> bool:
        """Whether the code has no background, regardless of the typed colour."""
        return bool(self["transparent"]) or (self.has("background") and not self["background"])

    @property
    def design(self) -> Design:
        """The design in the form. Raises: those of `Design.of`, each with its field."""
        typed = {name: value for name, value in self.values.items() if name in Design.__dataclass_fields__}
        switches = {name: "on" if self[name] else "" for name in SWITCHES}
        if self.transparent:
            typed["background"] = ""
        return Design.of(typed | switches)

    @property
    def content(self) -> str:
        """The content of a static code. Raises: those of its kind, each with its field."""
        return self._call_kind(PayloadKind.encode)

    @property
    def payload_values(self) -> dict[str, str]:
        """The values of a static code's fields as they are stored, with schemes added to URLs. Raises: those of its
        kind.
        """
        filled = self._call_kind(PayloadKind.read)
        return filled | {name: add_scheme(filled[name]) for name in self._url_fields if name in filled}

    def _call_kind(self, operation: Callable[[PayloadKind, dict[str, str]], Result]) -> Result:
        """Call `operation` with the kind and the values of its fields. Raises: those of `operation`, each with its
        field in this form.
        """
        try:
            return operation(get_kind(self["kind"]), self._field_values)
        except Refusal as refusal:
            refusal.field = FIELD_PREFIX + refusal.field
            raise

    @property
    def _field_values(self) -> dict[str, str]:
        """The values of the kind's fields as typed, including secrets."""
        typed = {**self.values, **self._secrets}
        return {
            name.removeprefix(FIELD_PREFIX): value for name, value in typed.items() if name.startswith(FIELD_PREFIX)
        }

    @property
    def _url_fields(self) -> list[str]:
        """The fields of the kind that take a URL."""
        kind = KINDS.get(self["kind"])
        return [field.name for field in kind.fields if field.name in URL_FIELDS] if kind else []

    @property
    def scheme_added(self) -> bool:
        """Whether a URL of a static code was typed without the scheme that was added to it."""
        typed = [self[FIELD_PREFIX + name] for name in self._url_fields]
        return any(add_scheme(address) != address for address in typed)

    async def look(self, account: Account) -> Look:
        """The look in the form; an uploaded logo is stored. Raises: those of `Design.of`, each with its field, and
        those of `reencode`.
        """
        logo = await self._load_logo(account)
        return Look(self.design, logo)

    async def _load_logo(self, account: Account) -> Media | None:
        """The uploaded logo, or else the stored one that the form names. Raises: those of `reencode`."""
        uploaded = (await request.files).get("picture")
        if uploaded and uploaded.filename and not self._logo_stored:
            picture = await reencode(uploaded.read(), longest=LONGEST_LOGO, keep_alpha=True)
            media = await Media.store(account, picture)
            self.values |= {"logo_id": str(media.id), "logo": "on"}
            self._logo_stored = True
            return media
        return (
            (await Media.protect_many(account.id, [self["logo_id"]])).get(self["logo_id"]) if self["logo_id"] else None
        )

    def blame(self, refusal: Refusal) -> CodeForm:
        """Show a refusal at its field, together with the faults of all other fields."""
        for fault in (*self._faults(), refusal):
            super().blame(fault)
        return self

    def _faults(self) -> Iterator[Refusal]:
        """The refusals of all fields of the design and of the kind."""
        for name in Design.__dataclass_fields__.keys() & self.values.keys() - set(SWITCHES):
            if not (name == "background" and self.transparent):
                try:
                    Design.of({name: self[name]})
                except Refusal as refusal:
                    yield refusal
        for field in KINDS[self["kind"]].fields if self["kind"] in KINDS else ():
            try:
                field.read(self._field_values)
            except Refusal as refusal:
                refusal.field = FIELD_PREFIX + field.name
                yield refusal


def _to_form_value(value: object) -> str:
    """A value of a design as a form sends it: `on` or nothing for a boolean."""
    return ("on" if value else "") if isinstance(value, bool) else str(value)
