"""What one request may cost: an answer that its query made long is not remembered."""

from app.front.lanes import response_bytes
from app.front.redirect_decision import Decision, redirect_url
from app.links.resolution import Target

LINK = Target("id", "account", "https://example.com/?k=1", 302, True, True)


def test_what_visitors_make_long_is_not_kept() -> None:
    response_bytes.serialize_cached.cache_clear()
    for n in range(3):
        decision = Decision(302, location=redirect_url(LINK, f"n={n}&long=" + '"' * 5_000))
        assert decision.location.encode() in response_bytes.redirect_bytes(decision)
    assert response_bytes.serialize_cached.cache_info().currsize == 0
    short = Decision(302, location=LINK.destination_url)
    assert response_bytes.redirect_bytes(short)
    assert response_bytes.serialize_cached.cache_info().currsize == 1
