"""Names are unique on (domain, folded): the same word may be a name on another domain, and is never mistaken for it."""

import ast

import pytest
from quart import Quart
from tortoise.exceptions import IntegrityError

from app.accounts.models import Account
from app.kernel.package_files import ROOT
from app.links.models import Link
from app.links.name_cache import PostgresLookup
from app.names.models import Name
from app.names.name_on_domain import INSTALLATION, NameKey
from tests import world
from tests.client import Browser
from tests.source_files import MODULES, source, syntax
from tests.world import name_key

ELSEWHERE = 7
READS = {"filter", "get", "get_or_none", "exclude"}


async def on_another_domain(account: Account, folded: str) -> Link:
    """A link that has this name on another domain only."""
    link = await world.shorten(account)
    await Name.filter(link_id=link.id).update(domain=ELSEWHERE, folded=folded, shown=folded)
    await Link.filter(id=link.id).update(destination_url="https://elsewhere.example/")
    return link


def test_the_payload_of_a_notification_is_a_key() -> None:
    assert NameKey.from_notification("promo") == NameKey(INSTALLATION, "promo")
    assert NameKey.from_notification("7/promo") == NameKey(7, "promo")


async def test_a_word_is_a_name_once_on_each_domain(sari: Account, budi: Account) -> None:
    await world.shorten(sari, "promo")
    await on_another_domain(budi, "promo")
    with pytest.raises(IntegrityError):
        await Name.create(domain=ELSEWHERE, folded="promo", shown="promo", account_id=sari.id)


async def test_a_name_of_another_domain_is_free_here_and_unknown_to_all_that_reads_names(
    app: Quart, visitor: Browser, sari: Account, budi: Account
) -> None:
    theirs, lookup = await on_another_domain(budi, "promo"), app.extensions["redirects"].lookup
    assert await Link.by_name("promo") == (None, False)
    assert await Name.find("promo") is None
    await Name.check_available(sari, "promo")
    assert (await visitor.get("/promo")).status_code == 404

    ours = await world.shorten(sari, "promo")
    await lookup.wait_until_current()

    assert await Link.by_name("promo") == (ours, True)
    assert (await visitor.get("/promo")).headers["Location"] == world.DESTINATION
    elsewhere = await lookup.find(NameKey(ELSEWHERE, "promo"))
    assert elsewhere.target.id == str(theirs.id)
    assert (await lookup.find(name_key("promo"))).target.id == str(ours.id)


async def test_a_change_is_told_to_the_caches_with_its_domain(
    app: Quart, dialect: str, sari: Account, budi: Account
) -> None:
    lookup = app.extensions["redirects"].lookup
    if not isinstance(lookup, PostgresLookup):
        pytest.skip("SQLite has no cache to tell")
    ours, theirs = await world.shorten(sari, "promo"), await on_another_domain(budi, "promo")
    await lookup.wait_until_current()
    here, there = name_key("promo"), NameKey(ELSEWHERE, "promo")
    for link, changed, other in ((ours, here, there), (theirs, there, here)):
        await lookup.find(here)
        await lookup.find(there)
        await link.pause()
        await lookup.wait_until_current()
        assert lookup.get_nowait(changed) is None
        assert lookup.get_nowait(other)


def test_no_code_reads_a_name_by_its_folded_form_without_its_domain() -> None:
    loose = [
        f"{file.relative_to(ROOT)}:{call.lineno}"
        for file in MODULES
        if "folded" in source(file)
        for call in ast.walk(syntax(file))
        if isinstance(call, ast.Call) and _reads_by_folded(call, file.match("names/models.py"))
    ]
    assert not loose


def _reads_by_folded(call: ast.Call, in_model: bool) -> bool:
    """Whether a call reads rows of Name by `folded` without `on_domain()` before it."""
    if not any((keyword.arg or "").startswith("folded") for keyword in call.keywords):
        return False
    if not isinstance(call.func, ast.Attribute) or call.func.attr not in READS:
        return False
    chain = ast.unparse(call.func)
    reads_names = chain.startswith("Name.") or (in_model and chain.startswith("cls."))
    return reads_names and ".on_domain(" not in chain


async def test_a_link_keeps_its_name_of_another_domain_when_its_names_are_changed(sari: Account) -> None:
    link = await Link.shorten(sari, url=world.DESTINATION, slug="promo", aliases=["sale"])
    await Name.create(domain=ELSEWHERE, folded="promo", shown="promo", account_id=sari.id, link_id=link.id)
    await link.edit(sari, slug="obral", aliases=[])
    kept = await Name.filter(link_id=link.id, held_at=None).order_by("id").values_list("domain", "folded")
    assert [tuple(row) for row in kept] == [(ELSEWHERE, "promo"), (INSTALLATION, "obral")]
