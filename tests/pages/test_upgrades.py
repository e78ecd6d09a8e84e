"""What an upgrade makes of pages that were there before (migration 11)."""

from typing import Any

from aerich.utils import import_py_file

from app.accounts.models import Account
from app.kernel import db
from app.kernel.migration_files import LOCATION
from app.links.models import Link
from app.names.models import Name
from app.pages.block import Block
from app.pages.content import Content
from app.pages.models import Page, Revision
from tests import world

GIVEN = {
    "title": "Kelas batik",
    "starts": "2026-12-12T09:00",
    "ends": "2026-12-12T12:00",
    "all_day": "",
    "zone": "Asia/Jakarta",
    "place": "",
    "notes": "",
    "url": "",
}
ACCIDENT = {"starts": "2026-12-12T02:00:00Z", "ends": "2026-12-12T05:00:00Z"}
MEANT = {"starts": "2026-12-01T01:00:00Z", "ends": "2026-12-12T05:00:00Z"}


def event(schedule: dict[str, str], **values: str) -> Block:
    return Block.new("event", GIVEN | values, **schedule)


async def upgrade() -> None:
    """Runs migration 11 as aerich does, on rows as they were before it."""
    [file] = (LOCATION / "models").glob("11_*.py")
    async with db.transaction() as connection:
        await connection.execute_script(await import_py_file(file).upgrade(connection))


def schedules(content: Content) -> list[tuple[str, str]]:
    return [(block.starts, block.ends) for block in content.blocks]


async def test_event_blocks_lose_the_schedule_that_nobody_gave_them(sari: Account) -> None:
    link: Any = Block.new("link", {"title": "A", "url": "https://example.com", "note": ""}, **ACCIDENT)
    content = Content(name="Kawung", blocks=(event(ACCIDENT), event(MEANT), event(ACCIDENT, ends=""), link))
    page = await Page.make(sari, "kawung", content)
    await page.publish(sari)
    await page.change(Content(name="Later", blocks=content.blocks[:1]), "later")
    number = page.number

    await upgrade()

    page = await Page.get(id=page.id)
    kept = [(schedule["starts"], schedule["ends"]) for schedule in (MEANT, ACCIDENT, ACCIDENT)]
    assert schedules(page.content) == [("", "")]
    assert page.published is not None
    assert schedules(Content.of(page.published["content"])) == [("", ""), *kept]
    assert page.number == number + 1, "what is kept rendered is written anew"
    revision = await Revision.get(page_id=page.id)
    assert schedules(revision.as_content) == [("", ""), *kept]


async def test_the_schedule_is_read_in_the_time_zone_of_the_account(sari: Account) -> None:
    await Account.filter(id=sari.id).update(time_zone="Asia/Jayapura")
    far = {"starts": "2026-12-12T00:00:00Z", "ends": ""}
    page = await Page.make(sari, "kawung", Content(name="Kawung", blocks=(event(far, ends=""),)))

    await upgrade()

    assert schedules((await Page.get(id=page.id)).content) == [("", "")]


async def test_names_that_links_of_pages_hold_are_free_again(sari: Account, budi: Account) -> None:
    blocks = tuple(Block.new("link", {"title": "A", "url": f"https://example.com/{at}", "note": ""}) for at in range(3))
    page = await Page.make(sari, "kawung", Content(name="Kawung", blocks=blocks))
    await page.publish(sari)
    gone, barred, live = await Link.filter(page_id=page.id).order_by("page_block")
    short = await world.shorten(sari, "promo")
    await short.soft_delete(sari)
    await barred.block("phishing")
    now = page.created_at
    for link in (gone, barred):  # as they were held before
        await Link.filter(id=link.id).update(deleted_at=now)
        await Name.filter(link_id=link.id).update(held_at=now)

    await upgrade()

    left = {str(name) for name in await Name.all().values_list("folded", flat=True)}
    assert left == {"kawung", "promo", live.short_code, barred.short_code}
    assert (await Name.get(folded=live.short_code)).held_at is None
    await world.shorten(budi, gone.short_code)
