"""Searching lists: each row has one normalised text, and a search becomes a condition on it.

Each searchable table keeps that text in its column `search`, which its model writes together with the row. Case,
accents, wide and narrow forms (see `app.kernel.text`) and blanks are normalised. URLs are in it twice: as stored
(punycode, percent-encoding) and decoded. Each name of a short link has a line of its own that begins with a slash, so
that a pasted short URL finds it.

A search is split at blanks. Each of its words must occur in the row, in any order. A short URL of this installation
finds exactly that name: `kliqs.test/promo` does not find `promo-10`. `/name` and `@name` find the names that begin with
it.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import unquote

import orjson
from tortoise import Tortoise
from tortoise.expressions import Q

from app.kernel import db, site, text
from app.kernel.destination import unicode_host
from app.kernel.display_url import split_for_display

MAX_QUERY_LENGTH = 200  # characters of a query that are used
NAME_PREFIX = "\n/"  # precedes each name in a search text
SHORT_URL = re.compile(r"(?:https?://)?(?P<host>[^/?#\s]+)/(?P<name>@?[A-Za-z0-9][A-Za-z0-9_-]*)", re.IGNORECASE)
TYPED_NAME = re.compile(r"[/@]+(?P<name>[A-Za-z0-9][A-Za-z0-9_-]*)\W*")
STORE_SQL = {
    "sqlite": """
        UPDATE {table} SET search = new.search FROM (SELECT json_extract(value, '$[0]') AS id,
            json_extract(value, '$[1]') AS search FROM json_each($1)) AS new WHERE {table}.id = new.id""",
    "postgres": """
        UPDATE {table} SET search = new.search FROM (SELECT (v->>0)::uuid AS id, v->>1 AS search
            FROM jsonb_array_elements($1::jsonb) v) AS new WHERE {table}.id = new.id""",
}


def build_search_text(texts: Iterable[str], urls: Iterable[str] = (), names: Iterable[str] = ()) -> str:
    """Returns the search text of a row, from its texts (of any length), its stored URLs and the names of its links."""
    lines = [_normalize(content) for content in texts if content]
    for url in urls:
        display = split_for_display(url)
        lines += dict.fromkeys((_normalize(url), _normalize(f"{display.scheme}{display.host}{display.rest}")))
    return "\n".join(lines) + "".join(f"{NAME_PREFIX}{_normalize(name)}" for name in names)


def search_condition(q: str, *columns: str, names: Iterable[str] = ()) -> Q:
    """Returns the condition that rows must fulfil: each word of `q` occurs in one of the search text columns.

    `names` are columns that hold a name in its displayed form.
    """
    condition = Q()
    for word in dict.fromkeys(q[:MAX_QUERY_LENGTH].split()):
        pasted, typed = name_in_short_url(word), typed_name_prefix(word)
        parts = _forms(word) + ([NAME_PREFIX + _normalize(typed)] if typed else [])
        line = NAME_PREFIX + _normalize(pasted)
        lines = {"contains": f"{line}\n", "endswith": line} if pasted else {}
        alternatives = [Q(**{f"{column}__contains": part}) for part in parts for column in columns]
        alternatives += [Q(**{f"{column}__{lookup}": line}) for lookup, line in lines.items() for column in columns]
        lookup = "iexact" if pasted else "icontains"
        alternatives += [Q(**{f"{column}__{lookup}": pasted or typed or word}) for column in names]
        condition &= Q(*alternatives, join_type=Q.OR)
    return condition


def name_in_short_url(word: str) -> str:
    """Returns the name in a short URL of this installation, with or without its scheme; "" for any other word."""
    match = SHORT_URL.match(word)
    if match is None or "public" not in site.current().surfaces_of(match["host"].lower()):
        return ""
    return match["name"].removeprefix("@")


def typed_name_prefix(word: str) -> str:
    """Returns the beginning of a match in `/name` or `@name`; "" for any other word."""
    match = TYPED_NAME.fullmatch(word)
    return match["name"] if match else ""


async def write_search_texts(table: str, search_texts: Mapping[Any, str], *, missing_only: bool = False) -> None:
    """Writes the search texts of rows, by their ids, in one statement.

    With `missing_only`, only rows without a search text are written: an existing one may be newer.
    """
    if not search_texts:
        return
    sql = STORE_SQL[Tortoise.get_connection(db.MAIN).capabilities.dialect].format(table=table)
    values = orjson.dumps([[str(id), search_text] for id, search_text in search_texts.items()]).decode()
    await db.query_rows(sql + (f" AND {table}.search IS NULL" if missing_only else ""), [values])


def _forms(word: str) -> list[str]:
    """Returns the normalised forms in which a word may occur in a search text: as typed, and decoded."""
    return [form for form in dict.fromkeys((_normalize(word), _normalize(_decode(word)))) if form]


def _decode(word: str) -> str:
    """Returns (a part of) a URL without punycode and percent-encoding; an incomplete last character is dropped."""
    if "%" not in word and "xn--" not in word.lower():
        return word
    scheme, slashes, rest = word.rpartition("://")
    host, slash, path = rest.partition("/")
    decoded = unquote(f"{scheme}{slashes}{unicode_host(host)}{slash}{path}", errors="ignore")
    return decoded if decoded.isprintable() else word  # like display_url; a NUL would be refused by the database


def _normalize(content: str) -> str:
    """Normalises a text for searching, with single blanks between its words."""
    return " ".join(text.fold_for_search(content, len(content)).split())
