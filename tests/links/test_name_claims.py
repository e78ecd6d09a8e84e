"""A link's names change together: what falls away is held, what is refused changes nothing and names its field."""

import asyncio

import pytest

from app.accounts.models import Account
from app.links.bulk_create import create_links
from app.links.models import Link
from app.links.name_claims import TooManyAliases, parse_aliases
from app.names.models import Name
from app.names.slug import InvalidSlug, ReservedSlug, SlugTaken
from tests import world
from tests.world import DESTINATION


async def names_of(link: Link) -> set[str]:
    kept = await Link.get(id=link.id).prefetch_related("names")
    assert kept.short_code in {name.shown for name in kept.names}
    return {name.shown for name in kept.names}


@pytest.mark.parametrize(
    "typed, aliases", [("", []), ("promo sale,, Sale\n SALE", ["promo", "SALE"]), (" a , b ", ["a", "b"])]
)
def test_aliases_are_parted_by_blanks_and_commas(typed: str, aliases: list[str]) -> None:
    assert parse_aliases(typed) == aliases


def test_ten_aliases_are_enough() -> None:
    assert len(parse_aliases(" ".join(f"alias-{n}" for n in range(10)))) == 10
    with pytest.raises(TooManyAliases):
        parse_aliases(" ".join(f"alias-{n}" for n in range(11)))


async def test_all_names_lead_to_the_link(sari: Account) -> None:
    link = await Link.shorten(sari, url=DESTINATION, slug="promo", aliases=["sale-11", "Diskon"])
    assert await names_of(link) == {"promo", "sale-11", "Diskon"}
    for name in ("promo", "SALE-11", "diskon"):
        assert await Link.by_name(name) == (link, True)
    assert await world.links_used(sari) == 1


async def test_a_renamed_link_leaves_its_old_name_held(sari: Account, budi: Account) -> None:
    link = await world.shorten(sari, "promo")
    await link.edit(sari, slug="sale")
    assert link.short_code == "sale"
    assert await names_of(link) == {"sale"}
    assert await Link.by_name("promo") == (None, True)
    with pytest.raises(SlugTaken):
        await world.shorten(budi, "promo")


async def test_a_link_takes_its_old_name_back(sari: Account) -> None:
    link = await world.shorten(sari, "promo")
    await link.edit(sari, slug="sale")
    await link.edit(sari, slug="promo")
    assert await Link.by_name("promo") == (link, True)
    assert await Link.by_name("sale") == (None, True)


async def test_only_the_case_may_change(sari: Account) -> None:
    link = await world.shorten(sari, "promo")
    await link.edit(sari, slug="PROMO")
    assert await names_of(link) == {"PROMO"}
    assert link.short_url == "https://kliqs.test/PROMO"


@pytest.mark.parametrize("field", ["slug", "aliases"])
async def test_a_wide_spelling_of_its_own_name_is_no_slug(sari: Account, field: str) -> None:
    link = await Link.shorten(sari, url=DESTINATION, slug="promo", aliases=["sale"])
    with pytest.raises(InvalidSlug) as refused:
        await (link.edit(sari, slug="ｐｒｏｍｏ") if field == "slug" else link.edit(sari, aliases=["ｓａｌｅ"]))
    assert refused.value.field == field
    assert await names_of(link) == {"promo", "sale"}


async def test_an_edit_without_names_keeps_them_all(sari: Account) -> None:
    link = await Link.shorten(sari, url=DESTINATION, slug="promo", aliases=["sale"])
    await link.edit(sari, title="x")
    await link.edit(sari, slug="promo")
    assert await names_of(link) == {"promo", "sale"}


async def test_an_empty_slug_keeps_the_name(sari: Account) -> None:
    link = await world.shorten(sari, "promo")
    await link.edit(sari, slug=" ")
    assert await names_of(link) == {"promo"}


async def test_aliases_are_replaced_and_the_rest_held(sari: Account) -> None:
    link = await Link.shorten(sari, url=DESTINATION, slug="promo", aliases=["one-1", "two-2"])
    await link.edit(sari, aliases=["two-2", "three-3"])
    assert await names_of(link) == {"promo", "two-2", "three-3"}
    assert await Link.by_name("one-1") == (None, True)
    await link.edit(sari, aliases=[])
    assert await names_of(link) == {"promo"}


async def test_an_alias_becomes_the_main_name(sari: Account) -> None:
    link = await Link.shorten(sari, url=DESTINATION, slug="promo", aliases=["sale"])
    await link.edit(sari, slug="sale", aliases=["promo"])
    assert link.short_code == "sale"
    assert await names_of(link) == {"promo", "sale"}


