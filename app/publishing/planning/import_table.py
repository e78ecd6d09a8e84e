"""Posts from a table (CSV, or rows pasted from a spreadsheet): the dry run says what each row becomes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from app.accounts.models import Account
from app.batch.table_reader import Column, Row, TooManyRows, normalize_column_name, read_rows
from app.kernel import text
from app.kernel.i18n import gettext
from app.kernel.refusal import N_, Refusal
from app.kernel.time_parser import InvalidTime, parse_time
from app.publishing.connections.connection import Connection
from app.publishing.networks.post_content import PostContent
from app.publishing.networks.registry import NETWORKS
from app.publishing.posts.drafts import LONGEST_CAMPAIGN
from app.publishing.posts.planning_actions import check_time
from app.publishing.posts.post import MOST_TEXT
from app.publishing.posts.post_problem import problem_sentence
from app.publishing.posts.validation import content_problems
from app.web import envelope

MOST_ROWS = 200
QUEUE = ("queue", "antrean")  # what `when` says for the next free weekly time


def _column(key: str, label: str, *names: str, required: bool = False) -> Column:
    return Column(key, label, tuple(normalize_column_name(name) for name in names), required)


COLUMNS = (
    _column("text", N_("Text"), "text", "caption", "post", "message", "content", "teks", "isi", required=True),
    _column("when", N_("When"), "when", "date time", "datetime", "scheduled at", "date", "waktu", "tanggal", "jadwal"),
    _column("time", N_("Time"), "time", "hour", "jam", "pukul"),
    _column("accounts", N_("Accounts"), "accounts", "account", "networks", "channels", "akun", "jejaring"),
    _column("campaign", N_("Campaign"), "campaign", "utm campaign", "kampanye"),
    _column("reply", N_("First reply"), "reply", "first comment", "comment", "balasan", "komentar"),
)
UNKNOWN_ACCOUNT = N_("“%(name)s” is none of your accounts.")
NO_ACCOUNT = N_("No account is connected.")
LONG_TEXT = N_("The text has more than %(most)s characters.")


@dataclass(slots=True)
class ImportRow:
    """What a row of the table becomes: a post at `at`, in the queue, or a draft if it has no time.

    `faults` are sentences in the reader's language; a row with faults becomes nothing.
    """

    line: int
    text: str
    reply: str = ""
    campaign: str = ""
    at: datetime | None = None
    queued: bool = False
    connections: list[Connection] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


async def read_import_rows(account: Account, typed: str) -> list[ImportRow]:
    """Reads a table and says what each row becomes; writes nothing. Raises: InvalidTable and its subclasses."""
    rows = read_rows(typed, COLUMNS)
    if len(rows) > MOST_ROWS:
        raise TooManyRows(rows=len(rows), most=MOST_ROWS)
    connections = await Connection.owned_by(account).order_by("created_at", "id")
    return [_plan_row(row, connections, account.time_zone) for row in rows]


def _plan_row(row: Row, connections: Sequence[Connection], zone: str) -> ImportRow:
    """What one row becomes, with all its faults."""
    cells = {
        column.key: text.clean_multiline(row.cells.get(column.key, "")[: MOST_TEXT + 1], MOST_TEXT + 1, "text")
        for column in COLUMNS
    }
    planned = ImportRow(row.line, cells["text"], cells["reply"], cells["campaign"][:LONGEST_CAMPAIGN])
    if len(planned.text) > MOST_TEXT:
        planned.faults.append(_say(LONG_TEXT, most=MOST_TEXT))
        planned.text = planned.text[:200]
    _read_time(planned, cells["when"], cells["time"], zone)
    _read_accounts(planned, cells["accounts"], connections)
    if not planned.faults:
        planned.faults += _content_faults(planned)
    return planned


def _read_time(planned: ImportRow, when: str, time: str, zone: str) -> None:
    """Reads when a row is to be published; empty for a draft."""
    if text.fold_identifier(when, 20) in QUEUE:
        planned.queued = True
        return
    if not when:
        return
    try:
        planned.at = check_time(parse_time(f"{when} {time}".strip()[:64], zone))
    except InvalidTime as error:
        planned.faults.append(_say(error.says, **error.facts))
    except Refusal as refusal:
        planned.faults.append(envelope.refusal_message(refusal))


def _read_accounts(planned: ImportRow, names: str, connections: Sequence[Connection]) -> None:
    """Finds the connections that a cell names by network, user name or display name; empty means all of them."""
    wanted = [name.strip() for name in names.replace(";", ",").split(",") if name.strip()][:50]
    if not connections:
        planned.faults.append(_say(NO_ACCOUNT))
    chosen: dict[UUID, Connection] = {} if wanted else {connection.id: connection for connection in connections}
    for name in wanted:
        matching = [
            connection for connection in connections if text.fold_identifier(name, 255) in _names_of(connection)
        ]
        chosen |= {connection.id: connection for connection in matching}
        if not matching:
            planned.faults.append(_say(UNKNOWN_ACCOUNT, name=name[:60]))
    planned.connections = list(chosen.values())


def _names_of(connection: Connection) -> set[str]:
    """The names, in lower case, by which a cell may mean a connection."""
    network = NETWORKS.get(connection.network)
    names = (connection.network, network.label if network else "", connection.username, connection.display_name)
    folded = {text.fold_identifier(name, 255).removeprefix("@") for name in names if name}
    return folded | {text.fold_identifier(f"@{connection.username}", 256)}


def _content_faults(planned: ImportRow) -> list[str]:
    """What the networks would refuse, each fault once with the network's name."""
    content = PostContent(key="", text=planned.text, reply=planned.reply)
    faults: dict[str, None] = {}
    for connection in planned.connections:
        network = NETWORKS.get(connection.network)
        for problem in content_problems(network, connection, content) if network else ():
            sentence = f"{network.label}: {problem_sentence(problem)}" if network else ""
            faults[sentence] = None
    return list(faults)


def _say(sentence: str, **facts: object) -> str:
    """A sentence in the reader's language with its facts."""
    return gettext(sentence) % facts if facts else gettext(sentence)
