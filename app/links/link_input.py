"""What somebody means who types or pastes something where a link is asked: an address, an account's name, a number.

The one place that decides it, for every form of a person. The JSON API takes addresses only, by `clean_url`.
"""

from __future__ import annotations

import re
from ipaddress import IPv4Address
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from app.kernel import text
from app.kernel.destination import InvalidUrl, add_scheme, clean_url
from app.kernel.refusal import N_, Refusal
from app.links.known_sites import SITES, WORDS, site_of
from app.payloads import phone_number
from app.payloads.field import InvalidContent
from app.payloads.message import address

LONGEST, LONGEST_TITLE = 200, 80  # characters of what is no address; of a title that is proposed
SCHEME = re.compile(r"https?:", re.IGNORECASE)
HANDLE = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9._-]{0,58}[A-Za-z0-9_])?")
NUMBER = re.compile(r"[(+\d][\d +().\-/\u00a0\u2010-\u2015\u2212]*")
SEPARATORS = re.compile(r":(?!//)")
FEWEST_DIGITS = 7
PLAIN_WORDS = re.compile(r"[A-Za-z]+(?:[-_][A-Za-z0-9]+)*")
ASKED = ("instagram", "tiktok", "youtube", "x", "facebook", "threads", "telegram", "linkedin", "shopee", "tokopedia",
         "line")  # where an account may be whose site nobody told


class WhichSite(InvalidUrl):
    """`facts` has the account's name; `ASKED` are the sites to choose from."""

    says = N_("Which site is %(handle)s on?")


class NotWhatsApp(InvalidContent):
    field, says = "url", N_("WhatsApp needs a phone number, such as 0812-3456-789.")


class LinkInput(NamedTuple):
    """An address by `clean_url`, or nothing; `site` is the key of the known site it is of, or empty."""

    url: str
    site: str


def read_link(raw: str, site: str = "", field: str = "url") -> LinkInput:
    """The link that is meant by an address (with or without scheme), `@toko`, `ig toko`, `0812…`, or nothing.

    `site` is the key of the site that a name is on, where somebody has said so; an address goes before it. Refusals,
    by `field`: WhichSite for a name alone, NotWhatsApp, those of `number.tidied` and of `clean_url`.
    """
    typed = text.trimmed(raw)
    try:
        url = _url(typed, site) if typed else ""
    except Refusal as refusal:
        refusal.field = field
        raise
    return LinkInput(url, site_of(url))


def _url(typed: str, site: str) -> str:
    if SCHEME.match(typed) or len(typed) > LONGEST:
        return _mended(clean_url(typed))
    if is_number(typed):
        return _whatsapp(typed)
    named, handle = _named(typed)
    if named:
        return _profile(handle, named)
    if (address := add_scheme(typed)) != typed and not typed.startswith("@"):
        return _mended(clean_url(address))
    handle = typed.lstrip("@")
    if not HANDLE.fullmatch(handle):
        return clean_url(add_scheme(typed))
    if not site:
        raise WhichSite(handle=f"@{handle}")
    return _profile(handle, site)


def is_number(typed: str) -> bool:
    """Whether a text looks like a phone number: nothing but digits and what people put between them."""
    digits = sum(char.isdigit() for char in typed[:LONGEST])
    return digits >= FEWEST_DIGITS and bool(NUMBER.fullmatch(typed[:LONGEST])) and not _ip_address(typed)


def is_email(typed: str) -> bool:
    """Whether a text is an email address."""
    try:
        return bool(address(text.trimmed(typed[:LONGEST])))
    except Refusal:
        return False


def _ip_address(typed: str) -> bool:
    try:
        return bool(IPv4Address(typed))
    except ValueError:
        return False


def _named(typed: str) -> tuple[str, str]:
    """The site that a text names before or behind an account, and the account: `ig toko`, `@toko (Instagram)`."""
    words = SEPARATORS.sub(" ", typed).split()
    for word, rest in ((words[:1], words[1:]), (words[-1:], words[:-1])):
        if rest and (key := WORDS.get(word[0].strip("()").lower())):
            return key, " ".join(rest)
    return "", ""


def _profile(handle: str, site: str) -> str:
    """The address of an account on a site; `handle` may be an address all the same."""
    if site == "whatsapp":
        if not is_number(handle):
            raise NotWhatsApp
        return _whatsapp(handle)
    name = handle.strip().lstrip("@").rstrip("/")
    if "/" in name or not HANDLE.fullmatch(name):
        return _mended(clean_url(add_scheme(handle)))
    return clean_url(SITES[site].profile.format(name))


def _whatsapp(typed: str) -> str:
    return clean_url(SITES["whatsapp"].profile.format(phone_number.tidied(typed.replace("\u00a0", " "))))


def _mended(url: str) -> str:
    """The address; a number in one of wa.me as WhatsApp wants it: wa.me/0812… opens nothing."""
    parts = urlsplit(url)
    typed = unquote(parts.path.strip("/"))
    if parts.hostname != "wa.me" or not is_number(typed):
        return url
    try:
        return parts._replace(path=f"/{phone_number.tidied(typed)}").geturl()
    except Refusal:
        return url


def suggest_title(url: str) -> str:
    """A title for a link, out of its address alone: `Instagram @toko`, `Katalog november`, or the host."""
    parts = urlsplit(url)
    site = site_of(url)
    words = [text.line(unquote(part, errors="replace")[:LONGEST], LONGEST, "title")
             for part in parts.path.split("/") if part]
    if site:
        return f"{SITES[site].name}{_account(words, site)}"[:LONGEST_TITLE]
    if words and PLAIN_WORDS.fullmatch(stem := words[-1].rpartition(".")[0] or words[-1]) and len(stem) <= 40:
        spaced = re.sub(r"[-_]+", " ", stem)
        return spaced[0].upper() + spaced[1:]
    return (parts.hostname or "").removeprefix("www.")[:LONGEST_TITLE]


def _account(words: list[str], site: str) -> str:
    """` @toko`, where the address is that of an account and nothing below it."""
    form = [part for part in urlsplit(SITES[site].profile).path.split("/") if part]
    if not form or len(words) != len(form) or words[:-1] != form[:-1] or site in {"whatsapp", "discord"}:
        return ""
    prefix = form[-1].removesuffix("{}")
    name = words[-1].removeprefix(prefix)
    return f" @{name}" if words[-1].startswith(prefix) and HANDLE.fullmatch(name) else ""
