"""News of the gateway in the dashboard, for everybody, whether they get emails or not."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.gateway.catalogue.ai_model import AiModel
from app.gateway.notices.announcement import write_model_notices, write_notice
from app.gateway.notices.notice import SERVICE
from app.kernel import clock
from tests.client import Browser
from tests.gateway.offering import offer_model

HOME, NEWS = "/dashboard/ai", "/dashboard/ai/news"


@pytest.fixture(autouse=True)
async def offered(database: str) -> None:
    await offer_model()


async def words(browser: Browser, path: str) -> str:
    response = await browser.get(path)
    assert response.status_code == 200
    return await response.get_data(as_text=True)


async def test_without_news_the_overview_has_no_card_of_them(as_budi: Browser) -> None:
    assert "news-h" not in await words(as_budi, HOME)
    assert "No news yet" in await words(as_budi, NEWS)


async def test_everybody_reads_what_the_operator_wrote_in_their_own_language(
    as_budi: Browser, as_sari: Browser
) -> None:
    await write_notice(
        SERVICE, title_id="Pindah pusat data", title_en="New <b>data centre</b>", text_id="Besok.", text_en="Tomorrow."
    )
    for path in (HOME, NEWS):
        english, indonesian = await words(as_budi, path), await words(as_sari, path)
        assert "New &lt;b&gt;data centre&lt;/b&gt;" in english
        assert "Tomorrow." in english
        assert "Pindah pusat data" in indonesian
        assert "Besok." in indonesian


async def test_new_models_and_models_that_end_are_announced(as_budi: Browser) -> None:
    await write_model_notices()
    assert "New model" in await words(as_budi, HOME)
    await AiModel.all().update(deprecated_at=clock.now(), sunset_at=clock.now() + timedelta(days=95))
    await write_model_notices()
    page = await words(as_budi, HOME)
    assert "Model ends" in page
    assert "small-1" in page


async def test_the_overview_has_the_three_newest(as_budi: Browser) -> None:
    for number in range(5):
        await write_notice(
            SERVICE, title_id=f"Judul {number}", title_en=f"Title {number}", text_id="Isi", text_en="Text"
        )
    overview, page = await words(as_budi, HOME), await words(as_budi, NEWS)
    assert [number for number in range(5) if f"Title {number}" in overview] == [2, 3, 4]
    assert page.index("Title 4") < page.index("Title 0")
