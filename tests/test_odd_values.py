"""No address and no form of the app breaks on a value that nobody expects: every rule, every part, every argument.

The values are in tests/odd_values.py. What comes back may be anything but a 5xx. What reads a value is the same code on
both databases, and PostgreSQL refuses all that sqlite3 does and more: zero bytes, and numbers of more than 32 bits. So
it is tried there. To try every value at every place, which takes minutes, set OTHERS to 1_000.
"""

from collections import Counter
from collections.abc import AsyncGenerator, Iterator, Sequence
from itertools import product
from random import Random
from typing import cast
from urllib.parse import parse_qsl, urljoin, urlsplit

import pytest
from quart import Quart
from werkzeug.routing import Rule

from app.accounts import progress_stream, stream_seats
from app.accounts.models import Account, Session
from app.accounts.request_account import FIELD
from app.docs.reference_pages import OPERATIONS
from app.gateway.upstreams.upstream_client import upstream_connections
from app.kernel import clock
from app.payloads.registry import KINDS
from app.web import event_stream
from tests import world
from tests.client import Browser
from tests.odd_values import ODD, Addresses, Reading, asked_for, cursors, furnished, post_forms, quoted
from tests.operators_at_work import make_operator
from tests.pages.gallery import qris_payload, rich
from tests.sign_in.letters import send_mail

__all__ = ["asked_for"]
pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]  # they walk hundreds of addresses, those of operators too
BASE = {
    "/report": "page=toko",
    "/dashboard/qr/design": "kind=page&name=toko",
    "/dashboard/analytics": "period=custom&from=2026-11-01&to=2026-11-28",
    "/dashboard/ai/end-users/export.json": "user=pelanggan-7",
    "/stats": "period=custom&to=2026-11-28",
}
QUERIES = {  # one function reads them all; the model that has the field says how
    "/api/v1" + operation.path.replace("{id}", "<uuid:id>"): {
        Reading(name, next(model.__qualname__ for model in operation.query.__mro__ if name in model.__annotations__))
        for name in operation.query.model_fields
    }
    for operation in OPERATIONS
    if operation.query
}
OTHERS = 2
ALONE = 2  # addresses at which what one function reads is tried by itself
NAMES_OF_A_READER = 12  # that are tried with all of these values
ENDINGS = {
    "leaving.delete_me",
    "leaving.delete_workspace",
    "security.change_password",
    "security.change_email",
    "guests.erase_guest_data",
    "sign_up.submit_sign_up",
    "mail_links.use_sign_in_link",
    "password_reset.use_restore",
    "disown.disown_sign_in",
    "sign_in.sign_in",
    "security.sign_out_everywhere",
    "passkey_settings.remove_passkey",
    "sign_in.sign_out",
    "bulk_links.apply_action",
    "audience.delete_subscriber",
    "tips.disconnect",
    "composer.delete_post",
    "post_files.delete_file",
    "publishing_accounts.disconnect_account",
    "abuse_cases.block_target",
}  # after these the world is another one
PICTURES = {"abuse_cases.case_picture"}  # whose forms lead nowhere
UNREACHED = {  # off, not begun, or elsewhere
    "ai_videos.read_content",
    "metrics.metrics_endpoint",
    "connections.disconnect_form",
    "publishing_oauth.connect_form",
    "publishing_choice.choose_form",
    "data_deletion.deletion_page",
    "invitation.invitation_page",
    "oauth.callback",
    "password_reset.new_password_form",
    "authenticator.turn_off_form",
    "authenticator.new_codes_form",
}
TYPED = {  # what makes a form whole where a page leaves it empty, so that every field of it is read
    "url": "https://example.com/a",
    "email": "budi@example.com",
    "name": "Budi",
    "password": "correct horse battery",
    "current": "correct horse battery",
    "title": "A title",
    "typed": "https://example.com/a",
    "text": "https://example.com/a",
    "slug": "another-name",
    "number": "081234567890",
    "network": "Rumah",
    "first": "Budi",
    "address": "budi@example.com",
    "payload": qris_payload(),
}
FEW = ("\x00", "\ud800", "9" * 40, "x" * 10_000)


@pytest.fixture(autouse=True)
async def _connections() -> AsyncGenerator[None]:
    """Connections to upstreams are open, as in a server."""
    async with upstream_connections():
        yield


