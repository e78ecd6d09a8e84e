"""Numbers in the English sentences of commands and checks."""


def count_of(number: int, one: str, many: str) -> str:
    """Returns a number with the words behind it: `one` for 1, otherwise `many`, such as "1 model", "0 models"."""
    return f"{number:,} {one if number == 1 else many}"
