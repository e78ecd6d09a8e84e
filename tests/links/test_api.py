"""The JSON API of links, to the letter of the documentation."""

import asyncio
import json
from datetime import timedelta
from typing import Any

import pytest

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.refusal import NotFound
from app.keys.models import ApiKey, MonthlyUsage
from app.links.models import Link
from app.names.models import Name
from app.plans import quota
from tests import world
from tests.client import Browser
from tests.conftest import Clock
from tests.counting import queries
from tests.subtests import as_subtests

URL = "/api/v1/links"


class Caller:
    """A program with a key."""

    def __init__(self, client: Browser, key: str) -> None:
        self.client, self.key = client, key

    async def __call__(self, method: str, path: str = URL, body: Any = None, **rest: Any) -> tuple[int, Any, Any]:
        headers = {"Authorization": f"Bearer {self.key}"} | rest.pop("headers", {})
        response = await self.client.open(path, method=method, headers=headers, json=body, **rest)
        return response.status_code, json.loads(await response.get_data(as_text=True)), response.headers


@pytest.fixture
async def taken(budi: Account) -> Link:
    """A link of somebody else's with the name `taken`."""
    return await world.shorten(budi, "taken")


@pytest.fixture
async def call(visitor: Browser, dewi: Account) -> Caller:
    return Caller(visitor, await world.key_of(dewi))


@pytest.fixture
async def free_call(visitor: Browser, sari: Account) -> Caller:
    return Caller(visitor, await world.key_of(sari))


async def requests_of(account: Account) -> int:
    return (await MonthlyUsage.usage_of(account)).used


async def test_a_link_is_made_and_answered_as_documented(call: Caller) -> None:
    status, body, headers = await call("POST", URL, {"url": "https://example.com/p", "slug": "vps-murah"})
    assert (status, body["success"]) == (201, True)
    data = body["data"]
    assert data["short_code"] == "vps-murah"
    assert data["short_url"] == "https://kliqs.test/vps-murah"
    assert data["destination_url"] == "https://example.com/p"
    assert data["created_at"].endswith("Z")
    later = {"id", "title", "description", "expires_at", "has_password", "paused", "clicks", "scans", "updated_at"}
    assert later <= set(data)
    assert (headers["X-RateLimit-Limit"], headers["X-RateLimit-Remaining"]) == ("10000", "9999")
    assert headers["X-Request-Id"]
    assert headers["Cache-Control"] == "no-store"


async def test_unknown_fields_are_ignored_and_a_password_is_never_given_back(call: Caller) -> None:
    _, body, _ = await call("POST", URL, {"url": "https://example.com", "password": "rahasia", "colour": "red"})
    assert body["data"]["has_password"] is True
    assert "rahasia" not in json.dumps(body)


