"""The pages of requests to models: every filter, one request with the way that it took, paging, and the CSV file."""

from __future__ import annotations

import csv
import io
import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from quart import Quart

from app.accounts.models import Account, Membership
from app.accounts.roles import EDITOR, VIEWER
from app.gateway.contents.end_user_digest import digest_of_end_user
from app.gateway.contents.kept_content import KeptContent
from app.gateway.metering.ai_request import HUNG_UP, PLAYGROUND, RELEASED, RESERVED, AiRequest
from app.gateway.metering.limits_of_keys import AiKeyTerms
from app.gateway.screens import request_search
from app.gateway.screens.request_search import RequestSearch
from app.gateway.screens.request_words import REASONS
from app.gateway.upstreams.errors import UpstreamError
from app.kernel import clock, installation
from app.keys.models import ApiKey
from app.web.csv_writer import BOM
from tests import world
from tests.client import Browser
from tests.counting import queries
from tests.gateway.offering import offer_model
from tests.gateway.screens.usage_rows import kept_request, request_of, used_on
from tests.subtests import as_subtests

PATH = "/dashboard/ai/requests"
HX = {"HX-Request": "true", "HX-Request-Type": "partial"}


@pytest.fixture(autouse=True)
async def offered(database: str) -> None:
    await offer_model()
    await offer_model("pictures-1", kind="image", prices={"images": 40_000_000})


async def words(browser: Browser, path: str = "", **headers: Any) -> str:
    response = await browser.get(PATH + path, **headers)
    assert response.status_code == 200, path
    return re.sub(r"\s+", " ", await response.get_data(as_text=True))


async def shown(browser: Browser, query: str = "") -> set[str]:
    """The words by which the fixture tells its requests apart: their models."""
    return set(re.findall(r'class="item__name"><a [^>]+>([^<]+)</a>', await words(browser, query)))


@pytest.fixture
async def filled(budi: Account) -> dict[str, AiRequest]:
    """Requests that differ in one thing each, by the name of their model."""
    shop, bot = [(await ApiKey.issue(budi, name))[0] for name in ("shop", "bot")]
    digest = digest_of_end_user(budi.id, "customer-7")
    things: dict[str, dict[str, Any]] = {
        "plain": {},
        "old": {"at": clock.now() - timedelta(days=3)},
        "failed": {"status": 502, "state": RELEASED},
        "died": {"status": 0, "state": RELEASED},
        "gone": {"status": HUNG_UP},
        "running": {"status": 0, "state": RESERVED},
        "customer": {"end_user": digest},
    }
    rows = {word: await request_of(budi, shop, model=word, **values) for word, values in things.items()}
    rows["bot"] = await request_of(budi, bot, model="bot")
    rows["tried"] = await request_of(budi, model="tried", source=PLAYGROUND)
    return rows


async def test_requests_of_the_last_day_are_listed_first(as_budi: Browser, filled: dict[str, AiRequest]) -> None:
    assert await shown(as_budi) == {*filled} - {"old"}
    assert await shown(as_budi, "?days=7") == {*filled}


async def test_each_filter_finds_what_it_names(as_budi: Browser, budi: Account, filled: dict[str, AiRequest]) -> None:
    digest = digest_of_end_user(budi.id, "customer-7")
    for query, expected in {
        "status=failed": {"failed", "died"},
        "status=hung_up": {"gone"},
        f"key={filled['bot'].key_id}": {"bot"},
        "key=playground": {"tried"},
        "key=Playground&lang=en": {"tried"},
        "key=bot": {"bot"},
        "model=plain": {"plain"},
        "q=RIED": {"tried"},
        "q=customer-7": {"customer"},
        f"q=u_{digest[:8]}": {"customer"},
        "q=u_ffffffffffff": set(),
        f"q={filled['old'].request_id}": {"old"},
        "key=nonsense": set(),
        "status=nonsense&days=nonsense": {*filled} - {"old"},
    }.items():
        assert await shown(as_budi, f"?{query}") == expected, query


async def test_a_key_with_the_name_of_a_source_is_found_by_it(
    as_budi: Browser, budi: Account, filled: dict[str, AiRequest]
) -> None:
    await request_of(budi, (await ApiKey.issue(budi, "Playground"))[0], model="named")
    assert await shown(as_budi, "?key=Playground&lang=en") == {"named", "tried"}
    file = await words(as_budi, "/export.csv?key=Playground&lang=en")
    assert "named" in file and "tried" in file
    assert await shown(as_budi, "?key=playground") == {"tried"}


