"""Who becomes an operator and who does not, by the commands of the host; each is in the log and the security log."""

from __future__ import annotations

import pytest

from app.accounts.models import Account
from app.accounts.security_log import SecurityEvent
from app.accounts.user import User
from app.kernel import clock
from app.operators.appointment import NobodyToAppoint, NoOperator, add_operator, list_operators, remove_operator
from app.operators.operator_log import OperatorAct
from tests import world


async def verified(account: Account) -> User:
    user = await world.owner(account)
    await User.filter(id=user.id).update(email_verified_at=clock.now())
    return user


async def test_somebody_with_a_verified_address_becomes_an_operator_once(sari: Account) -> None:
    user = await verified(sari)
    for _ in range(2):
        assert (await add_operator(" SARI@example.com ")).is_operator
    assert [each.id for each in await list_operators()] == [user.id]
    assert await SecurityEvent.filter(user_id=user.id, kind="operator_added").count() == 1
    [act] = await OperatorAct.all()
    assert (act.act, act.thing, act.by_command, act.user_id) == ("operator_added", "sari@example.com", True, None)


async def test_nobody_becomes_one_without_a_verified_address_or_before_a_deletion(sari: Account) -> None:
    with pytest.raises(NobodyToAppoint):
        await add_operator("sari@example.com")
    await User.all().update(email_verified_at=clock.now(), delete_at=clock.now())
    with pytest.raises(NobodyToAppoint):
        await add_operator("sari@example.com")
    with pytest.raises(NobodyToAppoint):
        await add_operator("nobody@example.com")
    assert await list_operators() == [] and not await OperatorAct.exists()


async def test_an_operator_is_one_no_longer(sari: Account) -> None:
    user = await verified(sari)
    await add_operator(user.email)
    await remove_operator(user.email)
    assert not (await User.get(id=user.id)).is_operator and await list_operators() == []
    assert await SecurityEvent.filter(user_id=user.id, kind="operator_removed").count() == 1
    with pytest.raises(NoOperator):
        await remove_operator(user.email)
    assert await OperatorAct.all().count() == 2
