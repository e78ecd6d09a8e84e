"""The pages of the request log: every filter, a request by its id, paging, and the log as a file."""

import csv
import io
import json
import re
from datetime import timedelta
from typing import Any
from urllib.parse import quote

import pytest
from quart import Quart

from app.accounts.models import Account
from app.keys import key_filter, request_search
from app.keys.models import ApiKey, LoggedRequest
from app.keys.raw_key import PREFIX
from app.keys.request_search import Search
from app.keys.request_views import curl_command, indent_json
from app.privacy import restriction
from app.web.csv_writer import BOM
from tests import world
from tests.client import Browser
from tests.conftest import Clock
from tests.keys.callers import log_kept, past_request, request

PATH = "/dashboard/settings/api-keys/requests/"
HX = {"HX-Request": "true", "HX-Request-Type": "partial"}


async def text_of(browser: Browser, path: str = "", **headers: Any) -> str:
    response = await browser.get(PATH + path, **headers)
    assert response.status_code == 200, path
    return await response.get_data(as_text=True)


def paths(page: str) -> list[str]:
    """The paths of the requests in a page, in its order."""
    return re.findall(r"<code>\w+ /api/v1/([\w-]+)</code></a>", page)


@pytest.fixture
async def filled(dewi: Account, moved: Clock) -> dict[str, LoggedRequest]:
    """Requests that differ in one thing each, by a word in their path; the later ones last."""
    shop, bot = [(await ApiKey.issue(dewi, name))[0] for name in ("shop", "bot")]
    things: dict[str, dict[str, Any]] = {
        "old": {"created_at": moved.now - timedelta(days=3)},
        "plain": {"sent": '{"slug": "kopi-susu"}'},
        "post": {"method": "POST"},
        "refused": {"status": 409, "error": "SLUG_ALREADY_EXISTS"},
        "broken": {"status": 500, "error": "INTERNAL_ERROR", "ms": 90},
        "route": {"route": "/api/v1/links/{id}"},
    }
    rows = {}
    for number, (word, values) in enumerate(things.items()):
        id = f"{word:x<20}"
        at = values.pop("created_at", moved.now - timedelta(minutes=10 - number))
        rows[word] = await past_request(shop, request_id=id, path=f"/api/v1/{word}", created_at=at, **values)
    rows["bot"] = await past_request(bot, path="/api/v1/bot")
    return rows


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["bot", "route", "broken", "refused", "post", "plain"]),
        ("days=7", ["bot", "route", "broken", "refused", "post", "plain", "old"]),
        ("days=all&status=5", ["broken"]),
        ("status=4", ["refused"]),
        ("status=2", ["bot", "route", "post", "plain"]),
        ("method=POST", ["post"]),
        ("error=SLUG_ALREADY_EXISTS", ["refused"]),
        ("route=/api/v1/links/%7Bid%7D", ["route"]),
        ("q=rout", ["route"]),
        ("q=KOPI-susu", ["plain"]),
        ("q=oldxxxxxxxxxxxxxxxxx", ["old"]),
        ("q=nothing", []),
        (
            "status=9&method=DANCE&error=x&route=y&days=-1&cursor=w",
            ["bot", "route", "broken", "refused", "post", "plain"],
        ),
    ],
)
async def test_requests_are_found_by(
    as_dewi: Browser, filled: dict[str, LoggedRequest], query: str, found: list[str]
) -> None:
    assert paths(await text_of(as_dewi, f"?{query}")) == found
    assert paths(await text_of(as_dewi, f"?{query}", headers=HX)) == found


async def test_requests_are_found_by_key(as_dewi: Browser, filled: dict[str, LoggedRequest]) -> None:
    key = await ApiKey.get(id=filled["bot"].key_id)
    for words in (key.id, "BO", key.last_four, f"bot · …{key.last_four}"):
        assert paths(await text_of(as_dewi, f"?key={quote(str(words))}")) == ["bot"], words
    assert paths(await text_of(as_dewi, "?key=" + quote(f"shop · …{key.last_four}"))) == []


