"""Links are found as people read, type and paste, on both databases alike."""

import asyncio
from itertools import product

import pytest

from app.accounts.models import Account
from app.kernel import clock
from app.links.link_search import FILTERS, Search
from app.links.models import Link
from app.links.search_column import link_search_text, refresh_search_texts
from tests import world
from tests.subtests import as_subtests


async def matching_slugs(account: Account, q: str, **rest: str) -> list[str]:
    matches = Search.of({"q": q} | rest).matches(account)
    return sorted(str(code) for code in await matches.values_list("short_code", flat=True))


async def search_text(link: Link) -> str:
    return str((await Link.get(id=link.id)).search)


@pytest.fixture
async def shop(budi: Account) -> Account:
    await Link.shorten(
        budi,
        url="https://bücher.example/Straße/é%20x",
        slug="Katalog-Batik",
        title="Kopi ÉTOILE Senja",
        description="Diskon Akhir-Tahun 50% untuk_semua",
        notes="\\rahasia ΣΊΣΥΦΟΣ",
        tags=["Lebaran"],
        aliases=["toko-lama"],
    )
    await Link.shorten(budi, url="https://example.com/promo", slug="other")
    return budi


@as_subtests(
    "q",
    [
        "étoile",
        "ETOILE",
        "kopi senja",
        "senja KOPI",
        "ＫＯＰＩ",
        "akhir tahun",
        "akhir-tahun",
        "50%",
        "untuk_",
        "\\rahasia",
        "σίσυφος",
        "ΣΊΣΥΦΟΣ",
        "lebaran",
        "batik",
        "KATALOG-batik",
        "toko-lama",
        "kopi lebaran bücher batik",
        "senja\u200b",
        "bücher",
        "BÜCHER.example",
        "bucher.example/strasse",
        "xn--bcher-kva",
        "https://xn--bcher-kva.example/Stra%C3%9Fe",
        "https://bücher.example/Straße",
        "https://bücher.example/stra%c3%9fe/%C3%A9",
        "Stra%C3%9Fe/%C3%A",
        "é%20x",
        "https://kliqs.test/katalog-batik",
        "kliqs.test/Katalog-Batik?qr=x#y",
        "/katalog-batik",
        "@katalog-batik",
        "http://kliqs.test/toko-lama+",
        "/katalog",
        "kliqs.test/katalog-batik).",
    ],
)
async def test_a_link_is_found_by_every_word_of_it(shop: Account, q: str) -> None:
    assert await matching_slugs(shop, q) == ["Katalog-Batik"]


@pytest.mark.parametrize(
    "q", ["https://kliqs.test/promo-1", "kliqs.test/PROMO-1?qr=x", "http://kliqs.test/promo-1+", "kliqs.test/lama-1"]
)
async def test_a_pasted_short_url_finds_its_own_link_alone(budi: Account, q: str) -> None:
    await Link.shorten(budi, url="https://example.com/a", slug="promo-1", aliases=["lama-1"])
    await Link.shorten(budi, url="https://example.com/b", slug="promo-10", aliases=["lama-10"])
    await Link.shorten(budi, url="https://example.com/c", slug="promo-11", title="promo-1 lama-1")
    assert await matching_slugs(budi, q) == ["promo-1"]


async def test_a_name_that_is_being_typed_finds_all_that_begin_with_it(budi: Account) -> None:
    for slug in ("promo-1", "promo-10", "mypromo-1"):
        await world.shorten(budi, slug)
    assert await matching_slugs(budi, "/promo-1") == await matching_slugs(budi, "@promo-1") == ["promo-1", "promo-10"]


@as_subtests(
    "q",
    ["kopi tidakada", "%", "untuk%", "senja_", "50_", "\\", "https://kliqs.test/lain", "'; DROP TABLE links", "%00"],
)
async def test_what_is_in_no_link_finds_none(shop: Account, q: str) -> None:
    wanted = ["Katalog-Batik"] if q in {"%", "\\"} else []  # it has one of each
    assert await matching_slugs(shop, q) == wanted


