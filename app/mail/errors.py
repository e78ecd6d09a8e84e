"""The errors of sending an email: the mail server cannot be used, or it rejects this email."""


class MailServerUnreachable(Exception):
    """No email can be sent for now. `after` is how many seconds the server asks us to wait, 0 if it does not say."""

    def __init__(self, after: float = 0) -> None:
        super().__init__()
        self.after = after


class EmailRejected(Exception):
    """The server rejected this email; others may succeed. `permanent`: trying again will not help."""

    def __init__(self, *, permanent: bool) -> None:
        super().__init__()
        self.permanent = permanent