async def test_a_key_is_typed_where_there_are_more_than_a_choice_offers(
    as_dewi: Browser, filled: dict[str, LoggedRequest], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert '<select class="select requests__filter" id="requests-key"' in await text_of(as_dewi, "")
    monkeypatch.setattr(key_filter, "MOST_CHOICES", 1)
    key = await ApiKey.get(id=filled["plain"].key_id)
    page = await text_of(as_dewi, f"?key={key.id}")
    assert f'name="key" value="shop · …{key.last_four}" list="requests-keys"' in page
    assert 'id="requests-keys"><option value="' in page and page.count("<datalist") == 1


async def test_sub_keys_leave_the_keys_of_the_account_their_places_among_the_choices(
    dewi: Account, moved: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(key_filter, "MOST_CHOICES", 2)
    key = (await ApiKey.issue(dewi, "shop"))[0]
    for name in ("Budi", "Sari"):
        moved.now += timedelta(minutes=1)
        sub_key = (await ApiKey.issue(dewi, name))[0]
        await ApiKey.filter(id=sub_key.id).update(parent_id=key.id)
    choices = await key_filter.key_choices(dewi, "")
    assert [label.partition(" ")[0] for _id, label in choices.pairs] == ["shop", "Sari"] and choices.typed


async def test_a_pasted_key_is_searched_by_its_end_and_stays_out_of_the_url(as_dewi: Browser) -> None:
    raw, url = f"{PREFIX}{'a' * 34}4f9a", f"{PATH}?key=4f9a"
    for typed in (raw, f"Bearer {raw}", f'"{raw}"', f"{PREFIX}aaaa…4f9a"):
        query = {"key": typed, "days": "1", "cursor": "x"}
        plain, fragment = [await as_dewi.get(PATH, query_string=query, headers=headers) for headers in ({}, HX)]
        assert (plain.status_code, plain.location, fragment.headers["HX-Redirect"]) == (303, url, url), typed
    page = await (await as_dewi.get(url)).get_data(as_text=True)
    assert 'name="key" value="4f9a"' in page and PREFIX not in page
    assert key_filter.parse_key(PREFIX) == ""


async def test_the_figures_are_those_of_the_filter(dewi: Account, filled: dict[str, LoggedRequest]) -> None:
    figures = await request_search.load_figures(dewi, Search(status="4"))
    assert (figures.total, figures.refused, dict(figures.by_class)) == (6, 2, {"2": 4, "4": 1, "5": 1})
    assert (figures.half, figures.most) == (1, 90)
    nothing = await request_search.load_figures(dewi, Search(q="nothing"))
    assert (nothing.total, nothing.half, nothing.most) == (0, None, None)


async def test_pages_follow_each_other_without_a_gap(
    as_dewi: Browser, filled: dict[str, LoggedRequest], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(request_search, "PAGE_SIZE", 4)
    seen, query = list[str](), "days=all"
    while query:
        page = await text_of(as_dewi, f"?{query}")
        seen += paths(page)
        more = re.search(r'href="[^"?]*\?([^"]*cursor=[^"]*)" hx-get', page)
        query = more[1].replace("&amp;", "&") if more else ""
    assert seen == ["bot", "route", "broken", "refused", "post", "plain", "old"]


async def test_one_request_is_explained_beside_its_list(as_dewi: Browser, filled: dict[str, LoggedRequest]) -> None:
    page = await text_of(as_dewi, f"{filled['refused'].id}?status=4")
    assert "SLUG_ALREADY_EXISTS.</strong>" in page
    assert paths(page) == ["refused"] and "refusedxxxxxxxxxxxxx" in page
    assert "aria-current" in page


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"method": "GET"}, "Yes<"),
        ({"method": "POST", "status": 201}, "Yes, unless its Idempotency-Key repeated an earlier request"),
        ({"method": "POST", "route": "/api/v1/links/bulk"}, "Once for each item that succeeded"),
        ({"method": "POST", "status": 409}, "No, only answers with a 2xx status count"),
    ],
)
async def test_a_request_says_whether_it_counted(
    as_dewi: Browser, dewi: Account, values: dict[str, Any], words: str
) -> None:
    row = await past_request((await ApiKey.issue(dewi, "shop"))[0], **values)
    assert words in await text_of(as_dewi, f"{row.id}")


