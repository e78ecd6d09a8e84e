"""A link's names: the main one and its aliases, claimed and let go together."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from tortoise.queryset import QuerySet

from app.kernel import text
from app.kernel.error_codes import document_code
from app.kernel.refusal import N_, InvalidRequest, Refusal
from app.names import slug as slugs
from app.names.models import Name

if TYPE_CHECKING:
    from app.accounts.models import Account

MOST_ALIASES = 10

document_code(
    "NAME_IS_PRINTED", 409, N_("A QR code carries the name that would be taken from its link."),
    N_("Keep the name, or delete the QR code first."))


class NamedLink(Protocol):
    """A link as far as its names go; `short_code` is its main name."""

    id: UUID
    short_code: str

    @classmethod
    def filter(cls, **conditions: Any) -> QuerySet[Any]:
        """As of every model."""


class TooManyAliases(InvalidRequest):
    field, says = "aliases", N_("A link can have at most %(most)s other names.")


class NameIsPrinted(Refusal):
    code, field = "NAME_IS_PRINTED", "aliases"
    says = N_("QR codes carry the name %(slug)s, so it has to stay. Delete those codes first.")


def parse_aliases(typed: str) -> list[str]:
    """The names in `promo sale-11, sale`; each once. Refusals: TooManyAliases."""
    words = [text.trimmed(word) for word in typed.replace(",", " ").split()]
    names = list({slugs.fold(word): word for word in words if word}.values())
    if len(names) > MOST_ALIASES:
        raise TooManyAliases(most=MOST_ALIASES)
    return names


async def name_first(link: NamedLink, account: Account, slug: str, aliases: list[str]) -> None:
    """Gives a new link its names, the main one drawn when `slug` is empty; inside a transaction.

    Refusals: those of Name.claim, with the field that asked for the name.
    """
    drawn = "" if slug else (await Name.draw(account, link.id, link.short_code)).shown
    await _main(link, slug or drawn)
    for folded, (shown, field) in _wanted(slug or drawn, aliases).items():
        if folded != slugs.fold(drawn):
            await _claim(link, account, shown, field)


async def rename(link: NamedLink, account: Account, slug: str, aliases: list[str] | None) -> None:
    """Makes `slug` the link's main name and `aliases` (None: those it has) its others; inside a transaction.

    Names that fall away are held; a main name that QR codes carry stays as another one. Refusals: those of Name.claim,
    with the field that asked for the name, and NameIsPrinted.
    """
    have = {name.folded: name for name in await Name.filter(link_id=link.id)}
    others = [name.shown for name in have.values() if name.folded != slugs.fold(link.short_code)]
    before = have.get(slugs.fold(link.short_code))
    kept = [before.shown] if before and before.printed else []
    wanted = _wanted(slug, kept + (others if aliases is None else aliases))
    for folded, (shown, field) in wanted.items():
        if folded not in have:
            await _claim(link, account, shown, field)
        elif have[folded].shown != shown:
            await _respell(have[folded], shown, field)
    for folded in have.keys() - wanted.keys():
        if not await have[folded].drop():
            raise NameIsPrinted(slug=have[folded].shown)
    await _main(link, slug)


def _wanted(slug: str, aliases: list[str]) -> dict[str, tuple[str, str]]:
    """Each name once, with the field that asks for it; in one order for all, so that two who claim the same
    names at once wait for each other instead of locking up."""
    typed = [text.trimmed(alias) for alias in aliases]
    asked = {slugs.fold(alias): (alias, "aliases") for alias in typed}
    asked[slugs.fold(slug)] = (slug, "slug")
    return dict(sorted(asked.items()))


async def _claim(link: NamedLink, account: Account, shown: str, field: str) -> None:
    with _asked_by(field):
        await Name.claim(account, link.id, shown)


async def _respell(name: Name, shown: str, field: str) -> None:
    with _asked_by(field):
        await Name.filter(id=name.id).update(shown=slugs.checked(shown))


@contextmanager
def _asked_by(field: str) -> Iterator[None]:
    try:
        yield
    except Refusal as refusal:
        refusal.field = field
        raise


async def _main(link: NamedLink, shown: str) -> None:
    if shown != link.short_code:
        await type(link).filter(id=link.id).update(short_code=shown)
        link.short_code = shown