async def test_a_pasted_key_is_searched_by_its_end_and_stays_out_of_the_url(as_budi: Browser, budi: Account) -> None:
    for headers, name in ({}, "Location"), ({"HX-Request": "true"}, "HX-Redirect"):
        query = {"key": f"kliqs_sk_live_{'a' * 34}4f9a", "status": "failed"}
        response = await as_budi.get(PATH, query_string=query, headers=headers)
        assert response.headers[name] == f"{PATH}?key=4f9a&status=failed"


async def test_the_filters_offer_the_keys_and_models_and_count_what_failed(
    as_budi: Browser, budi: Account, filled: dict[str, AiRequest]
) -> None:
    await used_on(budi, clock.now().date(), 7, model="plain")
    page = await words(as_budi)
    assert f'value="{filled["bot"].key_id}"' in page
    assert '<option value="plain"' in page
    assert 'Failed <span class="stats__count">2</span>' in page


async def test_a_request_says_how_fast_it_was_what_it_used_and_what_it_cost(
    as_budi: Browser, budi: Account, filled: dict[str, AiRequest]
) -> None:
    price = {"prices": {"input": 150, "output": 600}, "rate": 10_000, "margin": 0}
    await AiRequest.filter(id=filled["customer"].id).update(price=price)
    page = await words(as_budi, f"/{filled['customer'].id}")
    for part in (
        "340 ms",
        "1.9 s",
        "Rp41 → Rp7",
        "960 in (512 cached) · 88 out",
        "Rp1,500 / Rp6,000",
        "/v1/chat/completions",
        filled["customer"].request_id,
        f"u_{filled['customer'].end_user[:8]}",
    ):
        assert part in page, part
    assert filled["customer"].end_user not in page, "the whole digest is not needed"
    assert 'aria-current="true"' in page, "the row of the list is marked"


async def test_a_request_shows_the_routes_that_were_tried_in_their_order(as_budi: Browser, budi: Account) -> None:
    tries = [{"upstream": "first", "status": 503, "ms": 90}, {"upstream": "second", "status": 200, "ms": 250}]
    row = await request_of(budi, tries=tries)
    page = await words(as_budi, f"/{row.id}")
    way = page[page.index("<dt>Route</dt>") : page.index("<dt>Used</dt>")]
    assert re.findall(r"first|503|90 ms|second|200|250 ms", way) == ["first", "503", "90 ms", "second", "200", "250 ms"]


@as_subtests(
    "columns, sentence",
    [
        (
            {"status": HUNG_UP},
            "Your side closed the connection after 88 tokens. You pay for those and not for the rest.",
        ),
        ({"status": HUNG_UP, "usage": {}}, "Your side closed the connection before the answer began."),
        ({"status": 502, "cost": 0}, "No provider answered as it should. You pay nothing for it."),
        ({"status": 503, "cost": 0}, "No provider of this model was available. You pay nothing for it."),
        ({"status": 502}, "No provider answered as it should. You pay for what had reached you."),
        ({"status": 400, "cost": 0}, "The provider refused what was sent. You pay nothing for it."),
        ({"status": 500, "cost": 0}, "Something broke on our side. You pay nothing for it."),
        ({"status": 0}, "Kliqs was stopped while it ran. You pay for what had reached you."),
        ({"status": 0, "state": RESERVED}, "It is under way. What it costs is settled when it ends."),
        ({"estimated": True}, "The provider did not say what it used, so Kliqs counted."),
        ({"own_key": True, "cost": 0}, "Nothing: your own key at the provider pays."),
    ],
)
async def test_a_request_says_how_it_ended_and_who_pays(
    as_budi: Browser, budi: Account, columns: dict[str, Any], sentence: str
) -> None:
    row = await request_of(budi, **columns)
    assert sentence in await words(as_budi, f"/{row.id}")


@pytest.mark.parametrize(
    "model, usage, used",
    [
        ("pictures-1", {"images": 2}, "2 pictures"),
        ("small-1", {"milliseconds": 8_000}, "8 s"),
        ("small-1", {"input": 5, "output": 6, "reasoning": 4}, "5 → 10"),
        ("small-1", {}, ""),
    ],
)
async def test_a_row_says_in_few_characters_what_was_used(
    as_budi: Browser, budi: Account, model: str, usage: dict[str, int], used: str
) -> None:
    await request_of(budi, model=model, usage=usage)
    page = await words(as_budi)
    assert re.findall(r'<span class="num">([^<]*)</span></p>', page) == ([used] if used else [])


