"""Hard budgets by month: of the workspace, of a key, of a model, of a key with a model."""

from datetime import timedelta

import pytest

from app.accounts.models import Account
from app.gateway.key_terms import rules_form
from app.gateway.metering.balance import MICRO, AiBalance
from app.gateway.metering.budgets import HIGHEST, InvalidBudget, parse_budget, remove_budget, save_budget, set_budget
from app.gateway.metering.limits_of_keys import AiBudget
from app.gateway.metering.refusals import BudgetReached, KeyBudgetReached, KeyModelBudgetReached, ModelBudgetReached
from app.gateway.metering.reservation import reserve
from app.gateway.metering.settlement import settle
from app.keys.models import ApiKey
from app.web.forms import Form
from tests.conftest import Clock
from tests.gateway.metering.calls import assert_books_agree, buy, call_of, key_of, model_of, used

LARGE = model_of(id="large")


@pytest.fixture
async def key(dewi: Account) -> ApiKey:
    await buy(dewi)
    return await key_of(dewi)


@pytest.mark.parametrize(
    ("of_key", "model", "refusal", "names"),
    [
        (False, "", BudgetReached, "workspace"),
        (True, "", KeyBudgetReached, "this key"),
        (False, "small", ModelBudgetReached, "workspace's budget of small"),
        (True, "small", KeyModelBudgetReached, "key's budget of small"),
    ],
)
async def test_a_budget_that_is_reached_refuses_and_says_which_it_is(
    dewi: Account, key: ApiKey, of_key: bool, model: str, refusal: type[BudgetReached], names: str
) -> None:
    await set_budget(dewi, 19_999, str(key.id) if of_key else "", model)
    await reserve(call_of(dewi, key))

    with pytest.raises(BudgetReached) as refused:
        await reserve(call_of(dewi, key))

    assert type(refused.value) is refusal
    assert (refused.value.status, refused.value.code) == (402, "insufficient_quota")
    assert names in str(refused.value).replace("This", "this")


async def test_a_budget_bounds_only_what_it_names(dewi: Account, key: ApiKey) -> None:
    other = await key_of(dewi, "other")
    await set_budget(dewi, 0, str(key.id))
    await set_budget(dewi, 0, "", "large")

    await reserve(call_of(dewi, other))
    await reserve(call_of(dewi))
    for refused in (call_of(dewi, key), call_of(dewi, other, model=LARGE), call_of(dewi, model=LARGE)):
        with pytest.raises(BudgetReached):
            await reserve(refused)


async def test_a_sub_key_spends_from_the_budgets_of_its_parent(dewi: Account, key: ApiKey) -> None:
    child = await key_of(dewi, "customer", parent_id=key.id)
    await set_budget(dewi, 20_000, str(key.id))
    await set_budget(dewi, 10_000, str(child.id))
    await reserve(call_of(dewi, child))
    with pytest.raises(KeyBudgetReached):
        await reserve(call_of(dewi, child))
    await reserve(call_of(dewi, key))
    with pytest.raises(KeyBudgetReached):
        await reserve(call_of(dewi, key))
    await assert_books_agree(dewi)


async def test_what_is_settled_below_its_reserve_is_room_for_the_next(dewi: Account, key: ApiKey) -> None:
    await set_budget(dewi, 11_000)
    await settle(await reserve(call_of(dewi, key)), used(90, 5))

    await reserve(call_of(dewi, key))

    budget = await AiBudget.get()
    assert (budget.used, budget.reserved) == (1_000, 10_000)


async def test_a_new_month_begins_at_zero(dewi: Account, key: ApiKey, moved: Clock) -> None:
    await set_budget(dewi, 10_000)
    reservation = await reserve(call_of(dewi, key))
    await settle(reservation, used(100, 450))
    with pytest.raises(BudgetReached):
        await reserve(call_of(dewi, key))

    moved.on(timedelta(days=31))

    await reserve(call_of(dewi, key))
    assert (await AiBudget.get()).used == 0