@pytest.fixture
async def world_of_sari(app: Quart, sari: Account, monkeypatch: pytest.MonkeyPatch) -> Addresses:
    send_mail()
    monkeypatch.setattr(event_stream, "MAX_STREAM_SECONDS", 0.01)
    monkeypatch.setattr(stream_seats, "POLL_INTERVAL", 0.005)
    monkeypatch.setattr(progress_stream, "LOOK_INTERVAL", 0.005)
    world_of_hers = await furnished(sari)
    await make_operator(sari)
    await Session.all().update(second_factor_at=clock.now())
    return world_of_hers


@pytest.fixture
async def signed_in(app: Quart, world_of_sari: Addresses) -> Browser:
    browser = cast(Browser, app.test_client())
    browser.sign_in(world_of_sari.session)
    return browser


def rules(app: Quart) -> Iterator[tuple[Rule, str]]:
    """Every rule with each of its methods."""
    for rule in app.url_map.iter_rules():
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            yield rule, method


def some(values: Sequence[str], reader: str) -> list[str]:
    """Those that every reader has to bear, and others: for one reader the same every time, each of them for some."""
    chance = Random(reader + "postgres")  # noqa: S311 - to be the same every time
    return [*FEW, *chance.sample(values, min(len(values), OTHERS))]


async def ask(browser: Browser, world: Addresses, path: str, method: str = "GET") -> int:
    """The status of the answer; 599 when it breaks off."""
    of_api = path.startswith(("/api/", "/v1/"))
    headers = {"Authorization": f"Bearer {world.key}"} if of_api else {}
    body: object = {} if method in {"POST", "PUT", "PATCH"} and of_api else None
    try:
        return (await browser.open(path, method=method, headers=headers, json=body)).status_code
    except Exception:  # in the middle of a stream
        return 599


async def test_no_part_of_any_address_breaks_anything(
    app: Quart, signed_in: Browser, visitor: Browser, world_of_sari: Addresses
) -> None:
    broken, known = [], set[tuple[str, str]]()
    for rule, method in rules(app):
        for part, who in product(sorted(rule.arguments), (signed_in, visitor)):
            reader = (rule.endpoint.partition(".")[0], part)
            whole = method == "GET" and who is signed_in and reader not in known
            known |= {reader} if whole else set()
            for odd in some(ODD, "".join(reader)) if whole else FEW[:1]:  # what only PostgreSQL refuses
                status = await ask(who, world_of_sari, path := world_of_sari.of(rule, **{part: odd}), method)
                broken += [f"{method} {path[:90]}: {status}"] if status >= 500 else []
    assert not broken, "\n".join(broken)


@pytest.mark.slow
async def test_no_argument_of_any_query_breaks_anything(
    app: Quart, signed_in: Browser, world_of_sari: Addresses, asked_for: set[Reading]
) -> None:
    broken, unreached, met, of_reader = [], [], Counter[Reading](), Counter[str]()

    async def status_with(rule: Rule, /, **odd: str) -> int:
        base = dict(parse_qsl(next((BASE[prefix] for prefix in BASE if rule.rule.startswith(prefix)), "")))
        query = "&".join(f"{name}={quoted(value)}" for name, value in (base | odd).items())
        status = await ask(signed_in, world_of_sari, f"{world_of_sari.of(rule)}?{query}")
        broken.extend([f"{rule.rule} {odd!a:.90}: {status}"] if status >= 500 else [])
        return status

    for rule, method in rules(app):
        if method != "GET":
            continue
        asked_for.clear()
        status = await status_with(rule)
        unreached += [f"{rule.rule}: {status}"] if status >= 400 and rule.endpoint not in UNREACHED else []
        readings = asked_for | QUERIES.get(rule.rule, set())
        rarest = {reading.name: reading for reading in sorted(readings, key=lambda reading: (-met[reading], reading))}
        for name, reading in sorted(rarest.items()):
            for odd in odd_arguments(name, rule, met[reading], of_reader[reading.reader]):
                await status_with(rule, **{name: odd})
            of_reader[reading.reader] += not met[reading]
        known = [name for name, reading in rarest.items() if met[reading] >= ALONE]
        if known and await status_with(rule, **dict.fromkeys(known, FEW[0])) >= 400:
            for name in known:
                await status_with(rule, **{name: FEW[0]})
        met.update(readings)
    assert not broken, "\n".join(broken)
    assert not unreached, unreached
    assert len(met) > 200


