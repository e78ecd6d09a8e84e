"""What operators look at is recorded: once in ten minutes for an operator and a thing."""

from __future__ import annotations

import asyncio
import inspect
from datetime import UTC, datetime

from quart import Quart

from app.accounts.models import Account
from app.kernel import i18n
from app.operators.guard import is_operator_path
from app.operators.looks import OperatorLook
from app.operators.navigation import load_entries
from app.ops import retention_sweep
from tests import world
from tests.conftest import Clock
from tests.counting import queries
from tests.operators_at_work import PAYMENTS, operator_browser
from tests.payments.operator.test_order_views import transfer

# a view of the operator that calls one of these records a look
RECORDS = ("record_look(", "order_to_show(", "account_to_show(")
IMPERSONAL = {  # pages that show nobody's data
    "abuse_cases.open_form",
    "block_lists.list_hosts",
    "block_lists.remove_form",
    "block_lists.show_lists",
    "operator_announcements.list_announcements",
    "operator_console.first_page",
    "operator_disclosures.new_form",
    "operator_log.export_csv",
    "operator_log.show_log",
    "operator_mail.cancel_form",
    "operator_model_notices.list_notices",
    "operator_model_notices.remove_form",
    "operator_model_prices.accept_form",
    "operator_model_prices.show_differences",
    "operator_models.list_models",
    "operator_models.model_page",
    "operator_networks.list_networks",
    "operator_new_model.new_form",
    "operator_prices.prices_page",
    "operator_provider_move.move_form",
    "operator_privacy.new_form",
    "operator_prices.stop_form",
    "operator_providers.list_providers",
    "operator_providers.provider_page",
    "operator_queues.cancel_form",
    "operator_queues.list_jobs",
    "operator_services.services_page",
    "operator_settings.settings_page",
    "operator_sums.download_sums",
    "operator_sums.sums_page",
    "operator_system.system_page",
}


def test_every_page_of_the_console_records_a_look_or_is_named_as_showing_nobodys_data(made_once: Quart) -> None:
    pages = {
        rule.endpoint
        for rule in made_once.url_map.iter_rules()
        if is_operator_path(rule.rule) and "GET" in (rule.methods or ())
    }
    recording = {
        endpoint
        for endpoint in pages
        if any(call in inspect.getsource(made_once.view_functions[endpoint]) for call in RECORDS)
    }
    assert pages - recording == IMPERSONAL


async def test_a_look_at_an_order_is_one_row_in_ten_minutes(
    app: Quart, sari: Account, budi: Account, moved: Clock
) -> None:
    moved.to(datetime(2026, 11, 30, 9, 0, 5, tzinfo=UTC))
    order, browser = await transfer(sari), await operator_browser(app, budi)
    for _ in range(3):
        assert (await browser.get(f"{PAYMENTS}/{order.reference}")).status_code == 200
    [look] = await OperatorLook.filter(kind="order")
    assert (look.thing, look.person, look.user_id) == (order.reference, "Budi", (await world.owner(budi)).id)
    with i18n.language_context("en"):
        assert order.reference in look.what
    moved.to(datetime(2026, 11, 30, 9, 10, 1, tzinfo=UTC))
    await browser.get(f"{PAYMENTS}/{order.reference}")
    assert await OperatorLook.filter(kind="order").count() == 2


async def test_looks_in_the_same_moment_are_one_row(app: Quart, sari: Account, budi: Account, moved: Clock) -> None:
    moved.to(datetime(2026, 11, 30, 9, 0, 5, tzinfo=UTC))
    order, browser = await transfer(sari), await operator_browser(app, budi)
    answers = await asyncio.gather(*(browser.get(f"{PAYMENTS}/{order.reference}") for _ in range(6)))
    assert {answer.status_code for answer in answers} == {200}
    assert await OperatorLook.filter(kind="order").count() == 1


async def test_the_name_of_somebody_who_is_deleted_is_taken_out_and_the_look_stays(
    app: Quart, sari: Account, budi: Account
) -> None:
    browser = await operator_browser(app, budi)
    await browser.get(PAYMENTS)
    await world.erase(budi)
    [look] = await OperatorLook.all()
    assert (look.person, look.user_id) == ("", None)
    with i18n.language_context("en"):
        assert look.who == "somebody"


async def test_looks_are_kept_as_long_as_acts(app: Quart, budi: Account, moved: Clock) -> None:
    moved.to(datetime(2026, 12, 30, tzinfo=UTC))
    await (await operator_browser(app, budi)).get(PAYMENTS)
    moved.to(datetime(2036, 12, 31, tzinfo=UTC))
    await retention_sweep.delete_expired()
    assert await OperatorLook.all().count() == 1
    moved.to(datetime(2037, 1, 2, tzinfo=UTC))
    await retention_sweep.delete_expired()
    assert await OperatorLook.all().count() == 0


async def test_the_navigation_counts_what_waits_and_phones_have_room_for_four(app: Quart, sari: Account) -> None:
    order = await transfer(sari)
    await type(order).all().update(attention="late")
    with queries() as sent:
        entries = await load_entries()
    assert len(sent) == 1, "one statement counts for all pages"
    assert next(entry.waiting for entry in entries if entry.key == "payments") == 1
    assert sum(entry.on_phone for entry in entries) <= 4
    assert len({entry.key for entry in entries}) == len({entry.icon for entry in entries}) == len(entries)