@as_subtests(
    "body, status, code, field",
    [
        ({}, 400, "INVALID_REQUEST", "url"),
        ({"url": ""}, 400, "INVALID_URL", "url"),
        ({"url": "nope"}, 400, "INVALID_URL", "url"),
        ({"url": "shop.example.com/x"}, 400, "INVALID_URL", "url"),
        ({"url": "javascript:alert(1)"}, 400, "INVALID_URL", "url"),
        ({"url": "https://kliqs.test/x"}, 400, "INVALID_URL", "url"),
        ({"url": 5}, 400, "INVALID_REQUEST", "url"),
        ({"url": "https://example.com", "slug": "a b"}, 400, "INVALID_SLUG", "slug"),
        ({"url": "https://example.com", "slug": "Dashboard"}, 400, "RESERVED_SLUG", "slug"),
        ({"url": "https://example.com", "slug": ["x"]}, 400, "INVALID_REQUEST", "slug"),
        ({"url": "https://example.com", "slug": "taken"}, 409, "SLUG_ALREADY_EXISTS", "slug"),
        ({"url": "https://example.com", "slug": "TAKEN"}, 409, "SLUG_ALREADY_EXISTS", "slug"),
        ({"url": "https://example.com", "title": "x" * 201}, 400, "INVALID_REQUEST", "title"),
        ({"url": "https://example.com", "expires_at": "2020-01-01T00:00:00Z"}, 400, "INVALID_EXPIRES_AT", "expires_at"),
        ({"url": "https://example.com", "expires_at": "2040-01-01T00:00:00"}, 400, "INVALID_EXPIRES_AT", "expires_at"),
        ({"url": "https://example.com", "expires_at": "soon"}, 400, "INVALID_EXPIRES_AT", "expires_at"),
        (
            {"url": "https://example.com", "expires_at": "2040-01-01T00:00:00\x00Z"},
            400,
            "INVALID_EXPIRES_AT",
            "expires_at",
        ),
        (
            {"url": "https://example.com", "expires_at": "\x002040-01-01T00:00:00Z\x00"},
            400,
            "INVALID_EXPIRES_AT",
            "expires_at",
        ),
        ({"url": "https://example.com", "expires_at": 7}, 400, "INVALID_REQUEST", "expires_at"),
        ([], 400, "INVALID_REQUEST", None),
        ("text", 400, "INVALID_REQUEST", None),
    ],
)
async def test_each_bad_field_has_its_code_and_costs_nothing(
    call: Caller, dewi: Account, taken: Link, body: Any, status: int, code: str, field: str | None
) -> None:
    answered, refused, _ = await call("POST", URL, body)
    assert (answered, refused["success"], refused["error"], refused.get("field")) == (status, False, code, field)
    assert refused["message"]
    assert refused["request_id"]
    assert await requests_of(dewi) == 0
    assert await world.links_used(dewi) == 0


MALFORMED = [b"", b"{", b'{"url": ', b"[" * 15_000, b'{"url": NaN}', b"\xff\xfe", b'{"url": "\\ud800"}']


@as_subtests("raw", MALFORMED)
async def test_malformed_json_is_a_400_and_never_a_500(call: Caller, raw: bytes) -> None:
    headers = {"Authorization": f"Bearer {call.key}", "Content-Type": "application/json"}
    response = await call.client.post(URL, data=raw, headers=headers)
    assert response.status_code == 400
    assert (await response.get_json())["error"] in {"INVALID_REQUEST", "INVALID_URL"}


async def test_a_byte_order_mark_before_the_json_is_passed_over(call: Caller) -> None:
    headers = {"Authorization": f"Bearer {call.key}", "Content-Type": "application/json"}
    response = await call.client.post(URL, data=b'\xef\xbb\xbf{"url": "https://example.com"}', headers=headers)
    assert response.status_code == 201
    twice = await call.client.post(URL, data=b'\xef\xbb\xbf\xef\xbb\xbf{"url": "https://e.example"}', headers=headers)
    assert twice.status_code == 400


@as_subtests(
    "body, message",
    [
        ({}, "url is required."),
        ({"url": 5}, "url has the wrong type."),
        ([], "The body must be a JSON object."),
        ({"url": "https://example.com", "title": "x" * 201}, "At most 200 characters, please."),
        (
            {"url": "https://example.com", "expires_at": "soon"},
            "Give a time with an offset, such as 2030-01-31T17:00:00Z.",
        ),
        (
            {"url": "https://example.com", "expires_at": "2040-01-01T00:00:00"},
            "Give a time with an offset, such as 2030-01-31T17:00:00Z.",
        ),
        ({"url": "https://example.com", "expires_at": "2020-01-01T00:00:00Z"}, "Choose a time in the future."),
    ],
)
async def test_a_refusal_says_what_would_be_right(call: Caller, body: Any, message: str) -> None:
    assert (await call("POST", URL, body))[1]["message"] == message


