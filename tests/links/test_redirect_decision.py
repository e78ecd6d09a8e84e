"""What one request may cost: an answer that its query made long is not remembered."""

from datetime import UTC, datetime

from app.front.lanes import response_bytes
from app.links.redirect_decision import Decision, follow
from app.links.resolution import Target

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
LINK = Target("id", "account", "https://example.com/?k=1", 302, True, True)


def test_what_visitors_make_long_is_not_kept() -> None:
    response_bytes.serialize_cached.cache_clear()
    for n in range(3):
        decision = follow(LINK, f"n={n}&long=" + '"' * 5_000, NOW)
        assert decision.location.encode() in response_bytes.redirect_bytes(decision)
    assert response_bytes.serialize_cached.cache_info().currsize == 0
    short = Decision(302, location=LINK.destination_url)
    assert response_bytes.redirect_bytes(short)
    assert response_bytes.serialize_cached.cache_info().currsize == 1
