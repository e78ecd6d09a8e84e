"""Interprets the text that is typed or pasted into a field for a link: a URL, an account name or a phone number.

Every form uses this module. The JSON API accepts only URLs, by `clean_url`.
"""

from __future__ import annotations

import re
from ipaddress import IPv4Address
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from app.kernel import text
from app.kernel.destination import InvalidUrl, add_scheme, clean_url
from app.kernel.refusal import N_, Refusal
from app.links.known_sites import SITE_BY_WORD, SITES, site_of_url
from app.payloads import phone_number
from app.payloads.field import InvalidContent
from app.payloads.message import validate_email_address

MAX_LENGTH, MAX_TITLE_LENGTH = 200, 80  # characters of an input that is no URL; of a suggested title
SCHEME = re.compile(r"https?:", re.IGNORECASE)
HANDLE = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9._-]{0,58}[A-Za-z0-9_])?")
PHONE_NUMBER = re.compile(r"[(+\d][\d +().\-/\u00a0\u2010-\u2015\u2212]*")
SEPARATORS = re.compile(r":(?!//)")
MIN_DIGITS = 7
PLAIN_WORDS = re.compile(r"[A-Za-z]+(?:[-_][A-Za-z0-9]+)*")
SITES_TO_CHOOSE = (
    "instagram",
    "tiktok",
    "youtube",
    "x",
    "facebook",
    "threads",
    "telegram",
    "linkedin",
    "shopee",
    "tokopedia",
    "line",
)  # the sites to offer when an account name comes without a site


class SiteUnknown(InvalidUrl):
    """Raised for an account name without a site; `facts` holds the name, `SITES_TO_CHOOSE` the sites to offer."""

    says = N_("Which site is %(handle)s on?")


class NotWhatsApp(InvalidContent):
    """Raised for a WhatsApp account that is not a phone number."""

    field, says = "url", N_("WhatsApp needs a phone number, such as 0812-3456-789.")


class LinkInput(NamedTuple):
    """The URL as `clean_url` returns it, or empty; `site` is the key of its known site, or empty."""

    url: str
    site: str


def parse_link(raw: str, site: str = "", field: str = "url") -> LinkInput:
    """Converts an input to a link: a URL with or without a scheme, `@toko`, `ig toko`, `0812…`, or nothing.

    `site` is the key of the site that an account name belongs to, if the form knows it; a URL takes precedence over it.
    Raises, with `field` as their field: SiteUnknown for a name without a site, NotWhatsApp, those of
    `normalize_phone_number` and of `clean_url`.
    """
    typed = text.trim(raw)
    try:
        url = _url(typed, site) if typed else ""
    except Refusal as refusal:
        refusal.field = field
        raise
    return LinkInput(url, site_of_url(url))


def _url(typed: str, site: str) -> str:
    """The URL of a trimmed input that is not empty."""
    if SCHEME.match(typed) or len(typed) > MAX_LENGTH:
        return _fix_whatsapp(clean_url(typed))
    if is_phone_number(typed):
        return _whatsapp_url(typed)
    named_site, handle = _split_site(typed)
    if named_site:
        return _profile_url(handle, named_site)
    if (address := add_scheme(typed)) != typed and not typed.startswith("@"):
        return _fix_whatsapp(clean_url(address))
    handle = typed.lstrip("@")
    if not HANDLE.fullmatch(handle):
        return clean_url(add_scheme(typed))
    if not site:
        raise SiteUnknown(handle=f"@{handle}")
    return _profile_url(handle, site)


def is_phone_number(typed: str) -> bool:
    """Whether a text looks like a phone number: only digits and the separators that people put between them."""
    digits = sum(char.isdigit() for char in typed[:MAX_LENGTH])
    return digits >= MIN_DIGITS and bool(PHONE_NUMBER.fullmatch(typed[:MAX_LENGTH])) and not _ip_address(typed)


def is_email(typed: str) -> bool:
    """Whether a text is an email address."""
    try:
        return bool(validate_email_address(text.trim(typed[:MAX_LENGTH])))
    except Refusal:
        return False


def _ip_address(typed: str) -> bool:
    try:
        return bool(IPv4Address(typed))
    except ValueError:
        return False


def _split_site(typed: str) -> tuple[str, str]:
    """The site that is named before or after an account, and the account: `ig toko`, `@toko (Instagram)`."""
    words = SEPARATORS.sub(" ", typed).split()
    for word, rest in ((words[:1], words[1:]), (words[-1:], words[:-1])):
        if rest and (key := SITE_BY_WORD.get(word[0].strip("()").lower())):
            return key, " ".join(rest)
    return "", ""


def _profile_url(handle: str, site: str) -> str:
    """The URL of an account on a site; `handle` may also be a URL."""
    if site == "whatsapp":
        if not is_phone_number(handle):
            raise NotWhatsApp
        return _whatsapp_url(handle)
    name = handle.strip().lstrip("@").rstrip("/")
    if "/" in name or not HANDLE.fullmatch(name):
        return _fix_whatsapp(clean_url(add_scheme(handle)))
    return clean_url(SITES[site].profile.format(name))


def _whatsapp_url(typed: str) -> str:
    number = phone_number.normalize_phone_number(typed.replace("\u00a0", " "))
    return clean_url(SITES["whatsapp"].profile.format(number))


def _fix_whatsapp(url: str) -> str:
    """The URL; a local number in wa.me becomes international, because wa.me/0812… opens nothing."""
    parts = urlsplit(url)
    typed = unquote(parts.path.strip("/"))
    if parts.hostname != "wa.me" or not is_phone_number(typed):
        return url
    try:
        return parts._replace(path=f"/{phone_number.normalize_phone_number(typed)}").geturl()
    except Refusal:
        return url


def suggest_title(url: str) -> str:
    """Suggests a title for a link from its URL only: `Instagram @toko`, `Katalog november`, or the host."""
    parts = urlsplit(url)
    site = site_of_url(url)
    words = [text.cut_line(unquote(part, errors="replace"), MAX_LENGTH) for part in parts.path.split("/") if part]
    if site:
        return f"{SITES[site].name}{_account_suffix(words, site)}"[:MAX_TITLE_LENGTH]
    if words and PLAIN_WORDS.fullmatch(stem := words[-1].rpartition(".")[0] or words[-1]) and len(stem) <= 40:
        spaced = re.sub(r"[-_]+", " ", stem)
        return spaced[0].upper() + spaced[1:]
    return (parts.hostname or "").removeprefix("www.")[:MAX_TITLE_LENGTH]


def _account_suffix(words: list[str], site: str) -> str:
    """` @toko` if the URL is that of an account, with nothing after the name; otherwise empty."""
    pattern = [part for part in urlsplit(SITES[site].profile).path.split("/") if part]
    if not pattern or len(words) != len(pattern) or words[:-1] != pattern[:-1] or site in {"whatsapp", "discord"}:
        return ""
    prefix = pattern[-1].removesuffix("{}")
    name = words[-1].removeprefix(prefix)
    return f" @{name}" if words[-1].startswith(prefix) and HANDLE.fullmatch(name) else ""
