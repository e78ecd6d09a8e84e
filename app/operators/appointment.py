"""Who is an operator: somebody with an account whom the host makes one by a command (app/ops/operator_commands.py)."""

from __future__ import annotations

from app.accounts.security_log import record_event
from app.accounts.sign_up_checks import normalize_email
from app.accounts.user import User
from app.kernel import clock
from app.kernel.db import transaction
from app.kernel.refusal import N_, Refusal
from app.operators.operator_log import record_act


class NobodyToAppoint(Refusal):
    """Nobody with this address can become an operator."""

    code, field = "NOBODY_TO_APPOINT", "email"
    says = N_("Nobody with that address can be an operator: it needs an account whose address is verified.")


class NoOperator(Refusal):
    """Nobody with this address is an operator."""

    code, field, says = "NO_OPERATOR", "email", N_("Nobody with that address is an operator.")


async def add_operator(email: str) -> User:
    """Makes somebody an operator; does nothing for one who is. Raises: NobodyToAppoint, InvalidEmail."""
    address = normalize_email(email)
    able = User.filter(email=address, email_verified_at__not_isnull=True, delete_at=None)
    async with transaction():
        if await able.filter(operator_since=None).update(operator_since=clock.now()):
            user = await User.get(email=address)
            await record_event(user.id, "operator_added")
            await record_act("operator_added", user.email, str(user.id))
        if (operator := await able.first()) is None:
            raise NobodyToAppoint
    return operator


async def remove_operator(email: str) -> User:
    """Ends that somebody is an operator, at once for every session of theirs. Raises: NoOperator, InvalidEmail."""
    address = normalize_email(email)
    async with transaction():
        if not await User.filter(email=address, operator_since__not_isnull=True).update(operator_since=None):
            raise NoOperator
        user = await User.get(email=address)
        await record_event(user.id, "operator_removed")
        await record_act("operator_removed", user.email, str(user.id))
    return user


async def has_operators() -> bool:
    """Whether anybody is an operator."""
    return await User.filter(operator_since__not_isnull=True).exists()


async def list_operators() -> list[User]:
    """Returns the operators, those who became one first at the beginning."""
    return await User.filter(operator_since__not_isnull=True).order_by("operator_since", "id")
