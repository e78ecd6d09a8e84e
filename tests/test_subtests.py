"""Cases that share a test: each is called with its values, and what it replaces or whom it signs in ends with it."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from app.kernel import i18n
from tests import subtests as module
from tests.subtests import as_subtests


class Recorder:
    """Stands in for pytest's fixture: notes the labels, and fails as a test does."""

    def __init__(self) -> None:
        self.labels: list[str] = []
        self.failed: list[str] = []

    @contextmanager
    def test(self, label: str) -> Iterator[None]:
        self.labels.append(label)
        try:
            yield
        except AssertionError:
            self.failed.append(label)


def test_each_case_fails_by_itself_and_the_others_run(monkeypatch: pytest.MonkeyPatch) -> None:
    recorder = Recorder()

    @as_subtests("number, word", [(1, "one"), (2, "zwei"), (3, "three")])
    def check(number: int, word: str, monkeypatch: pytest.MonkeyPatch) -> None:
        assert module.PARAMETERS is not None, "what the case before replaced is as it was"
        monkeypatch.setattr(module, "PARAMETERS", None)
        assert i18n.current_language() == "id"
        i18n.set_language("en")
        assert word != "zwei"

    before = module.PARAMETERS
    check(subtests=recorder, monkeypatch=monkeypatch)
    assert (recorder.labels, recorder.failed) == (["1-one", "2-zwei", "3-three"], ["2-zwei"])
    assert module.PARAMETERS is before
