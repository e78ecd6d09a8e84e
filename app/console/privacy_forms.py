"""Reads the operator's forms about privacy: a request that came in another way, and a disclosure by law."""

from __future__ import annotations

from app.accounts.models import Account
from app.console.account_search import LONGEST_SEARCH, named_accounts
from app.console.form_times import read_time
from app.kernel import text
from app.kernel.refusal import N_, Faults, InvalidRequest
from app.privacy.disclosing import TypedDisclosure, check_disclosure
from app.privacy.request_recording import TypedRequest, check_request
from app.web.forms import Form


class UnknownAccount(InvalidRequest):
    """No account, or several ones, are named by these words."""

    field, says = "account", N_("These words find %(number)s accounts. Copy the id from the page of the account.")


def read_request(form: Form) -> TypedRequest:
    """Reads the form of a request. Raises: those of `check_request`, InvalidRequest; all at once."""
    faults, received = Faults.gather(), None
    with faults.catching():
        received = read_time(form["received"], "received")
    typed = TypedRequest(
        kind=form["kind"],
        name=form["name"],
        email=form["email"],
        language=form["language"],
        channel=form["channel"],
        concerns=form["concerns"],
        words=form["text"],
        received=received,
    )
    with faults.catching():
        check_request(typed)
    faults.raise_if_any()
    return typed


async def read_disclosure(form: Form) -> TypedDisclosure:
    """Reads the form of a disclosure. Raises: those of `check_disclosure`, InvalidRequest; all at once."""
    faults, account, disclosed, until = Faults.gather(), None, None, None
    with faults.catching():
        account = await _read_account(form["account"])
    with faults.catching():
        disclosed = read_time(form["disclosed"], "disclosed")
    with faults.catching():
        until = read_time(form["until"], "until")
    typed = TypedDisclosure(
        account=account,
        subject=form["subject"],
        authority=form["authority"],
        basis=form["basis"],
        what=form["what"],
        disclosed=disclosed,
        telling=form["telling"],
        until=until,
    )
    with faults.catching():
        check_disclosure(typed)
    faults.raise_if_any()
    return typed


async def _read_account(typed: str) -> Account | None:
    """Returns the only account that the search of accounts finds; None for no words. Raises: UnknownAccount."""
    words = text.clean_line(typed, LONGEST_SEARCH, "account")
    if not words:
        return None
    accounts = Account.filter(await named_accounts(words))
    match found := await accounts.limit(2):
        case [account]:
            return account
        case _:
            raise UnknownAccount(number=await accounts.count() if found else 0)