async def test_content_is_not_kept_and_the_page_says_by_which_rule(as_budi: Browser, budi: Account) -> None:
    key = (await ApiKey.issue(budi, "shop"))[0]
    row, tried = await request_of(budi, key), await request_of(budi, source=PLAYGROUND)
    page = await words(as_budi, f"/{row.id}")
    assert "Not kept: that is the rule for this key." in page
    assert f"/dashboard/settings/api-keys/{key.id}/models/" in page
    assert "of what you do in the dashboard, nothing is." in await words(as_budi, f"/{tried.id}")
    await AiKeyTerms.create(key=key, account=budi, content_days=7)
    assert "Nothing was kept of this request." in await words(as_budi, f"/{row.id}")
    now = clock.now()
    await KeptContent.create(
        request=row, account=budi, sealed="sealed", created_at=now, ends_at=now + timedelta(days=7)
    )
    page = await words(as_budi, f"/{row.id}")
    assert "Kept encrypted until" in page
    assert "Read the content" in page


async def test_owners_read_what_is_kept_when_they_ask_for_it(as_budi: Browser, budi: Account) -> None:
    row = await kept_request(budi, (await ApiKey.issue(budi, "shop"))[0], "<b>rahasia</b>")
    assert "rahasia" not in await words(as_budi, f"/{row.id}")
    page = await words(as_budi, f"/{row.id}/content")
    assert "rahasia" in page
    assert "<b>rahasia" not in page
    assert "What was answered" in page
    response = await as_budi.get(f"{PATH}/{row.id}/content")
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.parametrize("role", [VIEWER, EDITOR])
async def test_nobody_but_owners_reads_what_is_kept(as_sari: Browser, sari: Account, budi: Account, role: str) -> None:
    await Membership.create(user=await world.owner(sari), account=budi, role=role, created_at=clock.now())
    row = await kept_request(budi, (await ApiKey.issue(budi, "shop"))[0], "rahasia")
    assert "Read the content" not in await words(as_sari, f"/{row.id}")
    response = await as_sari.get(f"{PATH}/{row.id}/content")
    assert response.status_code == 403
    assert "rahasia" not in await response.get_data(as_text=True)


async def test_content_that_ended_or_was_never_kept_is_not_there(as_budi: Browser, budi: Account) -> None:
    row, other = await kept_request(budi, (await ApiKey.issue(budi, "shop"))[0], "rahasia"), await request_of(budi)
    await KeptContent.all().update(ends_at=clock.now())
    assert (await as_budi.get(f"{PATH}/{row.id}/content")).status_code == 404
    assert (await as_budi.get(f"{PATH}/{other.id}/content")).status_code == 404


async def test_content_of_a_secret_that_is_gone_says_so(as_budi: Browser, budi: Account) -> None:
    row = await kept_request(budi, (await ApiKey.issue(budi, "shop"))[0], "rahasia")
    await KeptContent.all().update(sealed="nonsense")
    assert "It cannot be decrypted any more" in await words(as_budi, f"/{row.id}/content")


async def test_an_installation_that_keeps_no_content_offers_none(as_budi: Browser, budi: Account) -> None:
    row = await request_of(budi, (await ApiKey.issue(budi, "shop"))[0])
    config = installation.current().config
    installation.current().config = config.model_copy(update={"gateway_content_days": 0})
    try:
        assert "Change the rule of the key" not in await words(as_budi, f"/{row.id}")
    finally:
        installation.current().config = config


