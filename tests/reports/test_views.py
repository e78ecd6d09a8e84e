"""Anybody can report a page or a link; nothing of whoever did is kept."""

import pytest

from app.accounts.models import Account
from app.pages.content import Content
from app.pages.models import Page
from app.pages.public.rendering import style_hash
from app.pages.theme.stylesheet import theme_css
from app.pages.theme.theme import Theme
from app.reports.models import REASONS, Report, by_address
from tests import world
from tests.client import Browser


async def test_a_page_and_a_link_are_reported(visitor: Browser, sari: Account) -> None:
    page = await Page.make(sari, "kawung", Content(name="Kawung"))
    link = await world.shorten(sari, "promo")
    for name in ("kawung", "PROMO"):
        form = await (await visitor.get(f"/report?page={name}")).get_data(as_text=True)
        assert f'value="{name.lower()}"' in form
        answer = await visitor.post("/report", form={"page": name, "reason": "deceives", "words": "Palsu"})
        assert answer.status_code == 200
    first, second = await Report.open()
    assert (first.page_id, first.link_id, second.page_id, second.link_id) == (page.id, None, None, link.id)


@pytest.mark.parametrize(
    ("wrong", "status"),
    [
        ({"reason": ""}, 400),
        ({"reason": "x"}, 400),
        ({"words": "x" * 1001}, 400),
        ({"page": "nobody"}, 404),
        ({"page": "\x00"}, 404),
    ],
)
async def test_what_is_wrong_is_said_and_nothing_typed_is_lost(
    visitor: Browser, sari: Account, wrong: dict[str, str], status: int
) -> None:
    await world.shorten(sari, "promo")
    answer = await visitor.post("/report", form={"page": "promo", "reason": "harms", "words": "Hati-hati"} | wrong)
    assert answer.status_code == status
    if "reason" in wrong:
        assert "Hati-hati" in await answer.get_data(as_text=True)
    assert not await Report.open().exists()


async def test_one_address_reports_only_so_often(visitor: Browser, sari: Account) -> None:
    await world.shorten(sari, "promo")
    form_values = {"page": "promo", "reason": "other", "words": ""}
    answers = [(await visitor.post("/report", form=form_values)).status_code for _ in range(by_address.most + 1)]
    assert answers == [200] * by_address.most + [429]


async def test_a_closed_report_is_not_shown_again(sari: Account) -> None:
    await world.shorten(sari, "promo")
    report = await Report.submit("promo", next(iter(REASONS)), "", "203.0.113.9")
    await report.close()
    assert not await Report.open().exists()


async def test_the_report_of_a_page_is_in_its_look_and_that_of_a_link_is_ours(visitor: Browser, sari: Account) -> None:
    page = await Page.make(sari, "kawung", Content(name="Kawung", theme=Theme(preset="malam")))
    await page.publish(sari)
    await world.shorten(sari, "promo")
    look = theme_css(page.content.theme)

    for answer in (
        await visitor.get("/report?page=kawung&lang=en"),
        await visitor.post("/report", form={"page": "kawung", "reason": "", "words": "x"}),
        await visitor.post("/report", form={"page": "kawung", "reason": "harms"}),
    ):
        text = await answer.get_data(as_text=True)
        assert look in text and "<bdi>Kawung</bdi>" in text and f'href="{page.url}"' in text
        assert (
            style_hash(text[text.index("<style>") + 7 : text.index("</style>")])
            in answer.headers["Content-Security-Policy"]
        )
        assert answer.headers["Cache-Control"] == "private, no-store" and "Set-Cookie" not in answer.headers
    assert "<style>" not in await (await visitor.get("/report?page=promo")).get_data(as_text=True)
    await page.unpublish()
    assert look not in await (await visitor.get("/report?page=kawung")).get_data(as_text=True), "nobody sees that page"


async def test_all_faults_of_a_report_are_said_at_once(visitor: Browser, sari: Account) -> None:
    await world.shorten(sari, "promo")
    answer = await visitor.post("/report", form={"page": "promo", "reason": "", "words": "x" * 1001})
    text = await answer.get_data(as_text=True)
    assert 'id="reason-note"' in text and 'id="words-note"' in text and "x" * 1001 in text
