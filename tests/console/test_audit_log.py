"""The log of operators: kept as long as the books, without the names of people who are deleted."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from quart import Quart

from app.accounts.models import Account
from app.accounts.user import User
from app.console import audit_search
from app.kernel import clock, i18n
from app.operators.operator_log import OperatorAct, record_act
from app.ops import retention_sweep
from tests import world
from tests.client import Browser
from tests.conftest import Clock
from tests.counting import queries
from tests.documents import Document
from tests.operators_at_work import HOME, operator_browser
from tests.payments.checkout.buying import shown

LOG = f"{HOME}/log"


async def acted(number: int) -> None:
    """So many acts by commands, one a minute."""
    for minutes in range(number):
        at = clock.now() - timedelta(minutes=minutes)
        await OperatorAct.create(id=uuid4(), by_command=True, act="coupon_stopped", thing=f"C{minutes}", created_at=at)


async def test_what_an_operator_does_has_their_name_and_what_a_command_does_has_none(app: Quart, sari: Account) -> None:
    browser = await operator_browser(app, sari)
    await browser.post(f"{HOME}/prices/coupons", form={"code": "HEMAT", "percent": "5", "uses": "1"})
    act = await OperatorAct.get(act="coupon_created")
    assert (act.person, act.by_command, act.user_id) == ("Sari", False, (await world.owner(sari)).id)
    text = await shown(browser, f"{LOG}?lang=en")
    assert "A command on the server" in text and "HEMAT" in text and "5 %" in text


async def test_the_name_of_somebody_who_is_deleted_is_taken_out_and_what_was_done_stays(
    app: Quart, sari: Account
) -> None:
    browser = await operator_browser(app, sari)
    await browser.post(f"{HOME}/prices/coupons", form={"code": "HEMAT", "percent": "5", "uses": "1"})
    await User.filter(id=(await world.owner(sari)).id).update(email="new@example.com")  # the log has the old one
    await world.erase(sari)
    rows = await OperatorAct.all()
    assert {row.act for row in rows} == {"operator_added", "coupon_created"}
    assert all(row.person == "" and row.user_id is None and "sari" not in row.thing for row in rows)
    with i18n.language_context("en"):
        assert next(row.who for row in rows if not row.by_command) == "somebody"


async def test_the_log_is_kept_ten_years_after_its_year(database: str, moved: Clock) -> None:
    moved.to(datetime(2026, 12, 30, tzinfo=UTC))
    await record_act("coupon_stopped", "HEMAT")
    moved.to(datetime(2036, 12, 31, tzinfo=UTC))
    await retention_sweep.delete_expired()
    assert await OperatorAct.all().count() == 1
    moved.to(datetime(2037, 1, 2, tzinfo=UTC))
    await retention_sweep.delete_expired()
    assert await OperatorAct.all().count() == 0


async def test_the_log_goes_on_page_by_page_at_the_same_cost(app: Quart, sari: Account) -> None:
    browser = await operator_browser(app, sari)
    await OperatorAct.all().delete()
    await acted(1)
    await shown(browser, LOG)
    with queries() as few:
        await shown(browser, LOG)
    await OperatorAct.all().delete()
    await acted(audit_search.PAGE_SIZE + 5)
    with queries() as many:
        text = await shown(browser, LOG)
    assert len(many) == len(few)
    links = [
        link.attributes["href"] for link in Document(text).all("a") if "cursor=" in link.attributes.get("href", "")
    ]
    answer = await browser.get(links[0], headers={"HX-Request": "true", "HX-Request-Type": "partial"})
    rest = await answer.get_data(as_text=True)
    assert rest.count('<li class="audit__row"') == 5 and "cursor=" not in rest


async def test_an_empty_log_says_so(app: Quart, sari: Account) -> None:
    browser: Browser = await operator_browser(app, sari)
    await OperatorAct.all().delete()
    assert "Nothing yet" in await shown(browser, f"{LOG}?lang=en")
