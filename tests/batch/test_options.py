"""What is chosen for a batch is taken to its edge and no further."""

import pytest

from app.batch.options import CHOICES, Options
from app.kernel.refusal import Refusal


@pytest.mark.parametrize("key, least, most", [("size", 128, 2_000), ("margin", 0, 30)])
def test_a_number_is_taken_to_its_edge_and_no_further(key: str, least: int, most: int) -> None:
    for value in (least, most):
        assert getattr(Options.of({key: str(value)}), key) == value
    odd: list[int | str] = [least - 1, most + 1, "", "x", "9" * 6]
    for wrong in odd:
        with pytest.raises(Refusal) as refused:
            Options.of({key: str(wrong)})
        assert refused.value.field == key


@pytest.mark.parametrize("key", CHOICES)
def test_a_choice_is_one_of_those_there_are(key: str) -> None:
    for value in CHOICES[key]:
        assert getattr(Options.of({key: value}), key) == value
    with pytest.raises(Refusal) as refused:
        Options.of({key: "other"})
    assert refused.value.field == key
