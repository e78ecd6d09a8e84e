"""The designer's form: what a code says and how it looks, as typed."""

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
from app.payloads.event import EVENT, local_times
from app.payloads.kind import Kind
from app.payloads.kinds import KINDS, kind_of
from app.payloads.wifi import OPEN
from app.qr.design import Design
from app.qr.look import Look
from app.qr.models import LINK, SECRET, QrCode
from app.web.forms import Form

GIVEN, LONGEST_LOGO = "given-", 512
ADDRESSES = frozenset({"url", "website"})  # fields of static codes whose address may come without https://
SWITCHES = ("logo",)
T = TypeVar("T")


class CodeForm(Form):
    """Fields: title, kind, link, name, version, logo_id, style_name, those of Design, of a kind with `given-`."""

    _kept = False  # the file that came along: encoding it again would cost as much again
    _secrets: Mapping[str, str] = MappingProxyType({})  # what the code is made of, and no page has
    kept_secrets: frozenset[str] = frozenset()

    @classmethod
    async def submitted(cls) -> CodeForm:
        return cls((await Form.submitted()).values)

    @classmethod
    def of(cls, code: QrCode) -> CodeForm:
        """The form filled from a code."""
        form = cls.dressed(Look(Design.of(code.design), code.logo), code.kind)
        form.values |= {"title": code.title, "version": str(code.version)}
        given = code.given | (local_times(code.given) if code.kind == EVENT.key else {})
        form.values |= {GIVEN + name: value for name, value in given.items() if name not in SECRET}
        return form

    def keep_secrets(self, code: QrCode) -> None:
        """Takes the secrets of a static code that nobody typed anew, such as the password of a network.

        `kept_secrets` are the names of their fields. A network that is open now has none.
        """
        names = {GIVEN + name for name in SECRET & code.given.keys() if code.given[name] and not self[GIVEN + name]}
        if code.kind == self["kind"] and self[f"{GIVEN}security"] != OPEN and not self.withheld & names:
            self.kept_secrets = frozenset(names)
            self._secrets = {**self._secrets, **{name: code.given[name.removeprefix(GIVEN)] for name in names}}

    def shown_again(self) -> None:
        """As Form.shown_again; the code is still drawn with what no page has."""
        secrets = {name: value for name, value in self.values.items() if value and not self.keeps(name)}
        self._secrets = {**self._secrets, **secrets}
        super().shown_again()

    @classmethod
    def dressed(cls, look: Look, kind: str = LINK) -> CodeForm:
        """An empty form with a look."""
        values = {name: _written(value) for name, value in look.design.as_dict().items()}
        return cls(values | {"kind": kind, "logo_id": str(look.logo.id) if look.logo else ""})

    def wear(self, changes: Mapping[str, object]) -> None:
        """Takes changes of a design, such as the mend of a verdict."""
        self.values |= {name: _written(value) for name, value in changes.items()}

    def put_on(self, look: Look) -> None:
        """Takes a look, logo and all, in the place of its own."""
        self.values |= type(self).dressed(look, self["kind"]).values | {"transparent": ""}

    @property
    def transparent(self) -> bool:
        """Whether the code has no background, whatever colour is typed beside that."""
        return bool(self["transparent"]) or (self.given("background") and not self["background"])

    @property
    def design(self) -> Design:
        """Refusals: those of Design.of, by field."""
        typed = {name: value for name, value in self.values.items() if name in Design.__dataclass_fields__}
        switches = {name: "on" if self[name] else "" for name in SWITCHES}
        if self.transparent:
            typed["background"] = ""
        return Design.of(typed | switches)

    @property
    def content(self) -> str:
        """What a static code of this form says. Refusals: those of its kind, by field."""
        return self._of_kind(Kind.encode)

    @property
    def filled(self) -> dict[str, str]:
        """What was filled in for a static code, as it is kept, its address completed. Refusals: those of its kind."""
        filled = self._of_kind(Kind.read)
        return filled | {name: add_scheme(filled[name]) for name in self._addresses if name in filled}

    def _of_kind(self, work: Callable[[Kind, dict[str, str]], T]) -> T:
        try:
            return work(kind_of(self["kind"]), self._given)
        except Refusal as refusal:
            refusal.field = GIVEN + refusal.field
            raise

    @property
    def _given(self) -> dict[str, str]:
        """The fields of its kind as they were typed."""
        typed = {**self.values, **self._secrets}
        return {name.removeprefix(GIVEN): value for name, value in typed.items() if name.startswith(GIVEN)}

    @property
    def _addresses(self) -> list[str]:
        """The fields of its kind that take a web address."""
        kind = KINDS.get(self["kind"])
        return [field.name for field in kind.fields if field.name in ADDRESSES] if kind else []

    @property
    def scheme_added(self) -> bool:
        """Whether the address of a static code came without the scheme that it has now."""
        typed = [self[GIVEN + name] for name in self._addresses]
        return any(add_scheme(address) != address for address in typed)

    async def look(self, account: Account) -> Look:
        """The look asked for; a logo that comes along is kept. Refusals: those of each field, and of pictures."""
        logo = await self._logo(account)
        return Look(self.design, logo)

    async def _logo(self, account: Account) -> Media | None:
        uploaded = (await request.files).get("picture")
        if uploaded and uploaded.filename and not self._kept:
            picture = await reencode(uploaded.read(), longest=LONGEST_LOGO, keep_alpha=True)
            media = await Media.keep(account, picture)
            self.values |= {"logo_id": str(media.id), "logo": "on"}
            self._kept = True
            return media
        return (await Media.hold(account.id, [self["logo_id"]])).get(self["logo_id"]) if self["logo_id"] else None

    def blame(self, refusal: Refusal) -> CodeForm:
        """Puts a refusal beside its field, and beside the other fields what is wrong with them, all at once."""
        for fault in (*self._faults(), refusal):
            super().blame(fault)
        return self

    def _faults(self) -> Iterator[Refusal]:
        for name in Design.__dataclass_fields__.keys() & self.values.keys() - set(SWITCHES):
            if not (name == "background" and self.transparent):
                try:
                    Design.of({name: self[name]})
                except Refusal as refusal:
                    yield refusal
        for field in KINDS[self["kind"]].fields if self["kind"] in KINDS else ():
            try:
                field.read(self._given)
            except Refusal as refusal:
                refusal.field = GIVEN + field.name
                yield refusal


def _written(value: object) -> str:
    return ("on" if value else "") if isinstance(value, bool) else str(value)