def odd_arguments(name: str, rule: Rule, times: int, names: int) -> Sequence[str]:
    """What an argument is tried with where its rarest reader was met so often before, and has read so many names.

    Those that are read by known functions alone are tried together, and one by one where that is refused. What reads
    many names, the filters of statistics, reads all of them in one way: behind the first ones two values are enough.
    """
    values = some(tuple(cursors()) if name == "cursor" else ODD, rule.rule + name)
    if names > NAMES_OF_A_READER:
        values = values[:4:2]
    return values if not times else values[-OTHERS:] if times < ALONE else ()


@pytest.mark.slow
async def test_no_field_of_any_form_breaks_anything(
    app: Quart, signed_in: Browser, visitor: Browser, world_of_sari: Addresses
) -> None:
    forms: dict[tuple[str, frozenset[str]], tuple[Browser, str, dict[str, str | None]]] = {}
    await visitor.post("/start", form={"name": "Budi", "slug": "toko-budi"})  # a guest's pages have forms of their own
    for rule, method in rules(app):
        path = world_of_sari.of(rule)
        walked = method == "GET" and rule.endpoint not in PICTURES
        people = (signed_in,) if rule.rule.startswith("/dashboard") else (signed_in, visitor)
        for who, address in product(people, pages(path, rule.rule)) if walked else ():
            answer = await who.get(address, follow_redirects=True)
            page = await answer.get_data(as_text=True) if answer.mimetype == "text/html" else ""
            for action, fields in post_forms(page):
                place = urljoin(address, action)
                forms.setdefault((endpoint(app, place), frozenset(fields)), (who, place, fields))
    assert len(forms) > 40
    broken, tried, taken, met = [], set[tuple[str, str]](), set[str](), Counter[tuple[str, str]]()

    def late(form: tuple[tuple[str, frozenset[str]], object]) -> int:
        """First what has fields, then what is only pressed, then what ends the world."""
        (reader, names), _ = form
        return 2 if reader in ENDINGS else not names - {FIELD}

    for (reader, names), (who, place, fields) in sorted(forms.items(), key=late):
        whole = {
            name: value or TYPED.get(name.removeprefix("given-"), "")
            for name, value in fields.items()
            if value is not None
        }
        await world.forget_attempts()
        known = {name for endpoint, name in tried if endpoint == reader} | {FIELD}  # one gate reads that for all forms
        tried |= {(reader, name) for name in names - known}
        odds = [{name: odd} for name in sorted(names - known) for odd in odd_fields(reader, name, met)]
        for odd in odds or [{}]:
            body = "&".join(f"{quoted(key)}={quoted(value)}" for key, value in (whole | odd).items())
            answer = await who.post(
                place, data=body.encode(), headers={"Content-Type": "application/x-www-form-urlencoded"}
            )
            broken += [f"{place} {odd!a:.90}: {answer.status_code}"] if answer.status_code >= 500 else []
            taken |= {reader} if answer.status_code < 400 else set()
    assert not broken, "\n".join(broken)
    assert len(tried) > 200
    assert len(taken) > 20


def odd_fields(reader: str, name: str, met: Counter[tuple[str, str]]) -> Sequence[str]:
    """What a field is tried with: always a zero byte; then one of the few others in turn, and any other value.

    A blueprint reads a field of one name in one way: all three go to the first form, two to the second one.
    """
    kind = (reader.partition(".")[0], name)
    values = [FEW[0], FEW[1 + met.total() % (len(FEW) - 1)], some(ODD, reader + name)[-1]]
    met[kind] += 1
    return values[:1] if reader in ENDINGS else values[: max(1, 4 - met[kind])]


def pages(path: str, rule: str) -> list[str]:
    """A page, and the states of it that hold other forms."""
    kinds = [f"{path}?kind={kind}" for kind in KINDS] if rule in {"/dashboard/qr/design", "/dashboard/batch/"} else []
    blocks = [f"{path}?open={block.id}" for block in rich().blocks] if rule == "/dashboard/pages/<uuid:id>" else []
    return [f"{path}?{BASE[rule]}" if rule in BASE else path, *kinds, *blocks]


def endpoint(app: Quart, place: str) -> str:
    """The endpoint that a form is sent to."""
    return str(app.url_map.bind("kliqs.test").match(urlsplit(place).path, method="POST")[0])
