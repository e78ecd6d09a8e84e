"""What an upgrade makes of names that were there before (migration 14)."""

import pytest
from aerich.utils import import_py_file
from tortoise.exceptions import IntegrityError

from app.accounts.models import Account
from app.kernel import db
from app.kernel.migration_files import LOCATION
from app.links.models import Link
from app.names.models import Name
from app.pages.first_content import new_page_content
from app.pages.models import Page
from app.qr.design import Design
from app.qr.look import Look
from app.qr.models import QrCode
from tests import world

ROWS = "SELECT id, folded, shown, account_id, link_id, held_at, barred_by, printed, page_id FROM names ORDER BY id"
INDEXES = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'names' AND sql IS NOT NULL",
    "postgres": "SELECT indexname AS name FROM pg_indexes WHERE tablename = 'names'",
}


async def run(direction: str) -> None:
    """Runs migration 14 and those after it as aerich does."""
    numbered = {int(file.name.partition("_")[0]): file for file in (LOCATION / "models").glob("*_*.py")}
    files = [numbered[number] for number in sorted(numbered) if number >= 14]
    for file in files if direction == "upgrade" else reversed(files):
        async with db.transaction() as connection:
            await connection.execute_script(await getattr(import_py_file(file), direction)(connection))


async def rows() -> list[dict[str, object]]:
    return await db.query_rows(ROWS, [])


async def indexes(dialect: str) -> set[str]:
    return {str(row["name"]) for row in await db.query_rows(INDEXES[dialect], [])}


@pytest.fixture
async def filled(sari: Account, budi: Account) -> Link:
    """Names of every kind: of a link with a QR code, of a page, held, and barred."""
    link = await Link.shorten(sari, url="https://example.com/", slug="Promo", aliases=["sale"])
    await QrCode.create_for_link(sari, link, "", Look(Design(), grade="good"))
    await (await world.shorten(budi, "gone")).soft_delete(budi)
    await (await world.shorten(budi, "bad")).block("phishing")
    await Page.make(sari, "sari", new_page_content("Sari", "id"))
    return link


@pytest.mark.usefixtures("filled")
async def test_every_name_of_before_is_one_of_the_installation_and_keeps_all_it_had(dialect: str) -> None:
    names, kept = await rows(), await indexes(dialect)

    await run("downgrade")
    assert await rows() == names
    await run("upgrade")

    assert await rows() == names
    assert {name.domain for name in await Name.all()} == {0}
    assert await indexes(dialect) >= kept


async def test_names_that_qr_codes_carry_are_still_carried_after_it(filled: Link, sari: Account) -> None:
    codes = await db.query_rows("SELECT id, name_id FROM qr_codes ORDER BY id", [])

    await run("downgrade")
    await run("upgrade")

    assert codes[0]["name_id"]
    assert await db.query_rows("SELECT id, name_id FROM qr_codes ORDER BY id", []) == codes
    assert await Link.by_name("PROMO") == (filled, True)


async def test_a_name_is_unique_before_it_and_unique_on_its_domain_after_it(filled: Link, sari: Account) -> None:
    await run("downgrade")
    with pytest.raises(IntegrityError):
        await _insert("promo", sari)
    await run("upgrade")
    with pytest.raises(IntegrityError):
        await _insert("promo", sari)
    await Name.create(domain=7, folded="promo", shown="promo", account_id=sari.id)
    await run("downgrade")  # which has room for one domain
    await run("upgrade")
    assert await Name.filter(folded="promo").count() == 1


async def test_new_names_get_numbers_above_those_of_before(filled: Link, sari: Account) -> None:
    highest = max(name.id for name in await Name.all())
    await Name.filter(id=highest).delete()
    await run("downgrade")
    await run("upgrade")
    await world.shorten(sari, "later")
    assert (await Name.get(folded="later")).id > highest


async def _insert(folded: str, account: Account) -> None:
    sql = "INSERT INTO names (folded, shown, account_id, printed) VALUES ($1, $2, $3, 0)"
    async with db.transaction():
        await db.query_rows(sql, [folded, folded, str(account.id)])
