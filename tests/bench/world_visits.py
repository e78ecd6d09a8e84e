"""The visits of a world: rows that DuckDB makes from the numbers 0, 1, 2, …, the same ones for the same seed.

Visit `i` is later than visit `i - 1`, so that a month of them is a range of numbers and nothing has to be sorted over
all. People come more than once a day, most of them to a few links, as in life: who somebody is (country, device,
language) follows from the visitor and the day, what led there (referrer, campaign) from the visit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from math import sin, tau
from pathlib import Path

import duckdb

from app.names.slug import ALPHABET
from app.ops.demo_visitors import BROWSERS, COUNTRIES, FEED, SOURCES, SYSTEMS
from app.visits import localtime
from app.visits.localtime import DAY, EPOCH, HOUR
from app.visits.sealed import schema
from app.visits.sealed.rewrite import MOST_FILES
from app.visits.visit import SEQUENCE_BITS, Visit

DAYS = 400  # how far back the visits reach
KEY_MODULUS, LINK_FACTOR, ACCOUNT_FACTOR = 2_199_023_255_531, 1_234_567_891_011, 987_654_321_013  # a prime, 2**41 - 21
MARK_FACTOR, NAME_FACTOR, NAME_DIGITS, MARK_DIGITS = 7_368_787, 654_321_011, 6, 5
LINKS_PER_ACCOUNT, LINKS_PER_CODE = 1_000, 5  # each fifth link has a QR code
ABROAD = "US SG MY NL JP DE AU GB FR IN KR TH VN PH BR CA IT ES TR AE SA TW HK CN PL SE CH AT BE DK"
CITIES = (
    "Jakarta Surabaya Bandung Medan Semarang Makassar Palembang Denpasar Yogyakarta Malang Bogor Depok Tangerang Bekasi"
)
BUSIEST_HOUR = 13 * HOUR  # UTC; it is evening in Jakarta
SWING = 0.11 * DAY  # of a busy day against an even one; time would run backwards from a day divided by 2 pi on
MEMORY, AT_ONCE = "512MB", 500_000  # visits in it


@dataclass(frozen=True, slots=True)
class VisitPlan:
    """What the visits of a world follow from.

    `links` belong to the first account, numbered from 1; `others` are numbered after them and belong to more accounts,
    LINKS_PER_ACCOUNT to each. `pages` are the visit keys of the first account's bio pages. `until` is the time of the
    end, in milliseconds since 1970.
    """

    visits: int
    links: int
    others: int
    until: int
    pages: tuple[int, ...]
    seed: int = 1

    @property
    def start(self) -> int:
        """The time before the first visit, in milliseconds since 1970."""
        return self.until - DAYS * DAY

    @property
    def coded_links(self) -> int:
        """The number of the last link that may have a QR code: those of the first two accounts do."""
        return self.links + min(self.others, LINKS_PER_ACCOUNT)

    @property
    def step(self) -> float:
        """The average time between two visits, in milliseconds."""
        return DAYS * DAY / self.visits


def link_key(n: int) -> int:
    """Returns the visit key of link number `n`, which is at least 1; different for different numbers."""
    return n * LINK_FACTOR % KEY_MODULUS


def account_key(n: int) -> int:
    """Returns the visit key of account number `n`, which is at least 1."""
    return n * ACCOUNT_FACTOR % KEY_MODULUS


def link_key_sql(number: str) -> str:
    """Returns the SQL of the visit key of a link, by its number."""
    return f"({number}) * {LINK_FACTOR} % {KEY_MODULUS}"


def account_key_sql(number: str) -> str:
    """Returns the SQL of the visit key of an account, by its number."""
    return f"({number}) * {ACCOUNT_FACTOR} % {KEY_MODULUS}"


def account_number(n: int, links: int) -> int:
    """Returns the number of the account that link number `n` belongs to."""
    return 1 if n <= links else 2 + (n - links - 1) // LINKS_PER_ACCOUNT


def spelled(number: str, digits: int, divide: str = "/") -> str:
    """Returns the SQL of a number written with `digits` letters of our alphabet; `divide` is the integer division."""
    base = len(ALPHABET)
    letters = (
        f"substr('{ALPHABET}', CAST(1 + (({number}) {divide} {base**place}) % {base} AS INT), 1)"
        for place in range(digits)
    )
    return f"({' || '.join(letters)})"


def mark_sql(number: str, divide: str = "/") -> str:
    """Returns the SQL of the placement mark of a link's QR code."""
    return spelled(f"({number}) * {MARK_FACTOR} % {len(ALPHABET) ** MARK_DIGITS}", MARK_DIGITS, divide)


