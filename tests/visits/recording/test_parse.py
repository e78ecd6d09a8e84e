"""From what the request path notes to the row that is kept."""

from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.visits.recording.parse import parse_visit
from app.visits.visit import JournalEntry, Kind, Purpose, Visit, Who, key_in_visits

ANDROID = (
    "Mozilla/5.0 (Linux; Android 13; SM-A135F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/119.0.0.0 "
    "Mobile Safari/537.36"
)
LINK, ACCOUNT = uuid4(), uuid4()
SEEN = JournalEntry(
    at=1_790_000_000_000,
    link=str(LINK),
    account=str(ACCOUNT),
    kind=Kind.SCAN,
    purpose=Purpose.FOLLOW,
    visitor=7,
    country="ID",
    city="Bandung",
    agent=ANDROID,
    referrer="https://l.instagram.com",
    languages="id-ID,id;q=0.9",
    campaign=["ig", "story", "lebaran", "", "bio"],
    placement="k3f9x",
)


def test_a_visit_has_each_fact_in_its_place() -> None:
    assert parse_visit(SEEN, 42) == Visit(
        id=42,
        link=key_in_visits(LINK),
        account=key_in_visits(ACCOUNT),
        kind=Kind.SCAN,
        who=Who.HUMAN,
        visitor=7,
        referrer="l.instagram.com",
        utm_source="ig",
        utm_medium="story",
        utm_campaign="lebaran",
        utm_term="",
        utm_content="bio",
        country="ID",
        city="Bandung",
        device="mobile",
        browser="Chrome",
        system="Android",
        language="id",
        placement="k3f9x",
    )
    assert isinstance(parse_visit(SEEN, 42), Visit)


def test_neither_user_agent_nor_language_header_is_left() -> None:
    kept = parse_visit(SEEN._replace(agent=ANDROID.replace("SM-A135F", "MARKED"), languages="id-MARKED"), 1)

    assert not [value for value in kept if "MARKED" in str(value)]


@pytest.mark.parametrize("agent", [ANDROID, "WhatsApp/2.23.20.0 A", "curl/8.5.0", ""])
def test_a_head_request_is_a_check_whoever_sends_it(agent: str) -> None:
    assert parse_visit(SEEN._replace(purpose=Purpose.CHECK, agent=agent), 1).who == Who.CHECK
    assert parse_visit(SEEN._replace(purpose=True, agent=agent), 1).who == Who.CHECK  # a journal of before
    assert parse_visit(SEEN._replace(agent=agent), 1).who != Who.CHECK


@pytest.mark.parametrize(
    ("purpose", "who"), [(Purpose.PREFETCH, Who.CHECK), (Purpose.PREVIEW, Who.PREVIEW), (Purpose.PRESS, Who.HUMAN)]
)
@pytest.mark.parametrize("agent", [ANDROID, "WhatsApp/2.23.20.0 A", "curl/8.5.0", ""])
def test_what_a_request_says_it_is_for_goes_before_its_user_agent(agent: str, purpose: Purpose, who: Who) -> None:
    assert parse_visit(SEEN._replace(purpose=purpose, agent=agent), 1).who == who


@pytest.mark.parametrize("host", ["semalt.com", "SEMALT.com:80", "www.semalt.com", "38.semalt.com", "darodar.com"])
def test_who_comes_from_a_known_spammer_is_a_bot_and_its_referrer_is_kept(host: str) -> None:
    visit = parse_visit(SEEN._replace(referrer=f"https://{host}"), 1)
    assert (visit.who, visit.browser, visit.system, visit.device) == (Who.BOT, "", "", "")
    assert visit.referrer.endswith(host.lower().removeprefix("www.").removesuffix(":80"))
    assert parse_visit(SEEN._replace(referrer="https://notsemalt.com"), 1).who == Who.HUMAN


@pytest.mark.parametrize("campaign", [[], ["one"], ["x"] * 6])
def test_a_visit_without_a_campaign_has_empty_ones(campaign: list[str]) -> None:
    assert parse_visit(SEEN._replace(campaign=campaign), 1)[7:12] == ("",) * 5


@given(
    agent=st.text(),
    referrer=st.text(),
    languages=st.text(),
    purpose=st.integers(0, 9) | st.booleans(),
    id=st.integers(0, (1 << 63) - 1),
)
def test_no_visit_is_too_odd(agent: str, referrer: str, languages: str, purpose: int, id: int) -> None:
    visit = parse_visit(SEEN._replace(agent=agent, referrer=referrer, languages=languages, purpose=purpose), id)

    assert visit.id == id and 0 <= visit.link < 1 << 62
    assert max(len(value) for value in visit if isinstance(value, str)) <= 253
    assert all(value.isprintable() for value in visit if isinstance(value, str))


def test_a_key_is_taken_from_the_random_end() -> None:
    assert key_in_visits(UUID(int=(1 << 128) - 1)) == (1 << 62) - 1
    assert parse_visit(SEEN._replace(link=str(LINK).upper()), 1).link == key_in_visits(LINK)