async def test_the_list_goes_on_where_it_ended(
    as_budi: Browser, budi: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(request_search, "PAGE_SIZE", 2)
    for number in range(5):
        await request_of(budi, model=f"model-{number}", at=clock.now() - timedelta(minutes=number))
    seen, query = [], ""
    while True:
        page = await words(as_budi, query, headers=HX)
        seen += re.findall(r'class="item__name"><a [^>]+>([^<]+)</a>', page)
        more = re.search(r'class="more" id="more"><a class="btn" href="([^"]+)"', page)
        if more is None:
            break
        query = more[1].removeprefix(PATH)
    assert seen == [f"model-{number}" for number in range(5)]


async def test_the_file_has_every_request_to_the_unit_and_no_formula(
    as_budi: Browser, budi: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(request_search, "BATCH_SIZE", 2)
    key = (await ApiKey.issue(budi, "=HYPERLINK(1)"))[0]
    for number in range(3):
        await request_of(budi, key, cost=7_000_001 + number, at=clock.now() - timedelta(minutes=number))
    response = await as_budi.get(f"{PATH}/export.csv")
    rows = list(csv.DictReader(io.StringIO((await response.get_data(as_text=True)).removeprefix(BOM))))
    assert [row["cost_rupiah"] for row in rows] == ["7.000001", "7.000002", "7.000003"]
    assert {row["key"] for row in rows} == {"'=HYPERLINK(1)"}
    assert rows[0]["input_tokens"] == "960"
    assert (await response.get_data(as_text=True)).count("\r\n") == 4


async def test_requests_that_are_older_than_they_are_listed_are_nowhere(as_budi: Browser, budi: Account) -> None:
    row = await request_of(budi, at=clock.now() - timedelta(days=92))
    assert await shown(as_budi, "?days=all") == set()
    assert (await as_budi.get(f"{PATH}/{row.id}")).status_code == 404


async def test_a_strangers_request_is_not_there(as_budi: Browser, sari: Account) -> None:
    row = await request_of(sari)
    assert (await as_budi.get(f"{PATH}/{row.id}")).status_code == 404
    assert (await as_budi.get(f"{PATH}/{uuid4()}")).status_code == 404
    assert await shown(as_budi, f"?q={row.request_id}") == set()


async def test_a_viewer_reads_requests_and_gets_no_controls_of_keys(
    as_sari: Browser, sari: Account, budi: Account
) -> None:
    user = await world.owner(sari)
    await Membership.create(user=user, account=budi, role=VIEWER, created_at=clock.now())
    key = (await ApiKey.issue(budi, "shop"))[0]
    row = await request_of(budi, key)
    page = await words(as_sari, f"/{row.id}")
    assert "shop" in page
    assert "/dashboard/settings/api-keys/" not in page


async def test_it_costs_the_same_for_one_request_and_for_twenty(as_budi: Browser, budi: Account, app: Quart) -> None:
    key = (await ApiKey.issue(budi, "shop"))[0]
    await request_of(budi, key)
    await words(as_budi)
    with queries() as few:
        await words(as_budi)
    for number in range(20):
        await request_of(budi, key, model=f"model-{number}")
    with queries() as many:
        await words(as_budi)
    assert len(few) == len(many) <= 14


def test_a_search_is_read_from_its_address_and_written_into_it() -> None:
    search = RequestSearch.of({"q": " gpt ", "status": "failed", "days": "7", "key": "assistant"})
    assert search.url(cursor="abc") == f"{PATH}?q=gpt&key=assistant&status=failed&days=7&cursor=abc"
    assert RequestSearch().url() == PATH


async def test_whoever_never_asked_a_model_is_sent_to_the_playground(as_budi: Browser) -> None:
    for query in ("", "?days=all", "?status=failed"):
        page = await words(as_budi, query)
        assert "No requests yet" in page and "No requests in this time" not in page and "Show all requests" not in page
        assert 'href="/dashboard/ai/playground"><span>Try a model' in page


async def test_whoever_asked_before_the_period_is_offered_all_requests(as_budi: Browser, budi: Account) -> None:
    await request_of(budi, at=clock.now() - timedelta(days=3))
    page = await words(as_budi)
    assert "No requests in this time" in page and "Show all requests" in page and "No requests yet" not in page


async def test_a_video_names_the_address_it_was_asked_at_and_no_first_word(as_budi: Browser, budi: Account) -> None:
    row = await request_of(budi, endpoint="videos.create", first_ms=None, whole_ms=40)
    page = await words(as_budi, f"/{row.id}")
    assert "<code>/v1/videos</code>" in page and "First " not in page and "<dd>40 ms</dd>" in page
    assert "0 s<" not in page


@pytest.mark.parametrize(
    ("status", "error", "says"),
    [
        (502, "provider_unreachable", "The provider could not be reached."),
        (502, "provider_timed_out", "The provider did not answer in time."),
        (502, "malformed_answer", "The provider sent an answer that cannot be read."),
        (502, "credential_refused", "The provider refused the key with which it was asked."),
        (502, "rate_limit_exceeded", "The provider took no more requests at that time."),
        (502, "something_else", "No provider answered as it should."),
        (400, "context_length_exceeded", "What was sent is longer than the model can read."),
        (HUNG_UP, "cancelled", "You cancelled it. You pay nothing for it."),
    ],
)
async def test_what_happened_is_said_in_words_without_a_name_from_the_code(
    as_budi: Browser, budi: Account, status: int, error: str, says: str
) -> None:
    row = await request_of(budi, status=status, error=error, state=RELEASED, cost=0)
    page = await words(as_budi, f"/{row.id}")
    assert says in page and error not in page.replace(says, "")


async def test_the_code_of_a_provider_is_named_as_such_where_no_sentence_says_it(
    as_budi: Browser, budi: Account
) -> None:
    row = await request_of(budi, status=400, error="invalid_value", state=RELEASED, cost=0)
    page = await words(as_budi, f"/{row.id}")
    assert "The provider refused what was sent." in page and "Code of the provider" in page and "invalid_value" in page


def test_every_kind_of_upstream_error_has_a_sentence() -> None:
    kinds = [UpstreamError]
    for kind in kinds:
        kinds += kind.__subclasses__()
    assert {kind.name for kind in kinds} - {*REASONS} == {"provider_failed", "no_route"}, "their statuses say it"