@pytest.mark.parametrize("aliases", [["promo"], ["Promo", "sale", "SALE"], [" sale "]])
async def test_a_name_said_twice_is_one_name(sari: Account, aliases: list[str]) -> None:
    link = await Link.shorten(sari, url=DESTINATION, slug="promo", aliases=aliases)
    other = await Link.shorten(sari, url=DESTINATION, slug="other")
    await other.edit(sari, aliases=[f"{alias.strip()}-2" for alias in aliases])
    await other.edit(sari, aliases=[f" {alias.strip()}-2 " for alias in aliases])
    assert {name.lower() for name in await names_of(link)} <= {"promo", "sale"}
    assert {name.lower() for name in await names_of(other)} <= {"other", "promo-2", "sale-2"}


@pytest.mark.parametrize(
    "alias, refusal", [("taken", SlugTaken), ("mine", SlugTaken), ("admin", ReservedSlug), ("a b", InvalidSlug)]
)
async def test_a_refused_alias_changes_nothing_and_names_its_field(
    sari: Account, budi: Account, alias: str, refusal: type[SlugTaken | ReservedSlug | InvalidSlug]
) -> None:
    await world.shorten(budi, "taken")
    await world.shorten(sari, "mine")
    link = await world.shorten(sari, "promo")
    with pytest.raises(refusal) as refused:
        await link.edit(sari, slug="sale", title="changed", aliases=["fine", alias])
    assert refused.value.field == "aliases"
    assert await names_of(link) == {"promo"}
    assert (await Link.get(id=link.id)).title == ""
    with pytest.raises(refusal):
        await Link.shorten(sari, url=DESTINATION, slug="fresh", aliases=["fine", alias])
    assert await Link.by_name("fresh") == await Link.by_name("fine") == (None, False)
    assert await world.links_used(sari) == 2


async def test_a_name_in_use_by_another_link_of_ones_own_is_taken(sari: Account) -> None:
    first, second = await world.shorten(sari, "first"), await world.shorten(sari, "second")
    with pytest.raises(SlugTaken) as refused:
        await second.edit(sari, slug="First")
    assert refused.value.field == "slug"
    assert await Link.by_name("first") == (first, True)
    assert await names_of(second) == {"second"}


async def test_what_became_reserved_later_can_still_be_edited(sari: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    link = await world.shorten(sari, "promo")
    monkeypatch.setattr("app.names.slug.RESERVED", {"promo"})
    await link.edit(sari, slug="promo", title="x")
    assert await names_of(link) == {"promo"}


async def test_an_edit_from_an_old_page_keeps_the_name_given_meanwhile(sari: Account) -> None:
    old = await world.shorten(sari, "promo")
    await (await Link.get(id=old.id)).edit(sari, slug="sale")
    await old.edit(sari, aliases=["diskon"])
    assert old.short_code == "sale"
    assert await names_of(old) == {"sale", "diskon"}


async def test_renaming_back_from_an_old_page_renames(sari: Account) -> None:
    old = await world.shorten(sari, "promo")
    await (await Link.get(id=old.id)).edit(sari, slug="sale")
    await old.edit(sari, slug="promo")
    assert await names_of(old) == {"promo"}


async def test_links_that_swap_names_at_once_stay_whole(sari: Account) -> None:
    one, two = await world.shorten(sari, "one-1"), await world.shorten(sari, "two-2")
    done = await asyncio.gather(one.edit(sari, slug="two-2"), two.edit(sari, slug="one-1"), return_exceptions=True)
    assert {type(error) for error in done if error} <= {SlugTaken}
    assert len(await names_of(one) | await names_of(two)) == 2


async def test_the_same_aliases_in_other_orders_are_refused_and_never_lock_up(database: str) -> None:
    crowd, aliases = await world.crowd(8), [f"alias-{n}" for n in range(8)]
    for round_ in range(5):
        results = await asyncio.gather(
            *(
                Link.shorten(
                    account,
                    url=DESTINATION,
                    slug=f"{round_}-{n}-x",
                    aliases=[f"{round_}{a}" for a in aliases[n:] + aliases[:n]],
                )
                for n, account in enumerate(crowd)
            ),
            return_exceptions=True,
        )
        assert sum(isinstance(link, Link) for link in results) == 1
        assert sum(isinstance(refusal, SlugTaken) for refusal in results) == 7
    assert await Name.filter(folded__contains="alias").count() == 40


@pytest.mark.parametrize("typed", ["\u200bPromo\ufeff", " Promo\u00a0", "Promo\u2060"])
async def test_what_is_pasted_with_a_name_is_no_part_of_it(budi: Account, typed: str) -> None:
    link = await Link.shorten(budi, url=DESTINATION, slug=typed, aliases=[typed.replace("Promo", "Lama")])
    assert await names_of(link) == {"Promo", "Lama"}
    await link.edit(budi, slug=typed.replace("Promo", "Baru"), aliases=parse_aliases(typed.replace("Promo", "Toko")))
    assert await names_of(link) == {"Baru", "Toko"}
    [many] = await create_links(budi, [{"url": DESTINATION, "slug": typed.replace("Promo", "Banyak")}])
    assert await names_of(many) == {"Banyak"}
