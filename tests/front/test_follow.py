"""What a visit to a short link is answered with."""

import asyncio
from datetime import timedelta

import pytest
from quart import Quart

from app.accounts.models import Account
from app.kernel import clock
from app.links.models import Link
from tests import world
from tests.client import Browser, taken_in
from tests.conftest import Clock
from tests.counting import queries
from tests.subtests import as_subtests


@pytest.fixture
async def promo(sari: Account) -> Link:
    """A link of Sari's to the usual destination."""
    return await world.shorten(sari, "promo")


async def text(browser: Browser, path: str, **rest: object) -> tuple[int, str]:
    response = await browser.get(path, **rest)
    return response.status_code, await response.get_data(as_text=True)


async def test_a_live_link_sends_on_with_its_exact_destination(visitor: Browser, sari: Account) -> None:
    await Link.shorten(sari, url="https://Example.com/a?b=1#c", slug="Promo")
    for path in ("/promo", "/PROMO", "/Promo/"):
        response = await visitor.get(path)
        assert (response.status_code, response.headers["Location"]) == (302, "https://Example.com/a?b=1#c")
        assert response.headers["Cache-Control"] == "private, no-store"
        assert "Set-Cookie" not in response.headers


@pytest.mark.parametrize("status", [301, 302, 307, 308])
async def test_the_owner_chooses_the_kind_of_redirect(visitor: Browser, sari: Account, status: int) -> None:
    await Link.shorten(sari, url=world.DESTINATION, slug="promo", redirect_status=status)
    assert (await visitor.get("/promo")).status_code == status


async def test_each_followed_link_counts_one_click_and_a_scan_apart(
    app: Quart, visitor: Browser, sari: Account
) -> None:
    link = await world.shorten(sari, "promo")
    await visitor.get("/promo")
    await visitor.get("/promo?qr=table")
    await visitor.head("/promo")
    assert await taken_in(app) == 3
    await link.refresh_from_db()
    assert (link.clicks, link.scans) == (1, 1)
    assert link.last_followed_at


async def test_an_alias_leads_to_the_same_place(visitor: Browser, sari: Account) -> None:
    await Link.shorten(sari, url=world.DESTINATION, slug="promo", aliases=["sale"])
    assert (await visitor.get("/sale")).headers["Location"] == world.DESTINATION


@pytest.mark.parametrize(
    "destination, query, expected",
    [
        ("https://e.com/", "a=1", "https://e.com/?a=1"),
        ("https://e.com/?a=0&b=2#f", "a=1", "https://e.com/?b=2&a=1#f"),
        ("https://e.com/?x=%41", "utm_source=ig", "https://e.com/?x=%41&utm_source=ig"),
        ("https://e.com/", "qr=table", "https://e.com/"),
        ("https://e.com/", "url=https://evil.test", "https://e.com/?url=https://evil.test"),
        ("https://e.com/", "a=%0d%0aX:1", "https://e.com/?a=%0d%0aX:1"),
        ("https://e.com/", "%FF=%00", "https://e.com/?%FF=%00"),
        ("https://e.com/", "flag", "https://e.com/?flag"),
        ("https://e.com/", "a=%20+%2B&b", "https://e.com/?a=%20+%2B&b"),
        ("https://e.com/?own&x=%7e+y&&z=", "a", "https://e.com/?own&x=%7e+y&&z=&a"),
        ("https://e.com/?k%65y=1&b", "key=2&Q%52=table", "https://e.com/?b&key=2"),
    ],
)
async def test_the_visitors_parameters_are_added_and_theirs_win(
    visitor: Browser, sari: Account, destination: str, query: str, expected: str
) -> None:
    await Link.shorten(sari, url=destination, slug="promo")
    assert (await visitor.get(f"/promo?{query}")).headers["Location"] == expected


async def test_parameters_stay_here_when_the_owner_says_so(visitor: Browser, sari: Account) -> None:
    await Link.shorten(sari, url="https://e.com/", slug="promo", forward_query=False)
    assert (await visitor.get("/promo?a=1")).headers["Location"] == "https://e.com/"