async def test_a_refused_format_or_limit_says_what_would_be_right(call: Caller) -> None:
    key = {"Authorization": f"Bearer {call.key}"}
    broken = await call.client.post(URL, data=b"{", headers=key | {"Content-Type": "application/json"})
    assert (await broken.get_json())["message"] == "The body is not valid JSON."
    form = await call.client.post(URL, form={"url": "https://example.com"}, headers=key)
    assert (await form.get_json())["message"] == "Send Content-Type: application/json."
    for limit in ("0", "101", "x"):
        listed = await call("GET", f"{URL}?limit={limit}")
        assert listed[1]["message"] == "limit must be a number from 1 to 100."


@pytest.mark.parametrize(
    "authorization, message",
    [("", "Missing Authorization header."), ("Token x", "Use: Authorization: Bearer and your key.")],
)
async def test_a_key_in_the_wrong_place_is_told_the_right_one(
    visitor: Browser, database: str, authorization: str, message: str
) -> None:
    response = await visitor.get(URL, headers={"Authorization": authorization} if authorization else {})
    assert (response.status_code, (await response.get_json())["message"]) == (401, message)


async def test_what_is_not_json_is_a_415_and_what_is_too_large_a_413(call: Caller) -> None:
    key = {"Authorization": f"Bearer {call.key}"}
    form = await call.client.post(URL, form={"url": "https://example.com"}, headers=key)
    assert (form.status_code, (await form.get_json())["error"]) == (415, "UNSUPPORTED_MEDIA_TYPE")
    large = await call.client.post(URL, json={"url": "https://example.com", "title": "x" * 70_000}, headers=key)
    assert (large.status_code, (await large.get_json())["error"]) == (413, "PAYLOAD_TOO_LARGE")


@pytest.mark.parametrize(
    ("charset", "status"),
    [("utf-8", 201), ("UTF8", 201), ('"utf-8"', 201), ("utf-16", 415), ("latin-1", 415), ("own", 415)],
)
async def test_a_body_is_read_in_the_charset_that_it_says_or_refused(call: Caller, charset: str, status: int) -> None:
    headers = {"Authorization": f"Bearer {call.key}", "Content-Type": f"application/json; charset={charset}"}
    response = await call.client.post(URL, data=b'{"url": "https://example.com/"}', headers=headers)
    answer = await response.get_json()
    assert response.status_code == status
    assert status == 201 or (answer["error"], "UTF-8" in answer["message"]) == ("UNSUPPORTED_MEDIA_TYPE", True)


@as_subtests(
    "authorization, code",
    [
        (None, "UNAUTHORIZED"),
        ("", "UNAUTHORIZED"),
        ("Bearer", "UNAUTHORIZED"),
        ("Basic abc", "UNAUTHORIZED"),
        ("Bearer nonsense", "INVALID_API_KEY"),
        ("Bearer kliqs_sk_live_" + "x" * 38, "INVALID_API_KEY"),
        ("Bearer \xe9", "INVALID_API_KEY"),
    ],
)
async def test_no_key_and_a_wrong_key_are_401(
    visitor: Browser, database: str, authorization: str | None, code: str
) -> None:
    headers = {} if authorization is None else {"Authorization": authorization}
    response = await visitor.post(URL, json={}, headers=headers)
    assert (response.status_code, (await response.get_json())["error"]) == (401, code)
    assert response.headers["WWW-Authenticate"] == "Bearer"


async def test_a_revoked_key_says_so_and_the_scheme_may_be_written_in_any_case(call: Caller, dewi: Account) -> None:
    assert (await call("GET", headers={"Authorization": f"bEaReR {call.key}"}))[0] == 200
    await (await ApiKey.owned_by(dewi).first()).revoke()  # type: ignore[union-attr]
    status, body, _ = await call("GET")
    assert (status, body["error"]) == (401, "REVOKED_API_KEY")


