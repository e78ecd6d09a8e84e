"""Leaving an address on a page, and taking it away again: counted once, told to nobody, kept no longer than wished."""

import asyncio
import re
from datetime import timedelta

import pytest
from quart import Quart, Response

from app.accounts.guest import find_guest
from app.accounts.models import Account
from app.audience import subscribe_form as offers
from app.audience.models import MAX_PENDING, Subscriber
from app.audience.subscribe_form import SubscribeForm
from app.guests import start_form
from app.kernel import db
from app.kernel.refusal import TooManyAttempts
from app.ops.retention_sweep import delete_expired
from app.pages.block import Block
from app.pages.theme.stylesheet import theme_css
from app.web.forms import Form
from tests.audience.conftest import CONSENT, Forms, form_block, letters, page_with
from tests.client import Browser
from tests.conftest import Clock

RANI = {"email": "Rani@Example.com ", "consent": "on"}
ADDRESS = "203.0.113.7"


async def text_of(response: Response) -> str:
    return await response.get_data(as_text=True)


async def leaving(browser: Browser, url: str, form: dict[str, str] = RANI) -> str:
    """The path under which the thanked one can leave again."""
    response = await browser.post(url, form=form)
    assert response.status_code == 200
    match = re.search(r'href="(/audience/[\w-]+)\?page=kawung"', await text_of(response))
    assert match
    return match[1]


async def test_an_address_is_kept_with_what_was_agreed_to(visitor: Browser, forms: Forms, sari: Account) -> None:
    response = await visitor.post(forms.open, form=RANI)

    subscriber = await Subscriber.owned_by(sari).get()
    assert (subscriber.email, subscriber.consent, subscriber.language, subscriber.status) == (
        "rani@example.com",
        CONSENT,
        "id",
        "active",
    )
    assert "Terima kasih banyak" in await text_of(response)
    for name, value in (
        ("Referrer-Policy", "same-origin"),
        ("Cache-Control", "private, no-store"),
        ("X-Robots-Tag", "noindex"),
    ):
        assert response.headers[name] == value
    assert "Set-Cookie" not in response.headers
    assert "script" not in response.headers["Content-Security-Policy"]


async def test_twice_is_once_and_answered_the_same(visitor: Browser, forms: Forms) -> None:
    answers = [re.sub(r"/audience/[\w-]+", "", await text_of(await visitor.post(forms.open, form=RANI))) for _ in "12"]

    assert answers[0] == answers[1]
    assert await Subscriber.all().count() == 1


async def test_many_at_once_are_one(forms: Forms) -> None:
    subscribe_form = await SubscribeForm.at("kawung", forms.open.rpartition("-")[2])

    tokens = await asyncio.gather(
        *(
            subscribe_form.subscribe("rani@example.com", agreed=True, trap="", address=f"203.0.113.{at}")
            for at in range(12)
        )
    )

    assert await Subscriber.all().count() == 1
    assert len(set(tokens)) == 12 and {len(token) for token in tokens} == {64}
    assert [bool((await Subscriber.by_token(token))[0]) for token in tokens].count(True) == 1


async def test_robots_are_thanked_and_nothing_is_kept(visitor: Browser, forms: Forms) -> None:
    response = await visitor.post(forms.open, form=RANI | {"website": "https://spam.example", "consent": ""})

    assert response.status_code == 200
    assert "Terima kasih banyak" in await text_of(response)
    assert await Subscriber.all().count() == 0


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({"email": "rani", "consent": "on"}, "email"),
        ({"email": "", "consent": "on"}, "email"),
        ({"email": "rani@example.com"}, "consent"),
        ({"email": "a@b.example\r\nBcc: x@y.example", "consent": "on"}, "email"),
    ],
)
async def test_what_is_wrong_is_said_and_kept_in_the_field(
    visitor: Browser, forms: Forms, form: dict[str, str], field: str
) -> None:
    response = await visitor.post(forms.open, form=form)

    text = await text_of(response)
    assert response.status_code == 422
    assert f'id="{field}-note"' in text and CONSENT in text
    assert await Subscriber.all().count() == 0


