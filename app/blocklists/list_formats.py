"""Reads block lists: hosts files, lists of domains, and the CSV of URLhaus (https://urlhaus.abuse.ch/api/#csv).

An entry is a host, which covers all below it, or one whole address: URLhaus lists addresses on hosts that many share.
An entry is kept as 64 bits of a hash. Among a million entries, one address in 18 trillion is taken for one of them.
"""

from __future__ import annotations

import csv
import hashlib
import re
from array import array
from collections.abc import Iterable, Iterator
from contextlib import suppress
from urllib.parse import urlsplit

from app.blocklists.host_names import host_of, is_address, with_parents
from app.kernel.destination import MAX_HOST_LENGTH, ascii_host
from app.kernel.refusal import N_, InvalidRequest

MAX_ENTRIES, MAX_BYTES, LONGEST_LINE = 1_000_000, 64 * 2**20, 4_096
FORMATS = {
    "domains": N_("One domain on each line"),
    "hosts": N_("A hosts file: 0.0.0.0 and a domain on each line"),
    "urlhaus": N_("The CSV of URLhaus: whole addresses"),
}
PLAIN_DOMAIN = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z]{2,63}")
LOCAL = {"localhost", "localhost.localdomain", "local", "broadcasthost", "ip6-localhost", "ip6-loopback"}


class UnreadableList(InvalidRequest):
    """No entry of a list can be read, or it has too many. Facts: most."""

    field, says = "content", N_("No entry in it can be read in this format, or there are more than %(most)s.")


def entry_hash(key: str) -> int:
    """Returns the 64 bits that stand for an entry."""
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest())


def keys_of_url(url: str) -> list[str]:
    """Returns the entries that would list a URL: its hosts, and its whole address without scheme and fragment."""
    host = host_of(url)
    return [*with_parents(host), _address_key(url, host)] if host else []


def _address_key(url: str, host: str) -> str:
    parts = urlsplit(url)
    port = f":{parts.port}" if parts.port not in {None, 80, 443} else ""
    return f"{host}{port}{parts.path or '/'}{'?' + parts.query if parts.query else ''} "  # no host ends with a blank


def read_hashes(content: bytes, kind: str) -> array[int]:
    """Returns the sorted hashes of a list's entries, without duplicates.

    Runs for seconds with a million lines: call it in a thread. Raises: UnreadableList.
    """
    parts: list[array[int]] = [array("Q") for _ in range(256)]  # by the first byte, so that each is sorted alone
    count = 0
    for count, key in enumerate(_keys(_lines(content), kind), 1):
        hash = entry_hash(key)
        parts[hash >> 56].append(hash)
        if count > MAX_ENTRIES:
            break
    if not 0 < count <= MAX_ENTRIES:
        raise UnreadableList(most=f"{MAX_ENTRIES:,}")
    hashes: array[int] = array("Q")
    for part in parts:
        hashes.extend(sorted(set(part)))
    return hashes


def _lines(content: bytes) -> Iterator[str]:
    """Yields the lines of a list without comments, one by one, so that the text is never in memory as a whole."""
    at = 0
    while at < len(content):
        end = content.find(b"\n", at)
        end = len(content) if end < 0 else end
        if end - at <= LONGEST_LINE:
            line = content[at:end].decode("utf-8", "replace").strip("\ufeff\r\t ")
            if line and not line.startswith(("#", "!", ";")):
                yield line
        at = end + 1


def _keys(lines: Iterable[str], kind: str) -> Iterator[str]:
    if kind == "urlhaus":
        for row in csv.reader(lines):
            url = row[2].strip() if len(row) > 2 else ""
            with suppress(ValueError):
                if host := host_of(url):
                    yield _address_key(url, host)
        return
    for line in lines:
        words = line.split("#", 1)[0].split()
        for word in words[1:] if kind == "hosts" else words[:1]:
            if domain := _clean_domain(word):
                yield domain


def _clean_domain(word: str) -> str:
    """Returns an entry of a list of domains, or "" for what is none: `localhost`, a whole top-level domain."""
    name = word.lower().removeprefix("*.").removeprefix(".").removesuffix(".")
    if PLAIN_DOMAIN.fullmatch(name) and len(name) <= MAX_HOST_LENGTH and name not in LOCAL:
        return name  # almost all entries: the full check takes ten times as long
    if name in LOCAL or "." not in name or name == "0.0.0.0":  # noqa: S104 - an entry, nothing listens
        return ""
    try:
        return name if is_address(name) else ascii_host(name)
    except ValueError:
        return ""
