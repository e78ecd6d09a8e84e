"""`kliqs account delete` and `kliqs requests`, as the operator types them."""

import re

from app.accounts.models import Account, Membership
from app.accounts.roles import EDITOR
from app.accounts.user import User
from app.kernel import clock
from app.mail.models import OutgoingEmail
from app.privacy import request_handling
from app.privacy.privacy_request import PrivacyRequest
from tests import world
from tests.test_cli import EMAIL, Operator, kliqs

__all__ = ["kliqs"]  # a fixture


def test_an_account_is_deleted_after_the_grace_or_at_once(kliqs: Operator) -> None:
    kliqs.person()
    assert re.fullmatch(
        rf"{EMAIL} will be deleted on \d{{4}}-\d\d-\d\d, unless they undo it; they are told by mail.\n",
        kliqs.done("account", "delete", EMAIL),
    )
    assert kliqs.look(lambda: OutgoingEmail.filter(kind="deletion").count()) == 1
    assert kliqs.look(lambda: User.all().count()) == 1
    assert "will be deleted already" in kliqs.refused("account", "delete", EMAIL)
    assert kliqs.done("account", "delete", EMAIL, "--at-once").startswith(f"{EMAIL} is deleted")
    assert kliqs.look(lambda: User.all().count()) == 0
    assert kliqs.refused("account", "delete", EMAIL) == f"There is no account of {EMAIL}.\n"


def test_somebody_too_young_goes_at_once_and_without_a_mail(kliqs: Operator) -> None:
    kliqs.person()
    kliqs.done("account", "delete", EMAIL, "--under-age")
    assert kliqs.look(lambda: User.all().count()) == 0
    assert kliqs.look(lambda: OutgoingEmail.all().count()) == 0


def test_a_workspace_with_others_needs_a_word_first(kliqs: Operator) -> None:
    kliqs.person()

    async def join() -> None:
        budi, sari = await world.budi(), await world.account_of(EMAIL)
        user = await world.owner(budi)
        await Membership.create(user=user, account=sari, role=EDITOR, created_at=clock.now())
        await Account.filter(id=sari.id).update(seats_used=2)

    kliqs.look(join)
    assert "--with-workspaces" in kliqs.refused("account", "delete", EMAIL, "--at-once")
    kliqs.done("account", "delete", EMAIL, "--at-once", "--with-workspaces")
    assert [user.email for user in kliqs.look(lambda: User.all())] == ["budi@example.com"]
    assert kliqs.look(lambda: Membership.all().count()) == 1


def test_requests_are_listed_answered_extended_and_closed(kliqs: Operator) -> None:
    assert kliqs.done("requests", "list") == "There is no request.\n"

    async def ask() -> PrivacyRequest:
        return await request_handling.submit_request("access", "Everything", "rani@example.com", "203.0.113.1")

    privacy_request = kliqs.look(ask)
    listed = kliqs.done("requests", "list")
    assert str(privacy_request.id) in listed and "rani@example.com" in listed and "open" in listed
    shown = kliqs.done("requests", "show", str(privacy_request.id))
    assert "typed, not proved" in shown and "Everything" in shown
    assert "is told why" in kliqs.done("requests", "extend", str(privacy_request.id), "--because", "It is much")
    assert "once" in kliqs.refused("requests", "extend", str(privacy_request.id), "--because", "Again")
    assert "The request is closed." in kliqs.done(
        "requests", "answer", str(privacy_request.id), "-", "--close", stdin="Here.\n"
    )
    assert kliqs.done("requests", "list") == "There is no request.\n"
    assert "closed" in kliqs.done("requests", "list", "--all")
    assert kliqs.done("requests", "close", str(privacy_request.id)) == "The request was closed before.\n"
    assert "There is no request of that id." in kliqs.refused("requests", "show", "0" * 32)
