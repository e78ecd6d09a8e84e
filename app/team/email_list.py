"""Reads several email addresses from one text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from app.accounts.sign_up_checks import MAX_EMAIL_LENGTH, InvalidEmail, normalize_email
from app.kernel.refusal import Faults
from app.team.invitation_refusals import NoAddress, NotAnAddress, TooManyAddresses

MOST, SHOWN = 20, 5  # addresses at once; wrong ones that the message names
SEPARATORS = re.compile(r"[\s,;]+")


@dataclass(slots=True)
class EmailList:
    """The addresses in their canonical form, each once, and the texts that are none. `excess` is for too many."""

    emails: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    excess: bool = False

    def raise_if_wrong(self) -> None:
        """Raises: NoAddress, NotAnAddress, TooManyAddresses."""
        faults = Faults.gather()
        with faults.catching():
            if self.wrong:
                named = [part[:MAX_EMAIL_LENGTH] for part in self.wrong[:SHOWN]]
                raise NotAnAddress(emails=", ".join([*named, *["…"] * (len(self.wrong) > SHOWN)]))
        with faults.catching():
            if self.excess:
                raise TooManyAddresses(most=MOST)
        with faults.catching():
            if not self.emails and not self.wrong and not self.excess:
                raise NoAddress
        faults.raise_if_any()


def parse_emails(raw: str) -> EmailList:
    """Reads addresses that are separated by commas, semicolons, blanks or lines; the same one counts once."""
    listed = EmailList(excess=len(raw) > 2 * MOST * MAX_EMAIL_LENGTH)
    for part in filter(None, SEPARATORS.split("" if listed.excess else raw)):
        try:
            email = normalize_email(part)
        except InvalidEmail:
            listed.wrong.append(part)
            continue
        if email not in listed.emails:
            listed.emails.append(email)
    listed.excess = listed.excess or len(listed.emails) + len(listed.wrong) > MOST
    return listed
