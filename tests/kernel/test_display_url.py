import pytest

from app.kernel.display_url import DisplayUrl, split_for_display


@pytest.mark.parametrize(
    "url, shown",
    [
        ("https://example.com", DisplayUrl("https://", "example.com", "", "")),
        ("http://example.com:8080/a?b=c#d", DisplayUrl("http://", "example.com:8080", "/a?b=c#d", "")),
        ("https://example.com?kata=halo%20dunia", DisplayUrl("https://", "example.com", "?kata=halo dunia", "")),
        (
            "https://xn--mnchen-3ya.example/stra%C3%9Fe",
            DisplayUrl("https://", "münchen.example", "/straße", "xn--mnchen-3ya.example"),
        ),
    ],
)
def test_people_read_letters_and_the_host_apart(url: str, shown: DisplayUrl) -> None:
    assert split_for_display(url) == shown


@pytest.mark.parametrize("rest", ["/%ff", "/a%0Ab", "/%E2%80%AEgpj.exe", "/%00"])
def test_what_cannot_be_shown_safely_stays_encoded(rest: str) -> None:
    assert split_for_display("https://example.com" + rest).rest == rest


def test_a_host_that_is_no_idn_stays_as_it_is() -> None:
    assert split_for_display("https://xn--a.example/").host == "xn--a.example"