async def test_only_forms_that_visitors_see_take_addresses(
    visitor: Browser, forms: Forms, sari: Account, budi: Account
) -> None:
    link = Block.new("link", {"title": "Toko", "url": "https://example.com", "note": ""})
    await page_with(budi, "lain", link)
    block = forms.open.rpartition("-")[2]
    for url in (
        forms.hidden,
        f"/lain/subscribe-{link.id}",
        f"/lain/subscribe-{block}",
        "/kawung/subscribe-x",
        f"/nobody/subscribe-{block}",
        f"/%00/subscribe-{block}",
    ):
        for method in ("GET", "POST"):
            response = await visitor.open(url, method=method, form=RANI if method == "POST" else None)
            assert response.status_code == 404, url

    await forms.page.unpublish()
    assert (await visitor.post(forms.open, form=RANI)).status_code == 404
    await forms.page.publish(sari)
    assert (await visitor.get(forms.open)).status_code == 200
    await forms.page.soft_delete()
    assert (await visitor.post(forms.open, form=RANI)).status_code == 404
    assert await Subscriber.all().count() == 0


async def test_a_page_that_nobody_claimed_collects_nothing(visitor: Browser) -> None:
    page, token = await start_form.create_page(None, Form({"name": "Kawung"}), "id", ADDRESS)
    guest = await find_guest(token)
    assert guest
    block = form_block()
    await page.change(page.content.with_block(block), "block")
    await page.publish(guest)

    assert (await visitor.post(f"/kawung/subscribe-{block.id}", form=RANI)).status_code == 404


async def test_it_is_limited_by_the_visitors_address(visitor: Browser, forms: Forms) -> None:
    for at in range(offers.by_address.most):
        assert (await visitor.post(forms.open, form=RANI | {"email": f"r{at}@example.com"})).status_code == 200

    response = await visitor.post(forms.open, form=RANI | {"email": "last@example.com"})
    assert response.status_code == 429
    assert int(response.headers["Retry-After"]) > 0
    assert not await Subscriber.filter(email="last@example.com").exists()


async def test_it_is_limited_by_page(forms: Forms, monkeypatch: pytest.MonkeyPatch) -> None:
    subscribe_form = await SubscribeForm.at("KAWUNG", forms.open.rpartition("-")[2])
    for at in range(offers.by_page.most):
        await offers.by_page.attempt(str(forms.page.id))
        assert at >= 0

    with pytest.raises(TooManyAttempts):
        await subscribe_form.subscribe("rani@example.com", agreed=True, trap="", address=ADDRESS)


async def test_who_is_asked_first_is_on_the_list_after_they_confirm(visitor: Browser, forms: Forms) -> None:
    by_page = await leaving(visitor, forms.asking)
    [(to, words)] = await letters()
    match = re.search(r"/audience/[\w-]+", words)
    assert match and to == "rani@example.com" and CONSENT not in words
    assert (await Subscriber.get()).status == "pending"

    assert (await visitor.post(by_page, form={"do": "confirm"})).status_code == 404, "typed by anybody"
    assert (await Subscriber.get()).status == "pending"
    shown = await visitor.get(match[0])
    assert CONSENT in await text_of(shown) and "rani@example.com" in await text_of(shown)
    assert (await Subscriber.get()).status == "pending", "mail programs open links"
    assert (await visitor.post(match[0], form={"do": "confirm"})).status_code == 200
    assert (await Subscriber.get()).status == "active"


async def test_asking_again_makes_the_older_mail_worthless_and_is_limited(
    app: Quart, forms: Forms, moved: Clock
) -> None:
    for _ in range(5):
        assert (await app.test_client().post(forms.asking, form=RANI)).status_code == 200
        moved.on(timedelta(seconds=1))

    sent = [re.search(r"/audience/([\w-]+)", words) for _, words in await letters()]
    assert len(sent) == offers.by_recipient.most == 3
    came_by_mail = [(await Subscriber.by_token(match[1]))[1] for match in sent if match]
    assert came_by_mail == [False, False, True]


async def test_addresses_that_nobody_confirms_are_forgotten(visitor: Browser, forms: Forms, moved: Clock) -> None:
    await visitor.post(forms.asking, form=RANI)
    await visitor.post(forms.open, form=RANI | {"email": "wati@example.com"})
    moved.on(MAX_PENDING + timedelta(seconds=1))

    await delete_expired()

    assert [subscriber.email for subscriber in await Subscriber.all()] == ["wati@example.com"]


async def test_leaving_and_coming_back(visitor: Browser, forms: Forms) -> None:
    path = await leaving(visitor, forms.open)
    assert (await visitor.post(path, form={"do": "unsubscribe"})).status_code == 200
    assert (await Subscriber.get()).status == "unsubscribed"

    await visitor.post(forms.open, form=RANI)
    assert (await Subscriber.get()).status == "unsubscribed"
    match = re.search(r"/audience/[\w-]+", (await letters())[0][1])
    assert match and (await visitor.post(match[0], form={"do": "confirm"})).status_code == 200
    assert (await Subscriber.get()).status == "active"
    response = await visitor.post(match[0], form={"do": "delete"})
    assert response.status_code == 200
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert await Subscriber.all().count() == 0


