"""The errors of sending an email: the mail server cannot be used, or it rejects this email."""


class MailServerUnreachable(Exception):
    """No email can be sent for now. `after` is how many seconds the server asks us to wait, 0 if it does not say."""

    def __init__(self, after: float = 0) -> None:
        super().__init__()
        self.after = after


class EmailRejected(Exception):
    """The server rejected this email; others may succeed. `permanent`: trying again will not help.

    `status` is the number that the server answered (of SMTP or HTTP), 0 where it was not asked.
    """

    def __init__(self, *, permanent: bool, status: int = 0) -> None:
        super().__init__()
        self.permanent, self.status = permanent, status

    @property
    def reason(self) -> str:
        """What happened, in a sentence for the operator, without an address."""
        answer = f", it answered {self.status}" if self.status else ""
        return f"The mail server did not take it{answer}."
