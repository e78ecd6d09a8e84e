"""Statements that become one keep their values."""

from app.kernel.combined_statement import combined


def test_statements_are_combined_with_their_values_in_the_order_of_their_places() -> None:
    first, second = ("SELECT $2, $1", ["a", "b"]), ("SELECT $1", ["c"])
    assert combined("{second}; {first}", first=first, second=second) == ("SELECT $3; SELECT $2, $1", ["a", "b", "c"])
