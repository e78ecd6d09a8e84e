from datetime import date, timedelta

import pytest

from app.gateway.catalogue.ai_model import AiModel
from app.gateway.catalogue.model_setup import cancel_deprecation, deprecate, switch_off
from app.gateway.notices import announcement
from app.gateway.notices.announcement import IncompleteNotice, write_model_notices, write_notice
from app.gateway.notices.feed import recent_notices
from app.gateway.notices.notice import SERVICE, AiNotice
from app.kernel import bidi, i18n
from app.kernel.refusal import Faults
from app.payments import operator_calendar
from tests.conftest import Clock
from tests.gateway.offering import offer_model


async def shown(language: str = "en") -> list[tuple[str, str]]:
    """The titles and texts of the notices, without marks for the direction of text."""
    with i18n.language_context(language):
        notices = await recent_notices()
    return [(str(bidi.marks_to_bdi(notice.title)), str(bidi.marks_to_bdi(notice.text))) for notice in notices]


def plain(html: str) -> str:
    return html.replace("<bdi>", "").replace("</bdi>", "")


async def test_a_model_that_is_switched_on_is_announced_once_in_both_languages(database: str) -> None:
    await offer_model("small-1", label="Small 1")
    assert (await write_model_notices(), await write_model_notices()) == (1, 0)
    (english,), (indonesian,) = await shown("en"), await shown("id")
    assert plain(english[0]) == "New: Small 1 by Maker"
    assert plain(english[1]) == "It answers chats. Programs call it small-1."
    assert plain(indonesian[0]) == "Baru: Small 1 dari Maker"


async def test_a_model_that_ends_is_announced_with_its_day_and_what_to_take_instead(
    database: str, moved: Clock
) -> None:
    model = await offer_model("old-1", label="Old 1")
    await write_model_notices()
    await offer_model("new-1")
    day = operator_calendar.today() + timedelta(days=90)
    await deprecate(model, day, "new-1")
    moved.on(timedelta(hours=1))
    assert await write_model_notices() == 2
    with i18n.language_context("en"):
        words = i18n.format_day(day)
    ends = next(notice for notice in await shown() if "ends on" in notice[0])
    assert plain(ends[0]) == f"Old 1 ends on {words}"
    assert "Take new-1 instead of old-1." in plain(ends[1])


async def test_an_end_on_another_day_is_announced_anew_and_one_that_is_taken_back_is_not_shown(database: str) -> None:
    model, day = await offer_model(), operator_calendar.today() + timedelta(days=90)
    await write_model_notices()
    await deprecate(model, day)
    await write_model_notices()
    await deprecate(model, day + timedelta(days=30))
    assert await write_model_notices() == 1
    assert len([title for title, _ in await shown() if "ends on" in title]) == 1
    await cancel_deprecation(model)
    assert len(await shown()) == 1
    assert await AiNotice.all().count() == 3


async def test_a_model_that_is_off_again_is_not_called_new(database: str) -> None:
    model = await offer_model()
    await write_model_notices()
    await switch_off(model)
    assert await shown() == []
    assert await write_model_notices() == 0


async def test_a_model_that_has_ended_is_not_announced(database: str, moved: Clock) -> None:
    await offer_model()
    await AiModel.all().update(sunset_at=moved.now)
    assert await write_model_notices() == 0


async def test_the_operator_writes_in_both_languages_and_each_reader_gets_their_own(
    database: str, moved: Clock
) -> None:
    await offer_model()
    await write_model_notices()
    moved.on(timedelta(minutes=1))
    texts = {"text_id": "Malam ini.", "text_en": "Tonight."}
    await write_notice(SERVICE, title_id="Perawatan", title_en="Maintenance", **texts)
    assert [(await shown("id"))[0], (await shown("en"))[0]] == [
        ("Perawatan", "Malam ini."),
        ("Maintenance", "Tonight."),
    ]
    assert len(await shown()) == 2


async def test_a_notice_lacks_nothing_in_either_language(database: str) -> None:
    with pytest.raises(Faults) as refused:
        await write_notice(SERVICE, title_id="", title_en="Maintenance", text_id=" ", text_en="Tonight.")
    assert [fault.field for fault in refused.value.refusals] == ["title_id", "text_id"]
    with pytest.raises(IncompleteNotice):
        await write_notice(SERVICE, title_id="A", title_en="B", text_id="C", text_en="")
    assert not await AiNotice.exists()


def test_the_cause_of_an_end_names_its_day() -> None:
    model = AiModel(id="old", sunset_at=operator_calendar.end_of_day(date(2027, 3, 1)))
    assert announcement.deprecation_cause(model) == "deprecation old 2027-03-01"
