"""The rules for slugs: allowed characters, reserved words, normalisation, and random generation."""

import re
import secrets
from collections.abc import Iterable

from app.kernel import text
from app.kernel.error_codes import document_code
from app.kernel.refusal import N_, Refusal

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
RANDOM_LENGTH, MAX_LENGTH = 7, 64
PATTERN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{2,63}")
TRAILING = re.compile(r"([A-Za-z0-9](?:[A-Za-z0-9_-]{0,62}[A-Za-z0-9])?)([_-]*)([^A-Za-z0-9\x00-\x1f\x7f-\x9f]{0,32})")
_WORDS = """
    about abuse acceptable-use account accounts admin administrator analytics api app apps assets auth billing bio
    blog bot bots contact cookies dash dashboard demo dev developer developers docs documentation domain domains
    download email error errors example faq favicon favicon.ico feature features feed feedback forgot health healthz
    help home id import info invite invoice kliqs kliqs-official legal link links login logout mail marketing me media
    metrics mobile my new null oauth official page pages partner password pay payment payments plan plans press
    preview pricing privacy processors profile publish qr readyz register report reset robots robots.txt root rss sample
    search security settings shop sign-in sign-out sign-up signin signout signup sitemap sitemap.xml spam staff static
    stats status store subscribe support system team terms test tos undefined unlock unsubscribe upgrade upload
    uploads user users verify webhook webhooks well-known www
"""
RESERVED = set(_WORDS.split())

document_code(
    "INVALID_SLUG",
    400,
    N_("The slug has characters or a length we do not accept."),
    N_("Use 3 to 64 letters, digits, - or _, starting with a letter or digit."),
)
document_code("RESERVED_SLUG", 400, N_("The slug is a reserved word."), N_("Choose another slug."))
document_code(
    "SLUG_ALREADY_EXISTS",
    409,
    N_("The slug is taken, or held after it was renamed or deleted."),
    N_("Choose another slug, or leave it out and get a random one."),
)


class InvalidSlug(Refusal):
    """The slug has a forbidden character or a wrong length."""

    code, field = "INVALID_SLUG", "slug"
    says = N_("Use 3 to 64 letters, digits, - or _, starting with a letter or digit.")


class ReservedSlug(Refusal):
    """The slug is a word that Kliqs needs itself, such as `login`."""

    code, field, says = "RESERVED_SLUG", "slug", N_("That name is reserved. Choose another.")


class SlugTaken(Refusal):
    """Another link or page has the slug, or holds it. Facts: name, and other, a similar slug."""

    code, field, says = "SLUG_ALREADY_EXISTS", "slug", N_("%(name)s is taken. Try %(other)s.")

    def __init__(self, name: str) -> None:
        super().__init__(name=name, other=f"{name[:56]}-{random_slug(3)}")


class NameTakenMeanwhile(SlugTaken):
    """A link or page cannot be restored under its name, because another one has it now."""

    says = N_("%(name)s is taken by another link or page now. Give that one another name, then bring this one back.")


def reserve_names(words: Iterable[str]) -> None:
    """Adds reserved words: the first path segment of every route of the app."""
    RESERVED.update(fold_name(word) for word in words if word)


def fold_name(raw: str) -> str:
    """Returns the form in which names are compared: differences of case and width do not matter.

    A text that is too long for a name is cut to one character more than a name may have.
    """
    return text.fold_identifier(raw, MAX_LENGTH + 1)


def lookup_key(raw: str) -> str:
    """Returns the folded form by which a visitor's spelling of a name is looked up; "" for what cannot be a name.

    No name is empty. PostgreSQL rejects a NUL, and the ORM a text longer than the column.
    """
    folded = fold_name(raw)
    return folded if PATTERN.fullmatch(folded) else ""


def check_slug(raw: str) -> str:
    """Returns the slug without blanks and invisible characters at its ends. Raises: ReservedSlug, InvalidSlug."""
    slug = text.trim(raw)
    if len(slug) > MAX_LENGTH:
        raise InvalidSlug
    if fold_name(slug) in RESERVED:
        raise ReservedSlug
    if not PATTERN.fullmatch(slug):
        raise InvalidSlug
    return slug


def names_before_punctuation(raw: str) -> list[str]:
    """Returns the possible names if the text is a name followed by punctuation of a sentence or chat, longest first.

    `promo).`, `promo,` and `promo”` give `promo`; `promo_*` gives `promo_` and `promo`. Empty if more than 32
    characters follow, or letters, digits or control characters.
    """
    match = TRAILING.fullmatch(raw) if len(raw) <= 2 * MAX_LENGTH else None
    if match is None or any(char.isalnum() for char in match[3]):
        return []
    names = dict.fromkeys((match[1] + match[2], match[1]))
    return [name for name in names if name != raw and PATTERN.fullmatch(name)]


def random_slug(length: int = RANDOM_LENGTH) -> str:
    """Returns a random slug without characters that look alike (0 o 1 l i)."""
    return "".join(secrets.choice(ALPHABET) for _ in range(length))