def _hash(index: str, *salts: int) -> str:
    """Returns the SQL of 64 random bits, which follow from an index and the salts.

    DuckDB's hash of several values would be almost the same for salts that are.
    """
    salt = int.from_bytes(sha256(repr(salts).encode()).digest()[:8])
    return f"hash(xor(hash({index}), CAST({salt} AS UBIGINT)))"


def _chance(index: str, *salts: int) -> str:
    """Returns the SQL of a random number from 0 up to 1, which follows from an index and the salts."""
    return f"({_hash(index, *salts)} / 18446744073709551616.0)"


def _pick(weights: Mapping[str, float], chance: str) -> str:
    """Returns the SQL of a text that is chosen by weight."""
    total, reached, cases = sum(weights.values()), 0.0, []
    for value, weight in weights.items():
        reached += weight
        cases.append(f"WHEN {chance} < {reached / total:.6f} THEN '{value}'")
    return f"CASE {' '.join(cases)} ELSE '{next(iter(weights))}' END"


def _any_of(words: str, chance: str) -> str:
    """Returns the SQL of one of some words, the first ones more often."""
    values = words.split()
    return (
        f"[{', '.join(repr(value) for value in values)}][1 + CAST(floor({len(values)} * {chance} * {chance}) AS INT)]"
    )


def rows_sql(plan: VisitPlan, first: int = 0, end: int | None = None) -> str:
    """Returns the SELECT of visits `first` up to `end`: the columns of Visit, then `number`, that of the link, which is
    0 for a bio page.
    """
    return f"""WITH places AS ({_places_sql(plan, first, plan.visits if end is None else end)}),
        people AS ({_people_sql(plan)}), dressed AS ({_details_sql(plan)})
    SELECT {", ".join(Visit._fields)}, number FROM dressed"""  # noqa: S608 - numbers and constants


def _places_sql(plan: VisitPlan, first: int, end: int) -> str:
    """When each visit was and which link it followed. Nights are quiet; the time grows with the number."""
    hot, share, salt = 4, _chance("i", 1, plan.seed), plan.seed
    flat, phase = f"((i + {_chance('i', 2, salt)}) * {plan.step!r})", _busy_phase(plan.start)
    swing = f"{SWING} * (sin({flat} * {tau / DAY!r} + {phase!r}) - {sin(phase)!r})"
    at = f"{plan.start} + CAST(floor({flat} - {swing}) AS BIGINT)"
    own, foreign = (
        f"1 + CAST(floor({count} * pow({_chance('i', 3, salt)}, {hot})) AS BIGINT)"
        for count in (plan.links, plan.others)
    )
    views = 0.05 if plan.pages else 0
    return f"""SELECT i, {at} AS milliseconds, CASE WHEN {share} < {views} THEN 0 WHEN {share} < 0.9 THEN {own}
            ELSE {plan.links} + {foreign} END AS number
        FROM range({first}, {end}) AS numbers(i)"""  # noqa: S608 - numbers


def _busy_phase(start: int) -> float:
    """Returns the phase of the swing at a start with which most visits come around BUSIEST_HOUR."""
    phase = 0.0
    for _ in range(60):  # a fixed point, as the swing moves the time of its own middle
        phase = tau / DAY * (start % DAY - BUSIEST_HOUR + SWING * sin(phase))
    return phase


