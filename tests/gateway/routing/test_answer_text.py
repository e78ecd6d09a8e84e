"""The words of an answer are found, and whatever else a provider sends has none."""

from typing import Any

import pytest

from app.gateway.routing.answer_text import text_of


def test_the_words_are_those_of_the_first_choice_whole_or_in_pieces() -> None:
    first, second = {"content": "one"}, {"content": "two"}
    assert text_of({"choices": [{"message": first}, {"message": second}]}) == "one"
    assert text_of({"choices": [{"delta": second}]}, "delta") == "two"


@pytest.mark.parametrize("choices", [None, "x", {}, [], ["x"], [None], [{}], [{"message": "x"}], [{"message": {}}]])
def test_an_answer_of_another_shape_has_no_words(choices: Any) -> None:
    assert text_of({"choices": choices}) == text_of({}) == ""


def test_half_a_surrogate_pair_is_replaced_because_no_page_can_hold_it() -> None:
    assert text_of({"choices": [{"message": {"content": "a\ud83d"}}]}).encode()