async def test_a_new_budget_knows_what_was_spent_in_this_month_before(dewi: Account, key: ApiKey) -> None:
    child = await key_of(dewi, "customer", parent_id=key.id)
    for each in (key, child, None):
        await settle(await reserve(call_of(dewi, each)), used(90, 5))
    await settle(await reserve(call_of(dewi, key, model=LARGE)), used(90, 5))

    budgets = [
        await set_budget(dewi, 10**6, str(key_id), model)
        for key_id, model in (("", ""), (key.id, ""), (child.id, ""), ("", "large"), (key.id, "small"))
    ]

    assert [budget.used for budget in budgets] == [4_000, 3_000, 1_000, 1_000, 2_000]
    await assert_books_agree(dewi)


async def test_a_new_budget_counts_requests_that_were_under_way_when_they_are_settled(
    dewi: Account, key: ApiKey
) -> None:
    reservation = await reserve(call_of(dewi, key))
    await set_budget(dewi, 10**6, str(key.id))

    await settle(reservation, used(90, 5))

    budget = await AiBudget.get()
    assert (budget.used, budget.reserved) == (1_000, 0)
    await assert_books_agree(dewi)


async def test_a_budget_that_is_set_anew_keeps_what_is_spent_and_warns_again(dewi: Account, key: ApiKey) -> None:
    first = await set_budget(dewi, 10_000, str(key.id))
    await settle(await reserve(call_of(dewi, key)), used(100, 450))

    again = await set_budget(dewi, 20_000, str(key.id))

    assert (again.id, again.most, again.used, again.warned_month) == (first.id, 20_000, 10_000, None)


async def test_a_budget_of_an_earlier_month_that_is_set_anew_begins_at_zero(
    dewi: Account, key: ApiKey, moved: Clock
) -> None:
    await set_budget(dewi, 10_000)
    await settle(await reserve(call_of(dewi, key)), used(90, 5))
    old = await reserve(call_of(dewi, key, own_key=True))
    moved.on(timedelta(days=31))

    budget = await set_budget(dewi, 20_000)

    assert (budget.used, budget.reserved, budget.month) == (0, 0, moved.now.date().replace(day=1))
    await settle(old, used(90, 5))
    await assert_books_agree(dewi)


async def test_a_budget_that_is_removed_bounds_nothing_and_hinders_no_settlement(dewi: Account, key: ApiKey) -> None:
    await set_budget(dewi, 10_000)
    reservation = await reserve(call_of(dewi, key))

    assert await remove_budget(dewi)
    assert not await remove_budget(dewi)

    await reserve(call_of(dewi, key))
    await settle(reservation, used(90, 5))
    assert (await AiBalance.of(dewi)).reserved == 10_000


async def test_nobody_removes_the_budget_of_another_account(dewi: Account, budi: Account) -> None:
    await set_budget(dewi, 10_000)

    assert not await remove_budget(budi)
    assert await AiBudget.all().count() == 1


@pytest.mark.parametrize("most", [-1, 10**17])
async def test_a_budget_is_no_negative_and_no_endless_sum(dewi: Account, most: int) -> None:
    with pytest.raises(InvalidBudget):
        await set_budget(dewi, most)


@pytest.mark.parametrize("typed", ["10.000.000.001", "99999999999999999999", "-1", "1,5", "much"])
def test_a_budget_that_cannot_be_counted_is_refused_by_its_field_in_every_form(typed: str) -> None:
    with pytest.raises(InvalidBudget) as refused:
        parse_budget(typed, "budget-model-small")
    assert refused.value.field == "budget-model-small"
    with pytest.raises(InvalidBudget) as refused:
        rules_form.read_budget(Form({"budget": typed}))
    assert refused.value.field == "budget"


def test_a_typed_budget_is_whole_rupiah_and_blanks_are_none() -> None:
    assert parse_budget(" 250.000 ") == 250_000 * MICRO
    assert parse_budget("10.000.000.000") == HIGHEST
    assert parse_budget(" ") is None


async def test_saving_no_budget_removes_the_one_of_this_key_and_model_only(dewi: Account, key: ApiKey) -> None:
    await save_budget(dewi, 10_000, str(key.id), "small")
    await save_budget(dewi, 20_000, str(key.id))
    await save_budget(dewi, None, str(key.id), "small")
    assert [(row.model, row.most) for row in await AiBudget.all()] == [("", 20_000)]