@as_subtests(
    "behind",
    [
        ")",
        ").",
        ",",
        ".",
        '"',
        ">",
        "]",
        "'",
        "!",
        "%3F",
        ":",
        ";",
        "*",
        "_",
        "~",
        "-",
        "…",
        "”",
        "’",
        "»",
        "。",
        "）",
        "%20",
        "%E2%80%8B",
        "%C2%A0",
        "❤️",
        '">',
        "_*.",
    ],
)
async def test_punctuation_behind_a_name_does_not_lead_astray(visitor: Browser, promo: Link, behind: str) -> None:
    response = await visitor.get(f"/promo{behind}")
    assert (response.status_code, response.headers["Location"]) == (302, world.DESTINATION)


async def test_a_name_as_it_is_written_goes_before_one_without_its_punctuation(visitor: Browser, sari: Account) -> None:
    await Link.shorten(sari, url="https://example.com/1", slug="promo")
    await Link.shorten(sari, url="https://example.com/2", slug="promo_")
    for path, leads in (("/promo_", 2), ("/promo_).", 2), ("/promo-).", 1), ("/@promo).", None)):
        location = (await visitor.get(path)).headers["Location"]
        assert location == (f"https://example.com/{leads}" if leads else "/promo%29.")


@as_subtests(
    "path",
    ["/promo)x", "/promo%00", "/promo)%0A", "/).", "/pr).", "/promo" + ")" * 33, "/promo" + ")" * 9_000, "/promo)é"],
)
async def test_what_is_more_than_punctuation_is_unknown(visitor: Browser, promo: Link, path: str) -> None:
    assert (await visitor.get(path)).status_code in {404, 414, 431}


async def test_the_preview_and_the_password_of_a_name_with_punctuation_are_its_own(
    visitor: Browser, sari: Account
) -> None:
    await Link.shorten(sari, url=world.DESTINATION, slug="promo")
    await Link.shorten(sari, url=world.DESTINATION, slug="locked", password="rahasia")
    for path in ("/promo+", "/promo+).", "/promo).+"):
        assert world.DESTINATION.removeprefix("https://example.com") in (await text(visitor, path))[1]
    assert (await visitor.post("/locked).", form={"password": "rahasia"})).headers["Location"] == world.DESTINATION


async def test_what_is_unknown_is_a_404_in_the_visitors_language(visitor: Browser, database: str) -> None:
    status, page = await text(visitor, "/nothing-here", headers={"Accept-Language": "id"})
    assert status == 404
    assert 'lang="id"' in page
    assert 'lang="en"' in (await text(visitor, "/nothing-here", headers={"Accept-Language": "en-GB"}))[1]
    assert "<script" not in page


ODD = ["/%00", "/%zz", "/a%2", "/%ff", "/a/b/c", "/..%2f..%2fetc", "/%F0%9F%98%80", "/.env", "/@", "/+"]


@as_subtests("path", ODD)
async def test_odd_paths_are_never_our_fault(visitor: Browser, database: str, path: str) -> None:
    assert (await visitor.get(path, headers={"User-Agent": "\xff" * 300})).status_code in {302, 404}


async def test_a_link_ends_to_the_second(visitor: Browser, sari: Account, moved: Clock) -> None:
    moved.to(clock.now().replace(microsecond=0))
    await Link.shorten(sari, url=world.DESTINATION, slug="promo", expires_at=clock.now() + timedelta(seconds=60))
    moved.on(timedelta(seconds=59))
    assert (await visitor.get("/promo")).status_code == 302
    moved.on(timedelta(seconds=1))
    assert (await visitor.get("/promo")).status_code == 410


async def test_paused_deleted_renamed_and_blocked_links_say_so(app: Quart, visitor: Browser, sari: Account) -> None:
    async def status(path: str) -> int:
        await app.extensions["redirects"].lookup.wait_until_current()  # as after every request that changes something
        return (await visitor.get(path)).status_code

    link = await world.shorten(sari, "promo")
    await link.pause()
    assert await status("/promo") == 410
    await link.resume()
    await link.edit(sari, slug="sale")
    assert await status("/promo") == 410
    assert await status("/sale") == 302
    await link.block("phishing")
    assert await status("/sale") == 451
    assert "phishing" in (await text(visitor, "/sale"))[1]
    await link.unblock()
    await link.soft_delete(sari)
    assert await status("/sale") == 410


async def test_archived_links_go_on_working(visitor: Browser, sari: Account) -> None:
    link = await world.shorten(sari, "promo")
    await link.archive()
    assert (await visitor.get("/promo")).status_code == 302