async def test_links_are_read_changed_and_deleted(call: Caller, dewi: Account) -> None:
    _, created, _ = await call("POST", URL, {"url": "https://example.com", "slug": "promo", "title": "Promo"})
    link_url = f"{URL}/{created['data']['id']}"
    status, changed, _ = await call("PATCH", link_url, {"url": "https://example.org/x", "slug": "sale", "title": None})
    assert status == 200
    assert (changed["data"]["short_code"], changed["data"]["title"]) == ("sale", "")
    assert changed["data"]["destination_url"] == "https://example.org/x"
    assert (await call("PATCH", link_url, {"paused": True}))[1]["data"]["paused"] is True
    assert (await call("GET", link_url))[1]["data"]["paused"] is True
    assert (await call("DELETE", link_url))[1]["data"] == {"id": created["data"]["id"], "deleted": True}
    assert (await call("GET", link_url))[1]["error"] == "NOT_FOUND"
    assert await world.links_used(dewi) == 0


async def test_a_change_keeps_what_is_absent_and_clears_what_is_null(call: Caller) -> None:
    later = clock.format_rfc3339(clock.now() + timedelta(days=1))
    body = {"url": "https://example.com", "title": "T", "description": "D", "expires_at": later, "password": "rahasia"}
    _, created, _ = await call("POST", URL, body)
    link_url = f"{URL}/{created['data']['id']}"
    _, kept, _ = await call("PATCH", link_url, {})
    assert {**kept["data"], "updated_at": ""} == {**created["data"], "updated_at": ""}
    _, cleared, _ = await call("PATCH", link_url, {"expires_at": None, "password": None, "description": None})
    data = cleared["data"]
    assert (data["expires_at"], data["has_password"], data["description"]) == (None, False, "")


async def test_anothers_link_is_not_found_and_costs_nothing(call: Caller, budi: Account, dewi: Account) -> None:
    link = await world.shorten(budi, "budis")
    for method, body in (("GET", None), ("PATCH", {"title": "mine"}), ("DELETE", None)):
        status, answer, _ = await call(method, f"{URL}/{link.id}", body)
        assert (status, answer["error"]) == (404, "NOT_FOUND")
    assert await requests_of(dewi) == 0
    assert (await Link.get(id=link.id)).title == ""


async def test_a_list_comes_in_pages_that_miss_nothing(call: Caller, dewi: Account) -> None:
    ids = [str((await world.shorten(dewi, f"link-{n}")).id) for n in range(7)]
    seen: list[str] = []
    cursor = ""
    while True:
        _, body, _ = await call("GET", f"{URL}?limit=3&cursor={cursor}")
        seen += [link["id"] for link in body["data"]["links"]]
        cursor = body["data"]["next_cursor"]
        if not cursor:
            break
    assert seen == ids[::-1]


@as_subtests("query", ["limit=0", "limit=101", "limit=x", "cursor=%00", "cursor=W10", "cursor=bm90aGluZw"])
async def test_a_list_refuses_what_it_cannot_mean(call: Caller, query: str) -> None:
    status, body, _ = await call("GET", f"{URL}?{query}")
    assert (status, body["error"]) == (400, "INVALID_REQUEST")
    assert body["field"] in {"limit", "cursor"}


async def test_a_list_is_searched_and_filtered_by_tag(call: Caller, dewi: Account) -> None:
    await Link.shorten(dewi, url="https://example.com/a", slug="one", title="Batik", tags=["Sale"])
    await Link.shorten(dewi, url="https://example.com/b", slug="two")
    links = [link["short_code"] for link in (await call("GET", f"{URL}?q=batik"))[1]["data"]["links"]]
    tagged = [link["short_code"] for link in (await call("GET", f"{URL}?tag=sale"))[1]["data"]["links"]]
    assert links == tagged == ["one"]
    assert (await call("GET", f"{URL}?q=%25"))[1]["data"]["links"] == []
    for query in ("q=BATIK+one", "q=https://kliqs.test/one", "q=sale", "tag=SALE", "tag=sale,sale"):
        assert [link["short_code"] for link in (await call("GET", f"{URL}?{query}"))[1]["data"]["links"]] == ["one"]
    assert (await call("GET", f"{URL}?tag=sale,other"))[1]["data"]["links"] == []


