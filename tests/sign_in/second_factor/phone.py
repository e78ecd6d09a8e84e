"""A phone with an authenticator app, as tests hold it."""

from dataclasses import dataclass

from tortoise.expressions import F

from app.accounts.models import Account
from app.accounts.user import User
from app.kernel import clock
from app.sign_in.second_factor import totp
from app.sign_in.second_factor.authenticator import Authenticator
from tests import world


@dataclass
class Phone:
    """It shows the code of each step; `codes` are the recovery codes that were shown when the app was turned on."""

    secret: str
    codes: list[str]

    def code(self, steps: int = 0) -> str:
        """The code of the present step, or of one so many steps later."""
        return totp.code_at(self.secret, totp.step_at(clock.now()) + steps)

    def wrong_code(self) -> str:
        """Six digits that are the code of no step near."""
        near = {self.code(steps) for steps in range(-25, 5)}
        return next(code for code in (f"{number:06d}" for number in range(100)) if code not in near)


async def turn_on(account: Account) -> Phone:
    """Turns the app of an owner on."""
    return await turn_on_for(await world.owner(account))


async def turn_on_for(user: User) -> Phone:
    """Turns the app of a user on, as if it had been a while ago: the present code is fresh."""
    phone = Phone(totp.new_secret(), [])
    phone.codes = await Authenticator.turn_on(user, phone.secret, phone.code())
    await Authenticator.filter(user_id=user.id).update(last_step=F("last_step") - 5)
    return phone
