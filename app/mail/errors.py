"""The errors of sending an email: the mail server cannot be used, or it rejects this email."""


class Unreachable(Exception):
    """No email can be sent for now. `after` is how many seconds the server asks us to wait, 0 if it does not say."""

    def __init__(self, after: float = 0) -> None:
        super().__init__()
        self.after = after


class Returned(Exception):
    """The server rejected this email; others may succeed. `for_good`: trying again will not help."""

    def __init__(self, *, for_good: bool) -> None:
        super().__init__()
        self.for_good = for_good