@as_subtests(
    "when",
    ["2031-01-31T17:00:00z", "2031-02-01T00:00:00+07:00", "2031-01-31 17:00Z", "2031-01-31T17:00:00.0000000000000Z"],
)
async def test_a_time_is_read_as_it_was_meant(call: Caller, when: str) -> None:
    _, created, _ = await call("POST", URL, {"url": "https://example.com", "expires_at": when})
    assert created["data"]["expires_at"] == "2031-01-31T17:00:00Z"


@as_subtests(
    "when, message",
    [
        ("9999-12-31T23:59:59Z", "That is too far away. Choose a time within the next 100 years."),
        ("9999-12-31T23:59:59-14:00", "That is too far away. Choose a time within the next 100 years."),
        ("2040-01-01\x0010:00:00Z", "Give a time with an offset, such as 2030-01-31T17:00:00Z."),
        ("", "Give a time with an offset, such as 2030-01-31T17:00:00Z."),
        ("20400101T100000Z", "Give a time with an offset, such as 2030-01-31T17:00:00Z."),
        ("2040-01-01T24:00:00Z", "There is no such day or time. Check it once more."),
        ("2042-02-30T10:00:00Z", "There is no such day or time. Check it once more."),
        ("2040-01-01T10:00:00+24:00", "There is no such day or time. Check it once more."),
        ("0001-01-01T00:00:00+12:00", "Choose a time in the future."),
        ("1969-01-01T00:00:00Z", "Choose a time in the future."),
    ],
)
async def test_a_time_that_cannot_be_says_why(call: Caller, when: str, message: str) -> None:
    status, body, _ = await call("POST", URL, {"url": "https://example.com", "expires_at": when})
    assert (status, body["error"], body["field"]) == (400, "INVALID_EXPIRES_AT", "expires_at")
    assert body["message"] == message


async def test_the_plans_links_are_a_limit(free_call: Caller, sari: Account) -> None:
    for _ in range(5):
        assert (await free_call("POST", URL, {"url": "https://example.com"}))[0] == 201
    status, body, _ = await free_call("POST", URL, {"url": "https://example.com"})
    assert (status, body["error"]) == (403, "SHORTLINK_LIMIT_REACHED")
    assert await requests_of(sari) == 5


async def test_the_months_requests_are_a_limit_that_begins_anew(free_call: Caller, moved: Clock) -> None:
    for _ in range(30):
        assert (await free_call("GET"))[0] == 200
    status, body, headers = await free_call("GET")
    assert (status, body["error"]) == (429, "API_LIMIT_REACHED")
    assert 0 < int(headers["Retry-After"]) <= 31 * 86_400
    moved.to(clock.start_of_next_month())
    assert (await free_call("GET"))[0] == 200


async def test_thirty_requests_and_sixty_at_once_over_two_keys_count_thirty(visitor: Browser, sari: Account) -> None:
    callers = [Caller(visitor, await world.key_of(sari)) for _ in range(2)]
    answers = await asyncio.gather(*(callers[n % 2]("GET", "/api/v1/me") for n in range(60)))
    assert sorted(status for status, _, _ in answers) == [200] * 30 + [429] * 30
    assert await requests_of(sari) == 30


async def test_fifty_posts_of_one_slug_make_one_link(visitor: Browser, database: str) -> None:
    people = await world.crowd(5, "business")
    callers = [Caller(visitor, await world.key_of(person)) for person in people]
    body = {"url": "https://example.com", "slug": "same"}
    answers = await asyncio.gather(*(callers[n % 5]("POST", URL, body) for n in range(50)))
    assert sorted(status for status, _, _ in answers) == [201] + [409] * 49
    assert await Name.filter(folded="same").count() == 1


