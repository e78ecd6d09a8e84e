"""What can keep a letter from leaving: the way out of here, or the letter itself."""


class Unreachable(Exception):
    """Nothing leaves this way for now; `after` are seconds that whoever is there asks us to wait."""

    def __init__(self, after: float = 0) -> None:
        super().__init__()
        self.after = after


class Returned(Exception):
    """This letter was not taken; others may be. `for_good`: trying again will not help."""

    def __init__(self, *, for_good: bool) -> None:
        super().__init__()
        self.for_good = for_good