def _people_sql(plan: VisitPlan) -> str:
    """Who came: somebody of the day's people, some of them often, and a program now and then."""
    pool = max(1, int(plan.visits / DAYS * 0.7))
    member = f"CAST(floor({pool} * pow({_chance('i', 4, plan.seed)}, 1.5)) AS BIGINT)"
    coded = f"number BETWEEN 1 AND {plan.coded_links} AND number % {LINKS_PER_CODE} = 0"
    scan = f"{coded} AND {_chance('i', 5, plan.seed)} < 0.5"
    return f"""SELECT *, hash(milliseconds // {DAY}, {member}, {plan.seed}) AS person,
            CASE WHEN number = 0 THEN 2 WHEN {scan} THEN 1 ELSE 0 END AS kind,
            {_chance("i", 6, plan.seed)} AS whim FROM places"""  # noqa: S608 - numbers


def _details_sql(plan: VisitPlan) -> str:
    """The columns of a visit. A view of a bio page keeps no hash, and no detail but the country and the referrer."""
    who = f"CASE WHEN {_chance('person', 1)} < 0.88 THEN 0 WHEN {_chance('person', 1)} < 0.96 THEN 1 ELSE 2 END"
    account = f"CASE WHEN number <= {plan.links} THEN 1 ELSE 2 + (number - {plan.links} - 1) // {LINKS_PER_ACCOUNT} END"
    pages = f"[{', '.join(map(str, plan.pages)) or 0}][1 + CAST(i % {max(1, len(plan.pages))} AS INT)]"
    columns = {
        "id": f"(milliseconds << {SEQUENCE_BITS}) + i % {1 << SEQUENCE_BITS}",
        "link": f"CASE WHEN number = 0 THEN {pages} ELSE {link_key_sql('number')} END",
        "account": account_key_sql(account),
        "who": who,
        "visitor": "CASE WHEN kind = 2 THEN 0 ELSE CAST(person >> 1 AS BIGINT) END",
        "country": _pick(COUNTRIES | {"…": 6}, _chance("person", 2)),
        "referrer": f"CASE WHEN kind = 1 THEN '' WHEN whim < 0.08 THEN 'blog-' || (i % 400) || '.example' "
        f"ELSE {_pick(FEED, '((whim - 0.08) / 0.92)')} END",
    }
    columns["country"] = f"replace({columns['country']}, '…', {_any_of(ABROAD, _chance('person', 3))})"
    typed = {"id": "BIGINT", "link": "BIGINT", "account": "BIGINT", "who": "TINYINT", "visitor": "BIGINT"}
    listed = [f"CAST({sql} AS {typed.get(name, 'VARCHAR')}) AS {name}" for name, sql in columns.items()]
    known = f"kind <> 2 AND ({who}) = 0"
    listed += [
        f"CASE WHEN {known} THEN {sql} ELSE '' END AS {name}" for name, sql in (_person_columns() | _campaign()).items()
    ]
    mark = f"CASE WHEN kind = 1 THEN {mark_sql('number', '//')} ELSE '' END AS placement"
    rules = "'' AS rule, '' AS variant"
    return f"SELECT {', '.join(listed)}, CAST(kind AS TINYINT) AS kind, {mark}, {rules}, number FROM people"  # noqa: S608


def _person_columns() -> dict[str, str]:
    """What follows from who somebody is, by column."""
    system, browser = _pick(SYSTEMS, _chance("person", 4)), _chance("person", 5)
    browsers = " ".join(f"WHEN '{name}' THEN {_pick(weights, browser)}" for name, weights in BROWSERS.items())
    mobile = f"({system}) IN ('Android', 'iOS')"
    return {
        "city": f"CASE WHEN {_chance('person', 2)} < 0.8 THEN {_any_of(CITIES, _chance('person', 6))} ELSE '' END",
        "system": system,
        "browser": f"CASE {system} {browsers} END",
        "device": f"CASE WHEN NOT {mobile} THEN 'desktop' WHEN {_chance('person', 7)} < 0.05 THEN 'tablet' "
        "ELSE 'mobile' END",
        "language": _pick({"id": 84, "en": 12, "ms": 2, "ja": 1, "nl": 1}, _chance("person", 8)),
    }