async def test_the_log_is_a_csv_file(as_dewi: Browser, filled: dict[str, LoggedRequest]) -> None:
    response = await as_dewi.get(f"{PATH}export.csv?days=all")
    text = (await response.get_data(as_text=True)).removeprefix(BOM)
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["path"].rpartition("/")[2] for row in rows] == [
        "bot",
        "route",
        "broken",
        "refused",
        "post",
        "plain",
        "old",
    ]
    assert rows[3]["error"] == "SLUG_ALREADY_EXISTS" and rows[3]["key"] == "shop"
    assert "attachment" in response.headers["Content-Disposition"]


async def test_the_log_is_a_json_file_with_bodies(
    as_dewi: Browser, filled: dict[str, LoggedRequest], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(request_search, "BATCH_SIZE", 2)
    rows = json.loads(await text_of(as_dewi, "export.json?q=plain"))
    assert [row["sent"] for row in rows] == ['{"slug": "kopi-susu"}']
    assert len(json.loads(await text_of(as_dewi, "export.json?days=all"))) == 7
    assert json.loads(await text_of(as_dewi, "export.json?q=nothing")) == []


async def test_nobody_sees_the_requests_of_others(as_budi: Browser, filled: dict[str, LoggedRequest]) -> None:
    assert (await as_budi.get(f"{PATH}{filled['plain'].id}")).status_code == 404
    for path in ("?days=all", f"?key={filled['bot'].key_id}&days=all", "?q=oldxxxxxxxxxxxxxxxxx"):
        assert paths(await text_of(as_budi, path)) == []
    assert json.loads(await text_of(as_budi, "export.json?days=all")) == []


async def test_a_call_is_in_the_log_as_soon_as_one_looks(
    app: Quart, as_dewi: Browser, visitor: Browser, dewi: Account
) -> None:
    key = await world.key_of(dewi)
    async with log_kept(app):
        await request(visitor, key, "POST", "/links", json={"url": world.DESTINATION, "slug": "promo"})
        assert paths(await text_of(as_dewi)) == ["links"]
        row = await LoggedRequest.get()
        page = await text_of(as_dewi, f"{row.id}")
        assert row.request_id in page and "&#34;slug&#34;: &#34;promo&#34;" in page


async def test_the_page_of_a_frozen_account_says_why_nothing_is_added(as_dewi: Browser, dewi: Account) -> None:
    assert "requests are not logged" not in await text_of(as_dewi)
    await restriction.freeze(dewi, await world.owner(dewi))
    assert "requests are not logged" in await text_of(as_dewi)


async def test_what_a_stranger_sent_is_text(as_dewi: Browser, dewi: Account) -> None:
    key, _ = await ApiKey.issue(dewi, "<b>x")
    row = await past_request(key, path="/api/v1/<script>", sent='{"x": "</code><script>"}', method="POST")
    for page in (await text_of(as_dewi), await text_of(as_dewi, f"{row.id}")):
        assert "<script>" not in page.replace("<script ", "") and "<b>x" not in page


def test_a_request_is_repeated_by_a_command() -> None:
    row = LoggedRequest(method="POST", path="/api/v1/links", sent='{"title": "it\'s"}')
    command = curl_command(row)
    assert command.startswith("curl -X POST https://kliqs.test/api/v1/links \\\n")
    assert '-H "Authorization: Bearer $KLIQS_KEY"' in command
    assert """-d '{"title": "it'"'"'s"}'""" in command
    assert "-d" not in curl_command(LoggedRequest(method="POST", path="/", sent='{"title": "cut…'))


def test_a_body_is_shown_as_it_is_easy_to_read() -> None:
    assert indent_json('{"a": 1}') == '{\n  "a": 1\n}'
    assert indent_json('{"a": "cut…') == '{"a": "cut…'
