"""What a destination may be. One rule for links, page blocks, webhooks and every other address people give us."""

import ipaddress
import re
from urllib.parse import quote, urlsplit

import idna

from app.kernel import site, text
from app.kernel.error_codes import document_code
from app.kernel.global_address import is_global
from app.kernel.refusal import N_, Refusal

MOST, LONGEST_HOST, LONGEST_LABEL = 2048, 253, 63
FORBIDDEN = re.compile("[\x00-\x20\x7f-\x9f\\\\\u2028\u2029]")
LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
BARE_HOST = re.compile(r"(?://)?[^/?#:@\s]+\.[^/?#:@\s]+(?::\d{1,5})?(?:[/?#]|$)")
KEPT = "".join(chr(code) for code in range(0x21, 0x7F))

document_code(
    "INVALID_URL", 400, N_("The destination is not a web address."),
    N_("Give a whole http or https address, at most 2,048 characters."))


class InvalidUrl(Refusal):
    code, field, says = "INVALID_URL", "url", N_("That is not a web address.")


class SchemeMissing(InvalidUrl):
    says = N_("Start the address with http:// or https://")


class UrlTooLong(InvalidUrl):
    says = N_("That address is longer than 2,048 characters.")


class OwnAddress(InvalidUrl):
    says = N_("A link cannot lead to one of our own addresses.")


def clean_url(raw: str) -> str:
    """The address as it is stored and sent: ASCII (punycode, percent-encoding), otherwise as given.

    Takes http and https with a real host, without user information, at most 2,048 characters. Blanks and invisible
    characters at the ends are left out. Where people type, `add_scheme` comes before it.
    Refusals: SchemeMissing, UrlTooLong, OwnAddress, InvalidUrl.
    """
    url = text.trimmed(raw)
    if not url[:8].lower().startswith(("http://", "https://")):
        raise SchemeMissing
    if len(url) > MOST:
        raise UrlTooLong
    if FORBIDDEN.search(url):
        raise InvalidUrl
    scheme, rest = url.split("://", 1)
    authority = re.split(r"[/?#]", rest, maxsplit=1)[0]
    tail = rest[len(authority):]
    try:
        clean = f"{scheme}://{_authority(authority)}{quote(tail, safe=KEPT)}"
        urlsplit(clean)
    except ValueError:
        raise InvalidUrl from None
    if len(clean) > MOST:
        raise UrlTooLong
    return clean


def add_scheme(raw: str) -> str:
    """The address with https:// before it where somebody left it out: `shop.example.com/x`, `//example.com`.

    Anything that does not begin like a host with a dot in it comes back as it was.
    """
    url = text.trimmed(raw)
    if len(url) > MOST or not BARE_HOST.match(url):
        return raw
    return f"https://{url.removeprefix('//')}"


def _authority(authority: str) -> str:
    """Host and port, the host in ASCII; raises ValueError when it is none."""
    if "@" in authority or not authority:
        raise ValueError
    host, port = _split(authority)
    if port and not (port.isascii() and port[1:].isdigit() and 0 < int(port[1:]) < 65536):
        raise ValueError
    written = host if host.startswith("[") else ascii_host(host)
    name = written.lower().removesuffix(".")
    if site.current().owns(name) or site.current().owns(name + port):
        raise OwnAddress
    return written + port


def _split(authority: str) -> tuple[str, str]:
    if authority.startswith("["):
        host, bracket, port = authority.partition("]")
        public = "%" not in host and is_global(ipaddress.IPv6Address(host[1:]))
        if not bracket or not public or (port and not port.startswith(":")):
            raise ValueError
        return f"{host}]", port
    host, colon, port = authority.partition(":")
    return host, colon + port if colon else ""


def ascii_host(host: str) -> str:
    """A host name (or a public IPv4 address) in ASCII, its case as given; raises ValueError when it is none.

    Internationalised names follow IDNA 2008 with UTS #46; emoji, which that leaves out and registries sell, are taken.
    """
    name = host if host.isascii() else _encoded(host)
    labels = name.lower().removesuffix(".").split(".")
    if len(name) > LONGEST_HOST or not all(LABEL.fullmatch(label) and _spelled_right(label) for label in labels):
        raise ValueError
    if re.fullmatch(r"\d+|0x[0-9a-f]*", labels[-1]):
        if not is_global(ipaddress.IPv4Address(name)):
            raise ValueError
    elif len(labels) < 2:
        raise ValueError
    return name


def readable_host(name: str) -> str:
    """A host name of `ascii_host` in the letters it stands for; labels that stand for none stay as they are."""
    return ".".join(_decoded(label) for label in name.split("."))


def _encoded(host: str) -> str:
    """A host name in punycode, label by label; raises ValueError (idna.IDNAError is one)."""
    if len(host) > LONGEST_HOST:
        raise ValueError("no host name is that long")
    return ".".join(_label(label) for label in idna.uts46_remap(host, std3_rules=True).split("."))


def _label(label: str) -> str:
    if label.isascii():
        return label
    letters = "".join(char for char in label if not text.pictograph(char))
    if letters == label:
        return idna.alabel(label).decode()
    if letters and not letters.isascii():
        idna.alabel(letters)  # what is no emoji must be a letter that names may have
    return f"xn--{label.encode('punycode').decode()}"


def _spelled_right(label: str) -> bool:
    """Whether a label in lower case that is punycode stands for letters that a name may have.

    Browsers open no other (url.spec.whatwg.org, domain to ASCII); `_decoded` is stricter, since it shows the letters.
    """
    if not label.startswith("xn--"):
        return True
    try:
        letters = label[4:].encode().decode("punycode")
        mapped = idna.uts46_remap(letters, std3_rules=True)
        return not letters.isascii() and mapped == letters and letters.encode("punycode").decode() == label[4:]
    except (ValueError, UnicodeError):
        return False


def _decoded(label: str) -> str:
    if label[:4].lower() != "xn--" or len(label) > LONGEST_LABEL:
        return label
    try:
        shown = label[4:].encode().decode("punycode")
        return shown if _label(shown) == label.lower() else label
    except (ValueError, UnicodeError):
        return label