def _campaign() -> dict[str, str]:
    """The UTM parameters of a third of the clicks, by column."""
    source, known = _pick({name: weight for name, (_, weight) in SOURCES.items()}, "fraction"), "i % 3 = 0 AND kind = 0"
    source = source.replace("fraction", "((i * 7919) % 1000 / 1000.0)")
    media = " ".join(f"WHEN '{name}' THEN '{medium}'" for name, (medium, _) in SOURCES.items())
    values = {
        "utm_source": source,
        "utm_medium": f"CASE {source} {media} END",
        "utm_campaign": "'kampanye-' || (hash(number) % 24)",
        "utm_term": "CASE WHEN i % 21 = 0 THEN 'sepatu' ELSE '' END",
        "utm_content": "'iklan-' || (i % 6)",
    }
    return {name: f"CASE WHEN {known} THEN {sql} ELSE '' END" for name, sql in values.items()}


@contextmanager
def duckdb_open(folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Opens DuckDB in memory for the length of a block: one thread, bounded memory, and what is larger in a folder."""
    settings: dict[str, str | bool | int | float | list[str]] = {
        "threads": "1",
        "memory_limit": MEMORY,
        "temp_directory": str(folder / "duckdb"),
    }
    connection = duckdb.connect(config=settings)
    connection.execute("SET integer_division = true")  # as statements of the product expect
    try:
        yield connection
    finally:
        connection.close()


def period_sql(plan: VisitPlan, start: int, end: int) -> str:
    """Returns the SELECT of the visits from `start` up to `end`, in milliseconds since 1970."""
    first, last = (int((at - plan.start) / plan.step) for at in (start - DAY, end + DAY))
    rows = rows_sql(plan, max(0, first), max(0, min(plan.visits, last + 1)))
    return f"SELECT * FROM ({rows}) WHERE id >= {start << SEQUENCE_BITS} AND id < {end << SEQUENCE_BITS}"  # noqa: S608


def closed_days(plan: VisitPlan) -> Iterator[range]:
    """Yields the UTC days that are over at the end of a world, oldest first: those of each month that is over as one
    range, those of the current month as the nightly job joins them.
    """
    day, today = (localtime.from_milliseconds(at, "UTC").toordinal() for at in (plan.start, plan.until))
    while day < today:
        next_month = localtime.first_of_next_month(day)
        joined = 1 + (today - day - 1) // MOST_FILES * MOST_FILES if day == localtime.first_of_month(day) else 1
        days = range(day, next_month if next_month <= today else day + joined)
        yield days
        day = days.stop


def written_days(connection: duckdb.DuckDBPyConnection, plan: VisitPlan) -> Iterator[range]:
    """Yields the days of each sealed file, whose visits are in DuckDB then: some months of them at a time."""
    ready = 0
    for days in closed_days(plan):
        if days.stop > ready:
            ready = days.start + max(len(days), int(DAYS * AT_ONCE / plan.visits))
            rows = period_sql(plan, *(DAY * (edge - EPOCH) for edge in (days.start, ready)))
            connection.execute(f"CREATE OR REPLACE TEMP TABLE made AS {rows}")
        yield days


def write_days(connection: duckdb.DuckDBPyConnection, path: Path, days: range) -> int:
    """Writes the visits of some days, which `written_days` yielded, into a sealed file; returns their number."""
    first, end = (DAY * (edge - EPOCH) << SEQUENCE_BITS for edge in (days.start, days.stop))
    select = schema.with_first_visit_marks(f"SELECT * FROM made WHERE id >= {first} AND id < {end}")  # noqa: S608 - numbers
    [(written,)] = connection.execute(schema.write_visits(select, str(path))).fetchall()
    return int(written)