async def test_every_write_keeps_what_searches_see(budi: Account) -> None:
    link = await Link.shorten(budi, url="https://example.com/a", slug="promo", tags=["sale"])
    await link.edit(budi, title="Kopi Étoile", aliases=["toko-lama"])
    assert await matching_slugs(budi, "etoile toko-lama sale example.com/a") == ["promo"]
    await link.edit(budi, url="https://bücher.example", slug="katalog", tags=["baru"], notes="x", title="")
    assert await matching_slugs(budi, "bücher katalog baru") == ["katalog"]
    for gone in ("etoile", "sale", "promo", "example.com/a"):
        assert await matching_slugs(budi, gone) == [], gone
    await link.add_tags(budi, ["lebaran"])
    assert await matching_slugs(budi, "lebaran") == ["katalog"]
    await link.edit(budi, expires_at=None)
    assert await matching_slugs(budi, "lebaran katalog") == ["katalog"]


async def test_changes_in_the_same_moment_are_all_found(budi: Account) -> None:
    link = await world.shorten(budi, "promo")
    others = [await Link.get(id=link.id) for _ in range(3)]
    await asyncio.gather(
        others[0].edit(budi, title="satu"), others[1].edit(budi, notes="dua"), others[2].add_tags(budi, ["tiga"])
    )
    assert await matching_slugs(budi, "satu dua tiga promo") == ["promo"]


async def test_a_drawn_name_is_found_even_when_another_was_drawn_first(
    budi: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    draws = iter(["taken22", "taken22", "xyz", "fresh22"])  # the third is part of what the refusal says
    monkeypatch.setattr("app.names.slug.random_slug", lambda length=7: next(draws))
    await world.shorten(budi)
    assert await matching_slugs(budi, (await world.shorten(budi)).short_code) == ["fresh22"]


async def test_the_one_text_is_the_same_whether_written_or_read_again(budi: Account) -> None:
    link = await Link.shorten(
        budi, url="https://bücher.example/é", slug="promo", title="Étoile", aliases=["lama"], tags=["a"]
    )
    written = await search_text(link)
    await refresh_search_texts([link.id])
    assert sorted(written.split("\n")) == sorted((await search_text(link)).split("\n"))
    columns = {"title": "Étoile", "destination_url": link.destination_url}
    assert written == link_search_text(columns, ["promo", "lama"], ["a"])


async def test_a_link_wears_all_the_tags_that_are_chosen(budi: Account) -> None:
    await Link.shorten(budi, url=world.DESTINATION, slug="both", tags=["Sale", "Batik"])
    await Link.shorten(budi, url=world.DESTINATION, slug="one", tags=["sale"])
    for tag, codes in (
        ("sale", ["both", "one"]),
        ("SALE, batik", ["both"]),
        ("sale,none", []),
        (" , ", ["both", "one"]),
        ("batik,batik", ["both"]),
    ):
        assert await matching_slugs(budi, "", tag=tag) == codes, tag


async def test_the_count_of_a_search_is_that_of_the_links_it_lists(budi: Account, sari: Account) -> None:
    now = clock.now()
    for number, states in enumerate(((), ("archived_at",), ("deleted_at",), ("archived_at", "deleted_at"), ())):
        for tags in (["Sale", "Batik"], ["Sale"], []):
            link = await Link.shorten(budi, url=world.DESTINATION, title=f"Kain {number}", tags=tags)
            await Link.filter(id=link.id).update(**dict.fromkeys(states, now))
    await Link.shorten(sari, url=world.DESTINATION, tags=["Sale"])
    await Account.filter(id=budi.id).update(links_used=await Link.owned_by(budi).count())
    await budi.refresh_from_db()
    for show, tag, q in product(
        (*FILTERS, "any"), ("", "sale", "sale,batik", "none"), ("", "kain", "kain 4", "nothing")
    ):
        search = Search(show=show, tag=tag, q=q)
        assert await search.count(budi) == len(await search.matches(budi)), search
    assert await Search(tag="sale").count(budi) == 4
