"""What one request may cost: its query is worked through once, to an end, and not remembered."""

from app.front import reply
from app.front.answer import MOST_FORWARDED, Answer, destination
from app.links.target import Target

LINK = Target("id", "account", "https://example.com/?k=1", 302, True, True)


def test_so_many_parameters_are_forwarded_and_no_more() -> None:
    query = "&".join(f"p{n}" for n in range(8_000))
    assert destination(LINK, query).endswith(f"&p{MOST_FORWARDED - 1}=")


def test_what_visitors_make_long_is_not_kept() -> None:
    reply._said.cache_clear()
    for n in range(3):
        given = Answer(302, location=destination(LINK, f"n={n}&long=" + '"' * 5_000))
        assert given.location.encode() in reply.reply(given)
    assert reply._said.cache_info().currsize == 0
    short = Answer(302, location=LINK.destination_url)
    assert reply.reply(short)
    assert reply._said.cache_info().currsize == 1
