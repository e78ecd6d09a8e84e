"""Words of people keep their direction beside words of ours."""

from app.kernel import bidi

ARABIC = "متجر!"


def test_only_what_runs_from_right_to_left_is_marked_in_a_sentence() -> None:
    assert bidi.isolate("Toko Sari!") == "Toko Sari!"
    assert bidi.isolate(ARABIC) == f"\u2068{ARABIC}\u2069"


def test_marks_become_elements_and_everything_is_escaped() -> None:
    sentence = f"Deleted {bidi.isolate('<b>' + ARABIC)}"
    assert bidi.marks_to_bdi(sentence) == f"Deleted <bdi>&lt;b&gt;{ARABIC}</bdi>"
    assert bidi.bdi("<i>") == "<bdi>&lt;i&gt;</bdi>"
    assert bidi.bdi(None) == bidi.bdi("") == ""
