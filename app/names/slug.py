"""What a slug may look like, what it may not be, and how a fresh one is drawn."""

import re
import secrets
from collections.abc import Iterable

from app.kernel import text
from app.kernel.error_codes import document_code
from app.kernel.refusal import N_, Refusal

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
LENGTH, LONGEST = 7, 64
PATTERN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{2,63}")
TRAILING = re.compile(r"([A-Za-z0-9](?:[A-Za-z0-9_-]{0,62}[A-Za-z0-9])?)([_-]*)([^A-Za-z0-9\x00-\x1f\x7f-\x9f]{0,32})")
_WORDS = """
    about abuse acceptable-use account accounts admin administrator analytics api app apps assets auth billing bio
    blog bot bots contact cookies dash dashboard demo dev developer developers docs documentation domain domains
    download email error errors example faq favicon favicon.ico feature features feed feedback forgot health healthz
    help home id import info invite invoice kliqs kliqs-official legal link links login logout mail marketing me media
    metrics mobile my new null oauth official page pages partner password pay payment payments plan plans press
    preview pricing privacy processors profile qr readyz register report reset robots robots.txt root rss sample search
    security settings shop sign-in sign-out sign-up signin signout signup sitemap sitemap.xml spam staff static
    stats status store subscribe support system team terms test tos undefined unlock unsubscribe upgrade upload
    uploads user users verify webhook webhooks well-known www
"""
RESERVED = set(_WORDS.split())

document_code(
    "INVALID_SLUG", 400, N_("The slug has characters or a length we do not accept."),
    N_("Use 3 to 64 letters, digits, - or _, starting with a letter or digit."))
document_code(
    "RESERVED_SLUG", 400, N_("The slug is a reserved word."),
    N_("Choose another slug."))
document_code(
    "SLUG_ALREADY_EXISTS", 409, N_("The slug is taken, or held after it was renamed or deleted."),
    N_("Choose another slug, or leave it out and get a random one."))


class InvalidSlug(Refusal):
    code, field = "INVALID_SLUG", "slug"
    says = N_("Use 3 to 64 letters, digits, - or _, starting with a letter or digit.")


class ReservedSlug(Refusal):
    code, field, says = "RESERVED_SLUG", "slug", N_("That name is reserved. Choose another.")


class SlugTaken(Refusal):
    code, field, says = "SLUG_ALREADY_EXISTS", "slug", N_("%(name)s is taken. Try %(other)s.")

    def __init__(self, name: str) -> None:
        super().__init__(name=name, other=f"{name[:56]}-{draw(3)}")


class NameGivenAway(SlugTaken):
    """A link or page cannot come back under its name."""

    says = N_("%(name)s is taken by another link or page now. Give that one another name, then bring this one back.")


def reserve(words: Iterable[str]) -> None:
    """Adds words nobody may take: every first path segment of the app."""
    RESERVED.update(fold(word) for word in words if word)


def fold(raw: str) -> str:
    """The form in which names are compared: any case and width of the same letters is the same name.

    Of what is too long to be a name only the beginning is looked at, one character more than a name may have.
    """
    return text.caseless(raw, LONGEST + 1)


def lookup_key(raw: str) -> str:
    """The folded form by which a name is looked up, as a visitor wrote it; empty for what can be nobody's name.

    No name is empty. PostgreSQL refuses a NUL, and the ORM a text that is longer than the column.
    """
    folded = fold(raw)
    return folded if PATTERN.fullmatch(folded) else ""


def checked(raw: str) -> str:
    """The slug as typed, blanks and invisible characters at its ends gone. Refusals: ReservedSlug, InvalidSlug."""
    slug = text.trimmed(raw)
    if len(slug) > LONGEST:
        raise InvalidSlug
    if fold(slug) in RESERVED:
        raise ReservedSlug
    if not PATTERN.fullmatch(slug):
        raise InvalidSlug
    return slug


def without_punctuation(raw: str) -> list[str]:
    """The names that may be meant by one with the punctuation of a sentence or a chat behind it, the longest first.

    `promo).`, `promo,` and `promo”` are `promo`; `promo_*` is `promo_` or `promo`. None when more than 32 characters
    stand behind it, or letters, digits or control characters among them.
    """
    written = TRAILING.fullmatch(raw) if len(raw) <= 2 * LONGEST else None
    if written is None or any(char.isalnum() for char in written[3]):
        return []
    meant = dict.fromkeys((written[1] + written[2], written[1]))
    return [name for name in meant if name != raw and PATTERN.fullmatch(name)]


def draw(length: int = LENGTH) -> str:
    """A random slug without look-alikes (no 0 o 1 l i)."""
    return "".join(secrets.choice(ALPHABET) for _ in range(length))
