"""The address of an app is taken only in a shape that can do nothing but open an app."""

import pytest

from app.kernel.destination import InvalidUrl
from app.links.phone_app_url import clean_app_url, intent_url, needs_app


@pytest.mark.parametrize(
    "raw, clean, app",
    [
        ("", "", False),
        ("  ", "", False),
        ("https://shop.example/p/1", "https://shop.example/p/1", False),
        ("tokopedia://product/1?x=a%20b", "tokopedia://product/1?x=a%20b", True),
        (" MyApp+1.x://Kopi/é ", "myapp+1.x://Kopi/%C3%A9", True),
    ],
)
def test_web_addresses_and_addresses_of_apps_are_taken(raw: str, clean: str, app: bool) -> None:
    assert clean_app_url(raw) == clean
    assert (bool(clean) and needs_app(clean)) is app


@pytest.mark.parametrize(
    "raw",
    [
        "javascript:alert(1)",
        "javascript://%0aalert(1)",
        "JavaScript://x/%0aalert(1)",
        "data:text/html,x",
        "data://text/html,x",
        "vbscript://x",
        "file:///etc/passwd",
        "blob://x",
        "intent://x#Intent;scheme=file;end",
        "content://x",
        "ms-word://x",
        "x-apple.systempreferences://x",
        "mailto:a@b.example",
        "tel:112",
        "http:example.com",
        "//example.com",
        "example.com",
        "my app://x",
        "app://a b",
        "app://x\ny",
        'app://x"onclick=',
        "app://<b>",
        "app://",
        "a://x",
        "app:x",
        "app://" + "x" * 2048,
        "https://127.0.0.1/",
    ],
)
def test_whatever_else_a_browser_would_run_or_open_is_refused(raw: str) -> None:
    with pytest.raises(InvalidUrl):
        clean_app_url(raw)


def test_an_intent_names_the_web_as_its_fallback() -> None:
    assert intent_url("tokopedia://product/1?a=1", "https://shop.example/?b=1;c") == (
        "intent://product/1?a=1#Intent;scheme=tokopedia;S.browser_fallback_url=https%3A%2F%2Fshop.example%2F%3Fb%3D1%3Bc;end"
    )
    assert intent_url("app://x#y", "https://shop.example/") == "app://x#y"
