"""Tags: words of an account, each once in any case, at most ten on a link."""

import asyncio

import pytest

from app.accounts.models import Account
from app.kernel.refusal import TooLong
from app.links.models import Link
from app.links.tag import Tag, TooManyTags, parse_tags
from tests import world
from tests.subtests import as_subtests
from tests.world import DESTINATION


async def worn(link: Link) -> set[str]:
    return {tag.name for tag in await link.tags.all()}


@pytest.mark.parametrize(
    "typed, names",
    [
        ("", []),
        (" , ,", []),
        ("sale, November", ["sale", "November"]),
        ("Sale,sale,SALE", ["SALE"]),
        ("two  words", ["two words"]),
        ("straße,STRASSE", ["STRASSE"]),
        ("a\x00b", ["ab"]),
    ],
)
def test_tags_are_parted_by_commas(typed: str, names: list[str]) -> None:
    assert parse_tags(typed) == names


def test_ten_tags_of_32_characters_are_enough() -> None:
    assert len(parse_tags(",".join(f"{n}" * 32 for n in range(10)))) == 10
    with pytest.raises(TooManyTags):
        parse_tags(",".join("abcdefghijk"))
    with pytest.raises(TooLong) as refused:
        parse_tags("x" * 33)
    assert refused.value.field == "tags"


@as_subtests("name", ["x" * 32, "ß" * 32, "ΐ" * 32, "ﬃ" * 32, "😀" * 32, "%_'\"\\", "<b>"])
async def test_whatever_fits_can_be_kept(sari: Account, name: str) -> None:
    try:
        names = parse_tags(name)
    except TooLong:
        return
    link = await Link.shorten(sari, url=DESTINATION, tags=names)
    assert await worn(link) == {name}


async def test_a_tag_is_made_once_and_keeps_its_spelling(sari: Account) -> None:
    first = await Link.shorten(sari, url=DESTINATION, tags=["Sale"])
    second = await Link.shorten(sari, url=DESTINATION, tags=["SALE", "november"])
    assert await worn(first) == {"Sale"}
    assert await worn(second) == {"Sale", "november"}
    assert await Tag.owned_by(sari).count() == 2


async def test_tags_are_each_accounts_own(sari: Account, budi: Account) -> None:
    await Link.shorten(sari, url=DESTINATION, tags=["sale"])
    link = await Link.shorten(budi, url=DESTINATION, tags=["sale"])
    assert await Tag.all().count() == 2
    [tag] = await link.tags.all()
    assert tag.account_id == budi.id


async def test_an_edit_replaces_keeps_or_clears(sari: Account) -> None:
    link = await Link.shorten(sari, url=DESTINATION, tags=["one", "two"])
    await link.edit(sari, title="x")
    assert await worn(link) == {"one", "two"}
    await link.edit(sari, tags=["two", "three"])
    assert await worn(link) == {"two", "three"}
    await link.edit(sari, tags=[])
    assert await worn(link) == set()


async def test_tagging_adds_to_what_is_there(sari: Account) -> None:
    link = await Link.shorten(sari, url=DESTINATION, tags=["one"])
    await link.add_tags(sari, ["One", "two"])
    assert await worn(link) == {"one", "two"}
    await link.add_tags(sari, [])
    assert await worn(link) == {"one", "two"}


async def test_tagging_never_gives_a_link_more_than_ten(sari: Account) -> None:
    link = await Link.shorten(sari, url=DESTINATION, tags=[f"tag {n}" for n in range(9)])
    with pytest.raises(TooManyTags):
        await link.add_tags(sari, ["more", "still more"])
    assert len(await worn(link)) == 9
    await link.add_tags(sari, ["tag 1", "more"])
    assert len(await worn(link)) == 10


async def test_twenty_at_once_make_a_tag_once(budi: Account) -> None:
    links = await asyncio.gather(*(Link.shorten(budi, url=DESTINATION, tags=["sale"]) for _ in range(20)))
    assert await Tag.all().count() == 1
    for link in links:
        assert await worn(link) == {"sale"}


async def test_the_same_tags_in_other_orders_never_lock_up(budi: Account) -> None:
    tags = [f"tag {n}" for n in range(8)]
    for round_ in range(5):
        words = [f"{round_} {tag}" for tag in tags]
        await asyncio.gather(*(Link.shorten(budi, url=DESTINATION, tags=words[n:] + words[:n]) for n in range(8)))
    assert await Tag.all().count() == 40


async def test_one_link_tagged_by_twenty_at_once_wears_the_tag_once(sari: Account) -> None:
    link = await world.shorten(sari)
    await asyncio.gather(*(link.add_tags(sari, ["sale"]) for _ in range(20)))
    assert await link.tags.all().count() == 1


async def test_colours_are_one_of_six(sari: Account) -> None:
    await Link.shorten(sari, url=DESTINATION, tags=[f"tag {n}" for n in range(8)])
    assert {tag.hue for tag in await Tag.all()} == {1, 2, 3, 4, 5, 6}