async def test_a_password_page_reveals_nothing_and_the_right_word_leads_on(
    app: Quart, visitor: Browser, sari: Account
) -> None:
    secret = "https://secret.example.com/x"
    link = await Link.shorten(sari, url=secret, slug="promo", title="Hidden title", password="batik")
    status, page = await text(visitor, "/promo")
    assert status == 200
    assert "secret.example.com" not in page
    assert "Hidden title" not in page
    wrong = await visitor.post("/promo", form={"password": "nope"})
    assert wrong.status_code == 422
    right = await visitor.post("/promo?a=1", form={"password": "batik"})
    assert (right.status_code, right.headers["Location"]) == (303, "https://secret.example.com/x?a=1")
    assert right.headers["Cache-Control"] == "private, no-store"
    await taken_in(app)
    await link.refresh_from_db()
    assert link.clicks == 1


async def test_guesses_are_limited_also_for_the_right_word(visitor: Browser, sari: Account) -> None:
    await Link.shorten(sari, url=world.DESTINATION, slug="promo", password="batik")
    for _ in range(30):
        await visitor.post("/promo", form={"password": "wrong"})
    response = await visitor.post("/promo", form={"password": "batik"})
    assert response.status_code == 429
    assert int(response.headers["Retry-After"]) > 0


async def test_the_preview_page_never_redirects_and_is_not_counted(app: Quart, visitor: Browser, sari: Account) -> None:
    await world.shorten(sari, "promo")
    status, page = await text(visitor, "/promo+")
    assert status == 200
    assert "example.com" in page
    assert await taken_in(app) == 0


async def test_the_preview_of_a_locked_link_shows_nothing_private(visitor: Browser, sari: Account) -> None:
    await Link.shorten(sari, url="https://secret.example.com", slug="promo", title="Hidden", password="batik")
    _, page = await text(visitor, "/promo+")
    assert "secret.example.com" not in page
    assert "Hidden" not in page


@pytest.mark.parametrize("query", ["", "?utm_source=ig&flag&x=%20+"])
async def test_a_page_name_with_at_leads_to_the_plain_name(visitor: Browser, database: str, query: str) -> None:
    response = await visitor.get(f"/@rumahkawung{query}")
    assert (response.status_code, response.headers["Location"]) == (302, f"/rumahkawung{query}")


@as_subtests("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
async def test_other_methods_are_refused(visitor: Browser, promo: Link, method: str) -> None:
    response = await visitor.open("/promo", method=method)
    assert response.status_code == 405
    assert response.headers["Allow"]


async def test_two_hundred_visits_at_once_pass_a_limit_of_fifty_fifty_times(
    app: Quart, visitor: Browser, sari: Account
) -> None:
    link = await Link.shorten(sari, url=world.DESTINATION, slug="promo", click_limit=50)
    answers = await asyncio.gather(*(visitor.get("/promo") for _ in range(200)))
    assert sorted(answer.status_code for answer in answers) == [302] * 50 + [410] * 150
    await link.refresh_from_db()
    assert link.admitted == 50
    assert await taken_in(app) == 50


async def test_following_asks_the_orm_nothing_and_writes_nothing(app: Quart, visitor: Browser, sari: Account) -> None:
    await world.shorten(sari, "promo")
    await visitor.get("/promo")
    with queries() as sql:
        await visitor.get("/promo")
    assert not [statement for statement in sql if "names" in statement or "links" in statement]


async def test_a_journal_that_cannot_be_written_keeps_nobody_waiting(
    app: Quart, visitor: Browser, sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = await world.shorten(sari, "promo")

    def full(*_: object) -> int:
        raise OSError("No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr("app.visits.recording.journal.os.write", full)
        assert (await visitor.get("/promo")).status_code == 302
    assert await taken_in(app) == 1
    await link.refresh_from_db()
    assert link.clicks == 1


async def test_whoever_asks_not_to_be_counted_is_not(app: Quart, visitor: Browser, sari: Account) -> None:
    await world.shorten(sari, "promo")
    await visitor.get("/promo", headers={"Cookie": "a=b; kliqs_uncounted=1"})
    untracked = await Link.shorten(sari, url=world.DESTINATION, slug="quiet")
    await Link.filter(id=untracked.id).update(tracked=False)
    assert (await visitor.get("/quiet")).status_code == 302
    assert await taken_in(app) == 0
