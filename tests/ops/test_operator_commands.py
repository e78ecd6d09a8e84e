"""`kliqs operator …`, as it is typed."""

from app.accounts.registration import register
from app.accounts.user import User
from app.kernel import clock
from tests.test_cli import EMAIL, PASSWORD, Operator, kliqs

__all__ = ["kliqs"]


def test_an_operator_is_added_listed_and_removed(kliqs: Operator) -> None:
    assert kliqs.done("operator", "list") == "There is no operator.\n"
    assert "address is verified" in kliqs.refused("operator", "add", EMAIL)

    async def sign_up() -> None:
        user = (await register(EMAIL, "Sari", PASSWORD)).user
        await User.filter(id=user.id).update(email_verified_at=clock.now())

    kliqs.look(sign_up)
    assert kliqs.done("operator", "add", EMAIL) == f"{EMAIL} is an operator; the pages are in the account menu.\n"
    assert kliqs.done("operator", "list").startswith(f"{EMAIL}  since 20")
    assert kliqs.done("operator", "remove", EMAIL) == f"{EMAIL} is no operator any more.\n"
    assert "Nobody with that address" in kliqs.refused("operator", "remove", EMAIL)