async def test_nobody_learns_or_changes_what_is_there_by_typing_an_address(visitor: Browser, forms: Forms) -> None:
    mine = await leaving(visitor, forms.open)
    guessed = await leaving(visitor, forms.open)
    nowhere = "/audience/" + "0" * 64

    pages = [await text_of(await visitor.get(path)) for path in (mine, guessed, nowhere)]
    assert len({re.sub(r"[0-9a-f]{64}", "", page) for page in pages}) == 1
    answers = [await text_of(await visitor.post(path, form={"do": "delete"})) for path in (guessed, nowhere)]
    assert await Subscriber.all().count() == 1
    answers.append(await text_of(await visitor.post(mine, form={"do": "delete"})))
    assert len({re.sub(r"[0-9a-f]{64}", "", answer) for answer in answers}) == 1
    assert await Subscriber.all().count() == 0


async def test_a_token_works_from_a_mail_program_and_nothing_else_is_done(visitor: Browser, forms: Forms) -> None:
    path = await leaving(visitor, forms.open)
    for form in ({}, {"do": "x"}, {"do": "confirm"}):
        assert (await visitor.post(path, form=form)).status_code == 404

    response = await visitor.post(path, form={"do": "unsubscribe"}, headers={"Origin": "null"})
    assert response.status_code == 200
    assert (await visitor.post(forms.open, form=RANI, headers={"Origin": "https://other.example"})).status_code == 403


async def test_no_address_of_a_visitor_is_kept(visitor: Browser, forms: Forms) -> None:
    subscribe_form = await SubscribeForm.at("kawung", forms.open.rpartition("-")[2])
    await subscribe_form.subscribe("rani@example.com", agreed=True, trap="", address=ADDRESS)
    await start_form.create_page(None, Form({"name": "Tamu"}), "id", ADDRESS)

    for table in ("subscribers", "accounts", "pages", "links", "names"):
        assert ADDRESS not in str(await db.query_rows(f"SELECT * FROM {table}", []))  # noqa: S608


async def test_the_form_speaks_the_language_of_the_page(visitor: Browser, forms: Forms) -> None:
    text = await text_of(await visitor.get(forms.open, headers={"Accept-Language": "en"}))
    assert '<html lang="id">' in text
    assert '<html lang="en">' in await text_of(await visitor.get(f"{forms.open}?lang=en"))


async def test_the_form_the_thanks_and_the_way_out_are_in_the_pages_own_look(visitor: Browser, forms: Forms) -> None:
    look = theme_css(forms.page.content.theme)
    thanks = await visitor.post(forms.open, form=RANI)
    path = await leaving(visitor, forms.open, {"email": "budi@example.com", "consent": "on"}) + "?page=kawung"
    shown = [
        await visitor.get(forms.open),
        await visitor.post(forms.open, form={}),
        thanks,
        await visitor.get(path),
        await visitor.post(path, form={"do": "delete"}),
    ]
    for response in shown:
        text = await text_of(response)
        assert look in text and "<bdi>Rumah Kawung</bdi>" in text
        assert 'lang="id"' in text, "a page speaks its own language"
        assert "style-src 'sha256-" in response.headers["Content-Security-Policy"]


async def test_the_look_of_a_token_says_nothing_of_the_token(visitor: Browser, forms: Forms) -> None:
    path = await leaving(visitor, forms.open)
    nothing = "/audience/" + "0" * 64
    for query in ("", "?page=kawung", "?page=nobody", "?page=%00"):
        pages = [
            re.sub(r"/audience/\w+", "", await text_of(await visitor.get(path_tried + query)))
            for path_tried in (path, nothing)
        ]
        assert pages[0] == pages[1], query
        for deed in ("unsubscribe",):
            answers = [
                await text_of(await visitor.post(path_tried + query, form={"do": deed}))
                for path_tried in (path, nothing)
            ]
            assert answers[0] == answers[1], query


async def test_a_missing_tick_and_a_wrong_address_are_said_at_once(visitor: Browser, forms: Forms) -> None:
    text = await text_of(await visitor.post(forms.open, form={"email": "rani"}))
    assert 'id="email-note"' in text and 'id="consent-note"' in text and 'value="rani"' in text
