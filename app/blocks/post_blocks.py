"""The block of the latest posts: those that the account published at social networks, without anybody adding them."""

from app.blocks.kind import Kind, Values
from app.kernel.refusal import N_
from app.payloads.field import Field

COUNTS = ("3", "1", "2", "4", "5", "6")  # the first is the default
MOST_POSTS = 6
POSTS = Kind(
    "posts",
    N_("Latest posts"),
    N_("What you published last from here, with a link to it at each network. It keeps itself up to date."),
    "send",
    (
        Field("title", N_("Title"), most=80),
        Field("count", N_("How many posts"), input="select", choices=tuple((count, count) for count in COUNTS)),
    ),
    words="posting terbaru postingan latest posts feed konten content sosmed medsos ig instagram tiktok facebook x "
    "linkedin mastodon terbitan kabar news",
)


def count_of(values: Values) -> int:
    """How many posts a block shows."""
    count = values.get("count", "")
    return int(count) if count in COUNTS else int(COUNTS[0])
