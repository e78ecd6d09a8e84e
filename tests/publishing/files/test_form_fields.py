"""The files of a post are in its form: their order, their descriptions, and buttons that work without scripts."""

import pytest
from werkzeug.datastructures import MultiDict

from app.publishing.files.form_fields import MOST_ALT, MOST_FILES, read_fields


def fields(**more: str) -> MultiDict[str, str]:
    return MultiDict([("file", "a"), ("file", "b"), ("file", "c"), ("alt-b", "A cup"), *more.items()])


@pytest.mark.parametrize(
    "act, order",
    [
        ("up b", "bac"),
        ("up a", "abc"),
        ("down b", "acb"),
        ("down c", "abc"),
        ("remove b", "ac"),
        ("", "abc"),
        ("up z", "abc"),
        ("dance b", "abc"),
    ],
)
def test_a_button_moves_or_removes_a_file(act: str, order: str) -> None:
    read = read_fields(fields(**{"files-do": act}))
    assert "".join(read.ids) == order and set(read.alts) == set(order)
    assert read.moved == (act not in {"", "up z", "dance b"})


def test_descriptions_belong_to_files_and_are_bounded() -> None:
    assert read_fields(fields()).alts == {"a": "", "b": "A cup", "c": ""}
    assert len(read_fields(fields(**{"alt-a": "x" * 9999})).alts["a"]) == MOST_ALT


def test_a_file_counts_once_and_not_without_end() -> None:
    read = read_fields(MultiDict([("file", str(at % 60)) for at in range(500)]))
    assert read.ids == [str(at) for at in range(MOST_FILES)]
