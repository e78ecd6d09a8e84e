"""UTM parameters are put into destinations, and nothing else of those changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.refusal import Faults
from app.links.utm.parameters import FIELDS, check_parameters, read_utm, set_utm


@pytest.mark.parametrize(
    ("url", "values", "expected"),
    [
        ("https://a.id", {"source": "ig"}, "https://a.id?utm_source=ig"),
        ("https://a.id/x?b=1&a=%20+#top", {"source": "ig"}, "https://a.id/x?b=1&a=%20+&utm_source=ig#top"),
        ("https://a.id/?utm_source=old&z=1", {"source": "new"}, "https://a.id/?utm_source=new&z=1"),
        ("https://a.id/?utm_source=old&z=1", {"source": ""}, "https://a.id/?z=1"),
        ("https://a.id/?utm_source=old", {"source": ""}, "https://a.id/"),
        ("https://a.id/?utm_source=old", {"medium": "x"}, "https://a.id/?utm_source=old&utm_medium=x"),
        ("https://a.id/?utm_source=1&utm_source=2", {"source": "3"}, "https://a.id/?utm_source=3"),
        ("https://a.id/?utm_id=9&utm_x", {"term": "é &=#"}, "https://a.id/?utm_id=9&utm_x&utm_term=%C3%A9%20%26%3D%23"),
        ("https://a.id/#?utm_source=x", {"source": "y"}, "https://a.id/?utm_source=y#?utm_source=x"),
    ],
)
def test_parameters_are_set_in_place_and_everything_else_stays(url: str, values: dict[str, str], expected: str) -> None:
    assert set_utm(url, values) == expected


WORDS = st.dictionaries(st.sampled_from(FIELDS), st.text("aé &=#+%\u0663", max_size=8))


@given(WORDS, st.lists(st.sampled_from(["a=1", "b", "utm_id=3", "utm_source=x", "c=%26"]), max_size=5))
def test_what_is_set_is_read_back_and_other_parameters_keep_their_order(
    values: dict[str, str], query: list[str]
) -> None:
    url = set_utm("https://a.id/p?" + "&".join(query) + "#f", values)
    read = read_utm(url)
    assert all(read[field] == value for field, value in values.items())
    others = [part for part in query if not part.startswith("utm_source")]
    kept = url.partition("#")[0].partition("?")[2].split("&")
    assert [part for part in kept if part in others] == others
    assert url.endswith("#f")


def test_a_parameter_has_a_longest_length_and_every_one_is_named() -> None:
    with pytest.raises(Faults) as refused:
        check_parameters({"source": "x" * 201, "medium": " ig ", "term": "y" * 300})
    assert {fault.field for fault in refused.value.refusals} == {"utm_source", "utm_term"}
    assert check_parameters({"source": " ig "})["source"] == "ig"
