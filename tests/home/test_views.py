"""The first page: what needs somebody, the week, the best links and the page, and nothing that is not there."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from quart import Quart

from app.accounts.models import Account, Membership
from app.accounts.roles import EDITOR, VIEWER
from app.home import post_items
from app.home.overview import greeting
from app.kernel import clock, i18n, installation
from app.links.models import Link
from app.payments import ordering, transitions
from app.payments.buyer import Buyer
from app.payments.providers import registry
from app.publishing.connections.connection import NEEDS_RECONNECT, Connection
from app.publishing.posts.post import Post
from app.publishing.posts.post_variant import PostVariant
from app.visits.visit import Kind
from tests import world
from tests.analytics.conftest import Visited
from tests.client import Browser
from tests.conftest import Clock
from tests.counting import queries
from tests.members import as_member
from tests.publishing.posts.stand_ins import connect

HOME = "/dashboard/"


async def html(browser: Browser, path: str = HOME) -> str:
    response = await browser.get(path)
    assert response.status_code == 200, path
    return await response.get_data(as_text=True)


async def test_somebody_new_sees_the_field_and_first_steps_and_no_empty_cards(as_budi: Browser, budi: Account) -> None:
    page = await html(as_budi)
    assert 'name="url"' in page and 'id="first-steps"' in page
    for part in ('class="kpis"', "action-items-h", "best-h", "bio-card-h"):
        assert part not in page, part


async def test_the_week_and_its_best_links_are_shown(as_budi: Browser, budi: Account, visited: Visited) -> None:
    best, other = await world.shorten(budi, "best"), await world.shorten(budi, "other")
    for _ in range(3):
        await visited(best)
    await visited(other, kind=Kind.SCAN)
    page = await html(as_budi)
    assert page.index("/best</span> <b>3</b>") < page.index("/other</span> <b>1</b>")
    assert "4 clicks and scans in 7 days" in page and "bio-card-h" not in page


async def test_a_link_that_ends_soon_and_brings_clicks_needs_somebody(as_budi: Browser, budi: Account) -> None:
    ending, quiet, far = [await world.shorten(budi, name) for name in ("ending", "quiet", "far")]
    await Link.filter(id__in=[ending.id, quiet.id]).update(expires_at=clock.now() + timedelta(days=2))
    await Link.filter(id=far.id).update(expires_at=clock.now() + timedelta(days=20), followed=9)
    await Link.filter(id=ending.id).update(followed=7)
    page = await html(as_budi)
    assert "action-items-h" in page and f"/dashboard/links/{ending.id}/edit" in page
    assert str(quiet.id) not in page and str(far.id) not in page


async def test_a_full_plan_needs_somebody(as_sari: Browser, sari: Account) -> None:
    await Account.filter(id=sari.id).update(links_used=5)
    assert "action-items-h" in await html(as_sari)


async def test_a_plan_that_ends_within_a_week_needs_an_owner(
    app: Quart, as_sari: Browser, sari: Account, moved: Clock
) -> None:
    order = await ordering.open_order(sari, "pro", 1, registry.provider("test"), Buyer("Sari", "sari@example.com"))
    await transitions.mark_paid(order)
    assert "settings/plan?plan=pro#choose" not in await html(as_sari), "a month is left"
    changes = (await Account.get(id=sari.id)).plan_changes_at
    assert changes
    for before, words in ((10, "Bayar di muka untuk melanjutkan."), (3, "Semuanya tetap seperti sekarang sampai")):
        moved.to(changes - timedelta(days=before))
        as_sari.sign_in(await world.begin_session(sari))
        page = await html(as_sari)
        assert "settings/plan?plan=pro#choose" in page and words in page
    editor = await as_member(app, sari, EDITOR)
    assert "settings/plan?plan=pro" not in await html(editor), "who may not buy is not asked to"


async def test_it_costs_the_same_for_one_link_and_for_twenty(as_budi: Browser, budi: Account, visited: Visited) -> None:
    await visited(await world.shorten(budi))
    await html(as_budi)
    with queries() as few:
        await html(as_budi)
    for number in range(19):
        await visited(await world.shorten(budi, f"link-{number}"))
    with queries() as many:
        await html(as_budi)
    assert len(few) == len(many) <= 15


async def test_a_viewer_finds_nothing_to_make(as_sari: Browser, sari: Account, budi: Account) -> None:
    user = await world.owner(sari)
    await Membership.create(user=user, account=budi, role=VIEWER, created_at=clock.now())
    page = await html(as_sari, f"{HOME}?workspace={budi.id}")
    for part in ("new-menu", "new-sheet", "first-steps", 'name="url"'):
        assert part not in page, part


@pytest.mark.parametrize("path", ["/dashboard/new", "/dashboard/more"])
async def test_sheets_are_pages_where_popovers_are_missing(as_budi: Browser, path: str) -> None:
    assert 'class="sheet__grid"' in await html(as_budi, path)


@pytest.mark.parametrize(
    "hour, words",
    [
        (0, "Selamat malam, Sari"),
        (4, "Selamat pagi, Sari"),
        (11, "Selamat siang, Sari"),
        (15, "Selamat sore, Sari"),
        (18, "Selamat malam, Sari"),
    ],
)
def test_it_greets_as_people_do_at_that_hour(hour: int, words: str) -> None:
    with i18n.language_context("id", "Asia/Jakarta"):
        assert greeting("Sari", hour).replace("\u2068", "").replace("\u2069", "") == words


async def test_what_publishing_needs_and_what_goes_out_next_is_shown_only_when_it_is_used(
    as_budi: Browser, budi: Account
) -> None:
    assert "next-h" not in await html(as_budi) and "action-items-h" not in await html(as_budi)
    connection = await connect(budi, "mastodon", "budi.kopi")
    states = {
        "Sudah ada": "unconfirmed",
        "Gagal": "failed",
        "Sendiri": "reminder",
        "Besok": "planned",
        "Lusa": "planned",
    }
    for day, (text, phase) in enumerate(states.items(), 1):
        await post_in(connection, text, phase, clock.now() + timedelta(days=day if phase == "planned" else -day))

    page = await html(as_budi)

    assert "Is “Sudah ada” on Mastodon?" in page
    assert page.index("Sudah ada") < page.index("Sendiri") < page.index("Gagal") < page.index("next-h")
    assert page.index("next-h") < page.index(">Besok<") < page.index(">Lusa<")
    twin = await connect(budi, "x", "budi_kopi")
    await PostVariant.create(
        id=uuid4(), account=budi, post=await Post.get(text="Sendiri"), connection=twin, network="x", phase="reminder",
        due_at=clock.now(), created_at=clock.now(), updated_at=clock.now(),
    )  # fmt: skip
    assert "Post “Sendiri” on Mastodon, X" in await html(as_budi)  # one thing to do, not two
    await Connection.filter(id=connection.id).update(state=NEEDS_RECONNECT, trouble="permission_ended")
    assert "has to be connected again" in await html(as_budi)


async def test_what_more_there_may_be_than_the_posts_that_were_read_is_said(
    as_budi: Browser, budi: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(post_items, "MOST_READ", 2)
    connection = await connect(budi, "mastodon", "budi.kopi")
    for number, words in enumerate(("2 things", "The 2 most urgent things"), 2):
        while await PostVariant.all().count() < number:
            await post_in(connection, "Kopi", "failed", clock.now())
        assert f">{words}<" in await html(as_budi)


async def test_a_post_is_offered_where_new_things_are_made_only_while_publishing_is_on(
    as_budi: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in (HOME, f"{HOME}new"):
        assert 'href="/dashboard/publishing/posts/new"' in await html(as_budi, path)
    assert "/dashboard/publishing/calendar" in await html(as_budi, f"{HOME}more")

    current = installation.current()
    monkeypatch.setattr(current, "config", current.config.model_copy(update={"publishing": False}))

    for path in (HOME, f"{HOME}new", f"{HOME}more"):
        assert "/dashboard/publishing" not in await html(as_budi, path)


async def post_in(connection: Connection, text: str, phase: str, due_at: datetime) -> None:
    """A post of a connection in a phase."""
    now = clock.now()
    stamps: dict[str, Any] = {"account_id": connection.account_id, "created_at": now, "updated_at": now}
    post = await Post.create(id=uuid4(), text=text, **stamps)
    await PostVariant.create(
        id=uuid4(), post=post, connection=connection, network=connection.network, phase=phase, due_at=due_at, **stamps
    )