async def test_four_links_of_five_and_twenty_at_once_make_one(free_call: Caller, sari: Account) -> None:
    for _ in range(4):
        await world.shorten(sari)
    answers = await asyncio.gather(*(free_call("POST", URL, {"url": "https://example.com"}) for _ in range(20)))
    assert sorted(status for status, _, _ in answers) == [201] + [403] * 19
    assert await world.links_used(sari) == 5
    assert await requests_of(sari) == 1


async def test_me_tells_the_plan_and_what_is_left(call: Caller, dewi: Account) -> None:
    await world.shorten(dewi)
    status, body, _ = await call("GET", "/api/v1/me")
    assert status == 200
    assert body["data"]["plan"] == "pro"
    assert body["data"]["limits"] == {"requests": 10_000, "links": 200}
    assert body["data"]["used"] == {"requests": 1, "links": 1}
    assert body["data"]["resets_at"] == clock.format_rfc3339(clock.start_of_next_month())


async def test_the_operators_numbers_go_before_the_plans(free_call: Caller, sari: Account) -> None:
    sari.requests_limit = 1
    await sari.save(update_fields=["requests_limit"])
    assert (await free_call("GET"))[0] == 200
    assert (await free_call("GET"))[0] == 429
    assert quota.requests_limit(sari) == 1


async def test_wrong_addresses_and_methods_keep_the_envelope(call: Caller) -> None:
    for method, path, status, code in (
        ("GET", "/api/v1/nothing", 404, "NOT_FOUND"),
        ("GET", "/api/", 404, "NOT_FOUND"),
        ("GET", f"{URL}/not-a-uuid", 404, "NOT_FOUND"),
        ("PUT", URL, 405, "METHOD_NOT_ALLOWED"),
        ("OPTIONS", URL, 405, "METHOD_NOT_ALLOWED"),
        ("DELETE", "/api/v1/me", 405, "METHOD_NOT_ALLOWED"),
    ):
        answered, body, headers = await call(method, path)
        assert (answered, body["error"]) == (status, code), path
        assert status != 405 or headers["Allow"]


async def test_messages_are_english_unless_indonesian_is_asked_for(call: Caller) -> None:
    assert (await call("POST", URL, {"url": "x"}))[1]["message"].startswith("Start the address")
    indonesian = await call("POST", URL, {"url": "x"}, headers={"Accept-Language": "id"})
    assert indonesian[1]["message"].startswith("Awali alamat")


async def test_what_breaks_is_logged_and_told_without_detail(call: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError("a secret detail")

    monkeypatch.setattr(Link, "shorten", broken)
    status, body, _ = await call("POST", URL, {"url": "https://example.com"})
    assert (status, body["error"]) == (500, "INTERNAL_ERROR")
    assert "secret" not in json.dumps(body)


async def test_a_link_deleted_while_it_is_changed_is_not_found(call: Caller, dewi: Account) -> None:
    link = await world.shorten(dewi, "promo")
    stale = await Link.get(id=link.id)
    await link.soft_delete(dewi)
    with pytest.raises(NotFound):
        await stale.edit(dewi, title="too late")


async def test_a_created_link_costs_twelve_statements_however_many_names_there_are(call: Caller, dewi: Account) -> None:
    await call("POST", URL, {"url": "https://example.com/first"})
    with queries() as sql:
        status, _, _ = await call("POST", URL, {"url": "https://example.com/p"})
    assert status == 201
    # two ask whether it may lead there, one looks for webhooks, two are its history, the last is its entry in the log
    assert len(sql) == 12, sql
    assert not any("SAVEPOINT" in statement for statement in sql)


async def test_a_name_that_is_taken_leaves_nothing_of_the_request(call: Caller, dewi: Account, budi: Account) -> None:
    await world.shorten(budi, "promo")
    used = await requests_of(dewi)
    status, body, _ = await call("POST", URL, {"url": "https://example.com/p", "slug": "promo"})
    assert (status, body["error"]) == (409, "SLUG_ALREADY_EXISTS")
    assert await world.links_used(dewi) == 0
    assert await requests_of(dewi) == used
