"""The rules for a destination URL. They apply to links, page blocks, webhooks and every other URL that users enter."""

import ipaddress
import re
from urllib.parse import quote, urlsplit

import idna

from app.kernel import site, text
from app.kernel.error_codes import document_code
from app.kernel.global_address import is_global
from app.kernel.refusal import N_, Refusal

MAX_URL_LENGTH, MAX_HOST_LENGTH, MAX_LABEL_LENGTH = 2048, 253, 63
FORBIDDEN = re.compile("[\x00-\x20\x7f-\x9f\\\\\u2028\u2029]")
LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
BARE_HOST = re.compile(r"(?://)?[^/?#:@\s]+\.[^/?#:@\s]+(?::\d{1,5})?(?:[/?#]|$)")
UNQUOTED = "".join(chr(code) for code in range(0x21, 0x7F))

document_code(
    "INVALID_URL",
    400,
    N_("The destination is not a web address."),
    N_("Give a whole http or https address, at most 2,048 characters."),
)


class InvalidUrl(Refusal):
    """The text is not an http or https URL with a public host."""

    code, field, says = "INVALID_URL", "url", N_("That is not a web address.")


class MissingScheme(InvalidUrl):
    """The URL does not begin with http:// or https://."""

    says = N_("Start the address with http:// or https://")


class UrlTooLong(InvalidUrl):
    """The URL is longer than 2,048 characters."""

    says = N_("That address is longer than 2,048 characters.")


class OwnHostUrl(InvalidUrl):
    """The URL points to a host of this installation, which could make a redirect loop."""

    says = N_("A link cannot lead to one of our own addresses.")


def clean_url(raw: str) -> str:
    """Returns the URL in the form that is stored and sent: ASCII (punycode, percent-encoding), otherwise unchanged.

    Accepts http and https with a public host and no user information. Blanks and invisible characters at the ends are
    removed. Call `add_scheme` first where people type the URL. Raises: MissingScheme, UrlTooLong, OwnHostUrl,
    InvalidUrl.
    """
    url = text.trim(raw)
    if not url[:8].lower().startswith(("http://", "https://")):
        raise MissingScheme
    if len(url) > MAX_URL_LENGTH:
        raise UrlTooLong
    if FORBIDDEN.search(url):
        raise InvalidUrl
    scheme, rest = url.split("://", 1)
    authority = re.split(r"[/?#]", rest, maxsplit=1)[0]
    tail = rest[len(authority) :]
    try:
        clean = f"{scheme}://{_clean_authority(authority)}{quote(tail, safe=UNQUOTED)}"
        urlsplit(clean)
    except ValueError:
        raise InvalidUrl from None
    if len(clean) > MAX_URL_LENGTH:
        raise UrlTooLong
    return clean


def add_scheme(raw: str) -> str:
    """Adds https:// to a URL that was typed without a scheme: `shop.example.com/x`, `//example.com`.

    A text that does not begin with a dotted host name is returned unchanged.
    """
    url = text.trim(raw)
    if len(url) > MAX_URL_LENGTH or not BARE_HOST.match(url):
        return raw
    return f"https://{url.removeprefix('//')}"


def _clean_authority(authority: str) -> str:
    """Returns host and port, with the host in ASCII. Raises: ValueError for an invalid one, OwnHostUrl."""
    if "@" in authority or not authority:
        raise ValueError
    host, port = _split_port(authority)
    if port and not (port.isascii() and port[1:].isdigit() and 0 < int(port[1:]) < 65536):
        raise ValueError
    ascii_name = host if host.startswith("[") else ascii_host(host)
    name = ascii_name.lower().removesuffix(".")
    if site.current().owns(name) or site.current().owns(name + port):
        raise OwnHostUrl
    return ascii_name + port


def _split_port(authority: str) -> tuple[str, str]:
    """Splits an authority into host and `:port`. Raises ValueError for an IPv6 host that is not public."""
    if authority.startswith("["):
        host, bracket, port = authority.partition("]")
        public = "%" not in host and is_global(ipaddress.IPv6Address(host[1:]))
        if not bracket or not public or (port and not port.startswith(":")):
            raise ValueError
        return f"{host}]", port
    host, colon, port = authority.partition(":")
    return host, colon + port if colon else ""


def ascii_host(host: str) -> str:
    """Returns a host name or a public IPv4 address in ASCII, in the case it was typed in. Raises ValueError.

    Internationalised names follow IDNA 2008 with UTS #46. Emoji, which IDNA 2008 excludes but registries sell, are
    accepted.
    """
    name = host if host.isascii() else _encode_host(host)
    labels = name.lower().removesuffix(".").split(".")
    if len(name) > MAX_HOST_LENGTH or not all(LABEL.fullmatch(label) and _is_valid_label(label) for label in labels):
        raise ValueError
    if re.fullmatch(r"\d+|0x[0-9a-f]*", labels[-1]):
        if not is_global(ipaddress.IPv4Address(name)):
            raise ValueError
    elif len(labels) < 2:
        raise ValueError
    return name


def unicode_host(name: str) -> str:
    """Returns an ASCII host name with its punycode labels decoded; a label that cannot be decoded stays unchanged."""
    return ".".join(_decode_label(label) for label in name.split("."))


def _encode_host(host: str) -> str:
    """Returns a host name in punycode. Raises ValueError (idna.IDNAError is a subclass)."""
    if len(host) > MAX_HOST_LENGTH:
        raise ValueError("no host name is that long")
    return ".".join(_encode_label(label) for label in idna.uts46_remap(host, std3_rules=True).split("."))


def _encode_label(label: str) -> str:
    """Returns one label in punycode. Raises ValueError for a character that is neither an emoji nor a valid letter."""
    if label.isascii():
        return label
    letters = "".join(char for char in label if not text.is_emoji(char))
    if letters == label:
        return idna.alabel(label).decode()
    if letters and not letters.isascii():
        idna.alabel(letters)  # raises unless the characters that are not emoji are valid in a host name
    return f"xn--{label.encode('punycode').decode()}"


def _is_valid_label(label: str) -> bool:
    """Whether a lower-case label, if it is punycode, decodes to characters that are valid in a host name.

    Browsers open no others (https://url.spec.whatwg.org, domain to ASCII). `_decode_label` is stricter, because its
    result is shown to people.
    """
    if not label.startswith("xn--"):
        return True
    try:
        letters = label[4:].encode().decode("punycode")
        mapped = idna.uts46_remap(letters, std3_rules=True)
        return not letters.isascii() and mapped == letters and letters.encode("punycode").decode() == label[4:]
    except (ValueError, UnicodeError):
        return False


def _decode_label(label: str) -> str:
    """Returns one label with its punycode decoded, if encoding it again gives the same label; otherwise unchanged."""
    if label[:4].lower() != "xn--" or len(label) > MAX_LABEL_LENGTH:
        return label
    try:
        decoded = label[4:].encode().decode("punycode")
        return decoded if _encode_label(decoded) == label.lower() else label
    except (ValueError, UnicodeError):
        return label
