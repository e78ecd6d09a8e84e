"""`kliqs demo`: three people with links, a bio page, statistics, an API key and requests to AI models, so that a new
installation shows something.

Everything is made by the same methods that people's requests call; only dates, counters and visits are set afterwards.
"""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from app.accounts.models import Account
from app.accounts.registration import register
from app.accounts.user import User
from app.kernel import clock, passwords
from app.kernel.db import transaction
from app.kernel.refusal import N_
from app.keys.models import ApiKey, KeyUsage, MonthlyUsage
from app.links.history.models import LinkChange
from app.links.models import Link
from app.links.validation import Changes
from app.names.slug import SlugTaken
from app.ops import demo_codes, demo_gateway, demo_pages, demo_posts, demo_visits
from app.ops.demo_link import DemoLink
from app.ops.demo_links import BUDI, DEWI, SARI
from app.ops.demo_visitors import crowd_for_tags
from app.ops.demo_visits import LinkTraffic
from app.visits import visit

REQUESTS = 1_284
KEY_NAME = "shop-backend"
KNOWN_TO_ALL = "look around"  # the password of every account of the read-only demo


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """A person of the demo world; `what` describes them, `calls` gives them an API key in use."""

    email: str
    name: str
    language: str
    plan: str
    what: str
    links: tuple[DemoLink, ...]
    calls: bool = False


CAST = (
    DemoPerson(
        "sari@example.com", "Sari Wulandari", "id", "free", N_("a creator with a batik studio, in Indonesian"), SARI
    ),
    DemoPerson("budi@example.com", "Budi Santoso", "en", "pro", N_("a marketer for a chain of coffee bars"), BUDI),
    DemoPerson(
        "dewi@example.com", "Dewi Lestari", "en", "business", N_("a developer with an API key"), DEWI, calls=True
    ),
)


@dataclass(frozen=True, slots=True)
class DemoWorld:
    """The result of `build_demo`: whether any person was created, and Dewi's raw API key if so."""

    created: bool
    key: str = ""


async def build_demo(password: str) -> DemoWorld:
    """Makes the people that are missing and sets everybody's password.

    Raises: those of `passwords.check_new_password`.
    """
    password_hash = await passwords.hash_password(await passwords.check_new_password(password))
    await User.filter(email__in=[person.email for person in CAST]).update(password_hash=password_hash)
    created, key = False, ""
    for person in CAST:
        if not await User.exists(email=person.email):
            created, key = True, await _make_person(person, password) or key
    if created:
        await demo_visits.seal_demo_days()
    return DemoWorld(created, key)


async def _make_person(person: DemoPerson, password: str) -> str:
    """Makes a person and all they own in one transaction; returns their raw API key, or an empty string."""
    async with transaction():
        membership = await register(person.email, person.name, password, language=person.language, plan=person.plan)
        account = membership.account
        followed = [await _make_followed_link(account, sample) for sample in person.links]
        if person.links is SARI:
            followed += await demo_pages.create_demo_page(account) + await demo_posts.create_demo_posts(account)
        await Account.filter(id=account.id).update(created_at=clock.now() - timedelta(days=190))
        await demo_visits.insert_demo_visits(account, followed, CAST.index(person))
        if person.plan == "pro":
            await demo_codes.create_wifi_code(account)
        if person.calls:
            await demo_gateway.create_demo_gateway(account)
        return await _key(account) if person.calls else ""


async def _make_followed_link(account: Account, sample: DemoLink) -> LinkTraffic:
    """Makes a link with QR codes where it was scanned, and gives it its age and counters."""
    link = await _shorten(account, sample)
    marks = await demo_codes.create_link_codes(account, link, sample.tags, sample.scans) if sample.scans else ()
    return replace(await _backdate(link, sample), marks=marks)


async def _shorten(account: Account, sample: DemoLink) -> Link:
    changes: Changes = {
        "url": sample.url,
        "slug": sample.slug,
        "aliases": sample.aliases,
        "title": sample.title,
        "tags": sample.tags,
        "click_limit": sample.click_limit,
        "password": sample.opens_with or None,
        "expires_at": clock.now() + timedelta(days=sample.expires_in) if sample.expires_in else None,
        "rules": sample.rules,
        "opens_at": clock.now() + timedelta(days=sample.opens_in) if sample.opens_in else None,
    }
    try:
        async with transaction():  # a refusal ends it, and nothing else that is made for the person
            return await Link.shorten(account, via_api=sample.via_api, **changes)
    except SlugTaken:  # an account of this installation has that name
        return await Link.shorten(account, via_api=sample.via_api, **changes | {"slug": "", "aliases": []})


async def _backdate(link: Link, sample: DemoLink) -> LinkTraffic:
    """Sets a link's dates and counters as the sample has them; returns what its visits are made from."""
    now, followed = clock.now(), sample.clicks + sample.scans
    created_at = now - timedelta(days=sample.age, minutes=sample.clicks % 600)
    last = now - timedelta(hours=sample.quiet)
    columns: dict[str, Any] = {"created_at": created_at, "updated_at": created_at}
    if followed:
        columns |= {
            "followed": followed,
            "scans": sample.scans,
            "last_followed_at": last,
            "admitted": followed if sample.click_limit else 0,
        }
    if sample.then == "expired":
        columns["expires_at"] = now - timedelta(hours=sample.quiet - 1)
    elif sample.then:
        await getattr(link, sample.then)()
    await Link.filter(id=link.id).update(**columns)
    await LinkChange.of_link(link.id).filter(creates=True).update(created_at=created_at)
    await LinkChange.of_link(link.id).filter(creates=False).update(created_at=last)
    peak = now - timedelta(days=sample.peak) if sample.peak else None
    crowd, ruled = crowd_for_tags(sample.tags), link if sample.rules else None
    return LinkTraffic(
        visit.key_in_visits(link.id), created_at, last, sample.clicks, sample.scans, crowd, peak, ruled=ruled
    )


async def _key(account: Account) -> str:
    """Makes a key that was used this month and the last; returns it raw."""
    key, raw = await ApiKey.issue(account, KEY_NAME)
    now = clock.now()
    key.created_at, key.last_used_at = now - timedelta(days=85), now.replace(second=0, microsecond=0)
    await key.save(update_fields=["created_at", "last_used_at"])
    before = clock.month_key(now.replace(day=1) - timedelta(days=1))
    for month, requests in ((before, REQUESTS * 3), (clock.month_key(), REQUESTS)):
        await MonthlyUsage.create(account=account, month=month, requests=requests)
        await KeyUsage.create(key=key, month=month, requests=requests)
    return raw
