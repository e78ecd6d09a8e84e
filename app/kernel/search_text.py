"""Searching lists as people read and paste: one folded text for each row, and what a search looks for in it.

Each table that is searched keeps such a text in its column `search`, written with the row by its model. Folded are:
case and accents of every script, wide and narrow forms (`text.folded`), and blanks. Addresses are in it twice, as they
are kept (punycode, percent signs) and as people read them; names of short links each in a line of their own behind a
slash, so that a pasted short URL finds them.

A search is split at blanks. Each of its words must be found somewhere in the row, in any order. A short URL of ours
also finds what has exactly that name: who pastes `kliqs.test/promo` does not look for `promo-10`. `/name` and `@name`
are typed, and find the names that begin like that.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import unquote

import orjson
from tortoise import Tortoise
from tortoise.expressions import Q

from app.kernel import db, site, text
from app.kernel.destination import readable_host
from app.kernel.display_url import readable

LONGEST = 200  # characters of a search
SLASH = "\n/"  # what stands before a name
OWN = re.compile(r"(?:https?://)?(?P<host>[^/?#\s]+)/(?P<name>@?[A-Za-z0-9][A-Za-z0-9_-]*)", re.IGNORECASE)
NAME = re.compile(r"[/@]+(?P<name>[A-Za-z0-9][A-Za-z0-9_-]*)\W*")
STORE = {
    "sqlite": """
        UPDATE {table} SET search = new.said FROM (SELECT json_extract(value, '$[0]') AS id,
            json_extract(value, '$[1]') AS said FROM json_each($1)) AS new WHERE {table}.id = new.id""",
    "postgres": """
        UPDATE {table} SET search = new.said FROM (SELECT (v->>0)::uuid AS id, v->>1 AS said
            FROM jsonb_array_elements($1::jsonb) v) AS new WHERE {table}.id = new.id""",
}


def searchable(texts: Iterable[str], urls: Iterable[str] = (), names: Iterable[str] = ()) -> str:
    """The text of a row in which searches look: texts of any length, addresses as they are kept, names of links."""
    lines = [_plain(one) for one in texts if one]
    for url in urls:
        shown = readable(url)
        lines += dict.fromkeys((_plain(url), _plain(f"{shown.scheme}{shown.host}{shown.rest}")))
    return "\n".join(lines) + "".join(f"{SLASH}{_plain(name)}" for name in names)


def matching(q: str, *columns: str, names: Iterable[str] = ()) -> Q:
    """What rows must fulfil to be found: each word of `q` in one of the columns that hold a searchable text.

    `names` are columns that hold a name as it is shown.
    """
    found = Q()
    for word in dict.fromkeys(q[:LONGEST].split()):
        pasted, typed = pasted_name(word), typed_name(word)
        parts = _forms(word) + ([SLASH + _plain(typed)] if typed else [])
        lines = {"contains": f"{SLASH}{_plain(pasted)}\n", "endswith": f"{SLASH}{_plain(pasted)}"} if pasted else {}
        alternatives = [Q(**{f"{column}__contains": part}) for part in parts for column in columns]
        alternatives += [Q(**{f"{column}__{how}": line}) for how, line in lines.items() for column in columns]
        how = "iexact" if pasted else "icontains"
        alternatives += [Q(**{f"{column}__{how}": pasted or typed or word}) for column in names]
        found &= Q(*alternatives, join_type=Q.OR)
    return found


def pasted_name(word: str) -> str:
    """The name in a short URL of ours, with or without its scheme; nothing for any other word."""
    own = OWN.match(word)
    if own is None or "public" not in site.current().surfaces_of(own["host"].lower()):
        return ""
    return own["name"].removeprefix("@")


def typed_name(word: str) -> str:
    """The beginning of a name in `/name` or `@name`; nothing for any other word."""
    name = NAME.fullmatch(word)
    return name["name"] if name else ""


async def store(table: str, said: Mapping[Any, str], *, missing_only: bool = False) -> None:
    """Writes the searchable texts of rows, by their ids, in one statement.

    With `missing_only` a text that somebody wrote meanwhile stays: it is newer.
    """
    if not said:
        return
    sql = STORE[Tortoise.get_connection(db.MAIN).capabilities.dialect].format(table=table)
    values = orjson.dumps([[str(id), words] for id, words in said.items()]).decode()
    await db.rows(sql + (f" AND {table}.search IS NULL" if missing_only else ""), [values])


def _forms(word: str) -> list[str]:
    """The forms in which a word may stand in a searchable text."""
    return [form for form in dict.fromkeys((_plain(word), _plain(_decoded(word)))) if form]


def _decoded(word: str) -> str:
    """A (part of an) address in the letters it stands for; half a character at its end is left out."""
    if "%" not in word and "xn--" not in word.lower():
        return word
    scheme, slashes, rest = word.rpartition("://")
    host, slash, path = rest.partition("/")
    shown = unquote(f"{scheme}{slashes}{readable_host(host)}{slash}{path}", errors="ignore")
    return shown if shown.isprintable() else word  # as display_url keeps it; a NUL is no text for a database


def _plain(one: str) -> str:
    return " ".join(text.folded(one, len(one)).split())
