"""The names of a link: claims and releases its main name and its aliases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from tortoise.queryset import QuerySet

from app.kernel import text
from app.kernel.error_codes import document_code
from app.kernel.refusal import N_, InvalidRequest, Refusal
from app.names import slug as slugs
from app.names.models import NAMES_IN_USE_PER_LINK, Name

if TYPE_CHECKING:
    from app.accounts.models import Account

MAX_ALIASES = NAMES_IN_USE_PER_LINK - 1

document_code(
    "NAME_IS_PRINTED",
    409,
    N_("A QR code carries the name that would be taken from its link."),
    N_("Keep the name, or delete the QR code first."),
)


class NamedLink(Protocol):
    """The part of a link that naming needs; `short_code` is its main name."""

    id: UUID
    short_code: str

    @classmethod
    def filter(cls, **conditions: Any) -> QuerySet[Any]:
        """The same as on every Tortoise model."""


class TooManyAliases(InvalidRequest):
    """Raised for more than MAX_ALIASES aliases."""

    field, says = "aliases", N_("A link can have at most %(most)s other names.")


class NameOnQrCodes(Refusal):
    """Raised when a name would be released that QR codes carry."""

    code, field = "NAME_IS_PRINTED", "aliases"
    says = N_("QR codes carry the name %(slug)s, so it has to stay. Delete those codes first.")


def parse_aliases(typed: str) -> list[str]:
    """The names in a text such as `promo sale-11, sale`, without duplicates. Raises: TooManyAliases."""
    return clean_aliases(typed.replace(",", " ").split())


def clean_aliases(words: Iterable[str]) -> list[str]:
    """These names without blanks, empty ones and duplicates in another case. Raises: TooManyAliases."""
    trimmed = map(text.trim, words)
    names = list({slugs.fold_name(word): word for word in trimmed if word}.values())
    if len(names) > MAX_ALIASES:
        raise TooManyAliases(most=MAX_ALIASES)
    return names


async def claim_first_names(link: NamedLink, account: Account, slug: str, aliases: list[str]) -> None:
    """Claims the names of a new link, inside a transaction; an empty `slug` gives a random main name.

    Raises: those of Name.claim, with the form field of the name.
    """
    random_name = "" if slug else (await Name.claim_random(account, link.id, link.short_code)).shown
    await _set_main_name(link, slug or random_name)
    for folded, (shown, field) in _fields_by_name(slug or random_name, aliases).items():
        if folded != slugs.fold_name(random_name):
            await _claim(link, account, shown, field)


async def change_names(link: NamedLink, account: Account, slug: str, aliases: list[str] | None) -> None:
    """Makes `slug` the link's main name and `aliases` its aliases (None keeps them); inside a transaction.

    Released names are held; a main name that QR codes carry stays as an alias. Raises: those of Name.claim with the
    form field of the name, NameOnQrCodes.
    """
    current = {name.folded: name for name in await Name.on_domain().filter(link_id=link.id)}
    current_aliases = [name.shown for name in current.values() if name.folded != slugs.fold_name(link.short_code)]
    main_name = current.get(slugs.fold_name(link.short_code))
    printed_names = [main_name.shown] if main_name and main_name.printed else []
    requested = _fields_by_name(slug, printed_names + (current_aliases if aliases is None else aliases))
    for folded, (shown, field) in requested.items():
        if folded not in current:
            await _claim(link, account, shown, field)
        elif current[folded].shown != shown:
            await _respell(current[folded], shown, field)
    for folded in current.keys() - requested.keys():
        if not await current[folded].detach():
            raise NameOnQrCodes(slug=current[folded].shown)
    await _set_main_name(link, slug)


def _fields_by_name(slug: str, aliases: list[str]) -> dict[str, tuple[str, str]]:
    """The spelling and the form field of each name, by folded name.

    The order is sorted, so that two transactions that claim the same names cannot deadlock.
    """
    trimmed = [text.trim(alias) for alias in aliases]
    fields = {slugs.fold_name(alias): (alias, "aliases") for alias in trimmed}
    fields[slugs.fold_name(slug)] = (slug, "slug")
    return dict(sorted(fields.items()))


async def _claim(link: NamedLink, account: Account, shown: str, field: str) -> None:
    """Claims a name for the link. Raises: those of Name.claim."""
    with _with_field(field):
        await Name.claim(account, link.id, shown)


async def _respell(name: Name, shown: str, field: str) -> None:
    """Changes the letter case of a name of the link. Raises: those of `slug.check_slug`."""
    with _with_field(field):
        await Name.filter(id=name.id).update(shown=slugs.check_slug(shown))


@contextmanager
def _with_field(field: str) -> Iterator[None]:
    """A context manager that sets the form field of a refusal."""
    try:
        yield
    except Refusal as refusal:
        refusal.field = field
        raise


async def _set_main_name(link: NamedLink, shown: str) -> None:
    """Sets the link's main name."""
    if shown != link.short_code:
        await type(link).filter(id=link.id).update(short_code=shown)
        link.short_code = shown
