"""The plans and their limits: the table that the rules, the pages and the documentation read."""

from dataclasses import dataclass

from app.kernel.refusal import N_


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan and its limits.

    `requests` are API requests in a UTC month. `links`, `codes` and `pages` are short links, QR codes and bio pages
    that exist at the same time. `pictures` are uploaded pictures, `picture_bytes` the bytes of all their sizes
    together. `posts` are posts that are planned or published in a UTC month, None for as many as one likes;
    `connections` are accounts at social networks, `video_bytes` the bytes of the pictures and videos of posts,
    `ai_credits` the whole rupiah of credits for the AI gateway in a UTC month. `seats`
    are the members of an account and its open invitations. `webhooks` are endpoints that get events. Single visits
    are kept for `visits_kept` days; their totals are not deleted. The log of API requests is kept for `requests_kept`
    days. `checks_destinations` is whether broken destinations are looked for, where a link does not say otherwise.
    """

    name: str
    label: str
    requests: int
    links: int
    visits_kept: int
    codes: int
    pages: int
    pictures: int
    picture_bytes: int
    seats: int
    webhooks: int
    requests_kept: int
    posts: int | None
    connections: int
    video_bytes: int
    ai_credits: int
    checks_destinations: bool = True


MB = 2**20
GB = 2**30
PLANS = {
    plan.name: plan
    for plan in (
        Plan(
            "free",
            N_("Free"),
            requests=30,
            links=5,
            visits_kept=30,
            codes=50,
            pages=1,
            pictures=500,
            picture_bytes=100 * MB,
            seats=1,
            webhooks=2,
            requests_kept=30,
            posts=10,
            connections=2,
            video_bytes=GB // 2,
            ai_credits=0,
            checks_destinations=False,
        ),
        Plan(
            "starter",
            N_("Starter"),
            requests=1_000,
            links=50,
            visits_kept=90,
            codes=500,
            pages=3,
            pictures=1_000,
            picture_bytes=200 * MB,
            seats=2,
            webhooks=5,
            requests_kept=30,
            posts=60,
            connections=5,
            video_bytes=2 * GB,
            ai_credits=2_000,
        ),
        Plan(
            "pro",
            N_("Pro"),
            requests=10_000,
            links=200,
            visits_kept=365,
            codes=2_000,
            pages=10,
            pictures=3_000,
            picture_bytes=600 * MB,
            seats=5,
            webhooks=10,
            requests_kept=90,
            posts=200,
            connections=15,
            video_bytes=10 * GB,
            ai_credits=10_000,
        ),
        Plan(
            "business",
            N_("Business"),
            requests=30_000,
            links=500,
            visits_kept=730,
            codes=5_000,
            pages=50,
            pictures=10_000,
            picture_bytes=2_000 * MB,
            seats=20,
            webhooks=20,
            requests_kept=90,
            posts=None,
            connections=50,
            video_bytes=50 * GB,
            ai_credits=30_000,
        ),
    )
}
GUEST = Plan(
    "guest",
    N_("Without an account"),
    requests=0,
    links=10,
    visits_kept=30,
    codes=0,
    pages=1,
    pictures=5,
    picture_bytes=2 * MB,
    seats=0,
    webhooks=0,
    requests_kept=30,
    posts=0,
    connections=0,
    video_bytes=0,
    ai_credits=0,
    checks_destinations=False,
)
ALL_PLANS = {GUEST.name: GUEST} | PLANS  # PLANS are those that a registered account can have
MAX_KEYS = 10


def rank_of(plan_name: str) -> int:
    """Returns the position of a plan among those that an account can have; a larger plan has a higher one."""
    return [*ALL_PLANS].index(plan_name)


def higher_plan(first: str, second: str) -> str:
    """Returns the name of the larger of two plans."""
    return max(first, second, key=rank_of)
