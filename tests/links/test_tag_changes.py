"""Tags are renamed, coloured, merged and deleted together with every link that wears them."""

import asyncio

import pytest

from app.accounts.models import Account
from app.kernel.refusal import Faults, Refusal, TooLong
from app.links import tag_changes
from app.links.edit_columns import LinkEditedElsewhere
from app.links.link_search import Search
from app.links.models import Link
from app.links.tag import Tag
from app.links.tag_changes import CommaInTag, InvalidMergeTarget, TagNameMissing, TagNameTaken, UnknownColour
from tests import world
from tests.client import Browser
from tests.counting import queries
from tests.subtests import as_subtests
from tests.world import DESTINATION

URL = "/dashboard/links/tags/"


async def worn(link: Link) -> set[str]:
    return {tag.name for tag in await link.tags.all()}


async def count_matches(account: Account, q: str) -> int:
    return await Search(q=q).matches(account).count()


@pytest.fixture
async def link(budi: Account) -> Link:
    return await Link.shorten(budi, url=DESTINATION, slug="promo", tags=["Sale", "Batik"])


async def tag(name: str) -> Tag:
    return await Tag.get(folded=name.lower())


async def test_a_renamed_tag_is_renamed_on_every_link(budi: Account, link: Link) -> None:
    seen = link.version
    await tag_changes.update_tag(budi, await tag("sale"), name=" Obral  Akhir ", colour=4)
    assert await worn(link) == {"Obral Akhir", "Batik"}
    assert (await tag("obral akhir")).hue == 4
    assert (await count_matches(budi, "obral"), await count_matches(budi, "sale")) == (1, 0)
    with pytest.raises(LinkEditedElsewhere):
        await link.edit(budi, seen=seen, tags=["Sale", "Batik"])
    await tag_changes.update_tag(budi, await tag("obral akhir"), name="OBRAL akhir", colour=2)
    assert await worn(link) == {"OBRAL akhir", "Batik"}


async def test_another_colour_alone_disturbs_no_open_editor(budi: Account, link: Link) -> None:
    before = (await Link.get(id=link.id)).version
    await tag_changes.update_tag(budi, await tag("sale"), name="Sale", colour=6)
    assert ((await tag("sale")).hue, (await Link.get(id=link.id)).version) == (6, before)


@as_subtests(
    "name, colour, refusal, field",
    [
        ("", 1, TagNameMissing, "name"),
        ("\u200b", 1, TagNameMissing, "name"),
        ("a,b", 1, CommaInTag, "name"),
        ("x" * 33, 1, TooLong, "name"),
        ("\ufb03" * 32, 1, TooLong, "name"),
        ("BATIK", 1, TagNameTaken, "name"),
        ("ok", 0, UnknownColour, "colour"),
        ("ok", 7, UnknownColour, "colour"),
        ("\u0301" * 100_000, 1, TooLong, "name"),
    ],
)
async def test_what_is_no_tag_is_refused_beside_its_field(
    budi: Account, link: Link, name: str, colour: int, refusal: type[Refusal], field: str
) -> None:
    with pytest.raises(refusal) as no:
        await tag_changes.update_tag(budi, await tag("sale"), name=name, colour=colour)
    assert no.value.field == field
    assert await worn(link) == {"Sale", "Batik"}


async def test_merging_puts_one_tag_in_the_place_of_another(budi: Account, link: Link) -> None:
    only = await Link.shorten(budi, url=DESTINATION, slug="only", tags=["Sale"])
    gone = await Link.shorten(budi, url=DESTINATION, slug="gone", tags=["Sale"])
    await gone.soft_delete(budi)
    seen = only.version
    await tag_changes.merge_tags(budi, await tag("sale"), "batik")
    assert await worn(link) == await worn(only) == await worn(gone) == {"Batik"}
    assert await Tag.all().count() == 1
    assert (await count_matches(budi, "sale"), await count_matches(budi, "batik")) == (0, 2)
    with pytest.raises(LinkEditedElsewhere):
        await only.edit(budi, seen=seen, tags=["Sale"])
    for into in ("batik", "none", ""):
        with pytest.raises(InvalidMergeTarget):
            await tag_changes.merge_tags(budi, await tag("batik"), into)


async def test_a_deleted_tag_leaves_its_links(budi: Account, link: Link) -> None:
    seen = (await Link.get(id=link.id)).version
    await tag_changes.delete_tag(await tag("sale"))
    assert await worn(link) == {"Batik"}
    assert await count_matches(budi, "sale") == 0
    with pytest.raises(LinkEditedElsewhere):
        await link.edit(budi, seen=seen, title="x")


async def test_editing_and_merging_at_once_never_lock_up_and_lose_no_link(budi: Account) -> None:
    links = [await Link.shorten(budi, url=DESTINATION, slug=f"link-{n}", tags=["old"]) for n in range(6)]
    for round_ in range(3):
        old = await tag("old")
        await asyncio.gather(
            tag_changes.merge_tags(budi, old, "new")
            if round_
            else tag_changes.update_tag(budi, old, name="new", colour=1),
            *(tagged_link.add_tags(budi, ["old", "more"]) for tagged_link in links[:3]),
            *(tagged_link.edit(budi, tags=["old"]) for tagged_link in links[3:]),
        )
        for tagged_link in links:
            assert await worn(tagged_link) & {"old", "new"}, round_
        if not await Tag.filter(folded="old").exists():
            await links[0].add_tags(budi, ["old"])


async def test_many_links_cost_as_many_statements_as_one(budi: Account, link: Link) -> None:
    counted: list[int] = []
    for _ in range(2):
        with queries() as sql:
            await tag_changes.update_tag(
                budi, await Tag.get(folded__startswith="sale"), name=f"sale {len(counted)}", colour=1
            )
        counted.append(len(sql))
        name = (await Tag.get(folded__startswith="sale")).name
        for n in range(20):
            await Link.shorten(budi, url=DESTINATION, slug=f"link-{n}-{len(counted)}", tags=[name])
    assert counted[0] == counted[1]


async def html(browser: Browser, path: str = URL) -> str:
    return await (await browser.get(path)).get_data(as_text=True)


async def test_the_page_lists_tags_with_their_links_and_opens_the_refused_one(
    as_budi: Browser, budi: Account, link: Link
) -> None:
    page = await html(as_budi)
    assert page.count('class="tag-list__item"') == 2 and "1 link" in page
    sale = await tag("sale")
    answer = await as_budi.post(f"{URL}{sale.id}", form={"name": "Batik", "colour": "3"})
    refused = await answer.get_data(as_text=True)
    assert answer.status_code == 400
    assert "Merge the two instead." in refused and "<details open>" in refused and 'value="Batik"' in refused
    renamed = await as_budi.post(f"{URL}{sale.id}", form={"name": "Obral", "colour": "3"})
    assert (renamed.status_code, renamed.location) == (303, URL)
    assert "Saved Obral" in await html(as_budi)
    assert (await tag("obral")).colour == 3


async def test_a_tag_is_merged_and_deleted_from_its_page(as_budi: Browser, budi: Account, link: Link) -> None:
    sale = await tag("sale")
    nothing = await as_budi.post(f"{URL}{sale.id}/merge", form={"into": ""})
    assert nothing.status_code == 400 and "Choose another tag" in await nothing.get_data(as_text=True)
    await as_budi.post(f"{URL}{sale.id}/merge", form={"into": "Batik"})
    assert await worn(link) == {"Batik"}
    batik = await tag("batik")
    assert "It is removed from 1 link" in await html(as_budi, f"{URL}{batik.id}/delete")
    assert await Tag.all().count() == 1, "asking deletes nothing"
    await as_budi.post(f"{URL}{batik.id}/delete")
    assert "No tags yet" in await html(as_budi)


async def test_a_strangers_tag_is_not_found(as_sari: Browser, link: Link, sari: Account) -> None:
    sale, batik = await tag("sale"), await tag("batik")
    await Link.shorten(sari, url=DESTINATION, slug="saris", tags=["mine"])
    for path in (
        f"{sale.id}",
        f"{sale.id}/merge",
        f"{sale.id}/delete",
        f"{2**63}",
        f"{2**63}/delete",
        f"{10**40}/merge",
    ):
        assert (await as_sari.post(URL + path, form={"name": "x", "colour": "1", "into": "mine"})).status_code == 404
    assert (await as_sari.get(f"{URL}{sale.id}/delete")).status_code == 404
    mine = await tag("mine")
    assert (await as_sari.post(f"{URL}{mine.id}/merge", form={"into": batik.name})).status_code == 400
    assert await worn(link) == {"Sale", "Batik"}


async def test_many_tags_come_in_pages_and_are_searched(as_budi: Browser, budi: Account) -> None:
    for at in range(6):
        await Link.shorten(budi, url=DESTINATION, tags=[f"tag {at}{n}" for n in range(10)])
    first = await html(as_budi)
    assert first.count('class="tag-list__item"') == 50
    more = first.split('href="/dashboard/links/tags/?after=')[1].split('"')[0]
    assert (await html(as_budi, f"{URL}?after={more}")).count('class="tag-list__item"') == 10
    assert (await html(as_budi, f"{URL}?q=TAG+5")).count('class="tag-list__item"') == 10
    assert "Nothing matches" in await html(as_budi, f"{URL}?q=%25%00")
    assert world.PASSWORD not in first


async def test_a_tag_counts_the_links_that_are_not_deleted(budi: Account, link: Link) -> None:
    other = await Link.shorten(budi, url="https://example.com", tags=["rare"])
    deleted = await Link.shorten(budi, url="https://example.com", tags=["rare"])
    await deleted.soft_delete(budi)
    tag = await Tag.get(account=budi, folded="rare")
    unused = await Tag.create(account=budi, name="unused", folded="unused")
    assert await tag_changes.count_links(budi, [tag, unused]) == {tag.id: 1}
    await other.archive()
    assert (await tag_changes.count_links(budi, [tag]))[tag.id] == 1
    await deleted.restore(budi)
    assert (await tag_changes.count_links(budi, [tag]))[tag.id] == 2


async def test_a_tag_carries_a_description_that_is_bounded(budi: Account) -> None:
    await Link.shorten(budi, url="https://example.com", tags=["sale"])
    sale = await tag("sale")
    before = (await Link.get()).version
    await tag_changes.update_tag(budi, sale, description="  Semua promo\nakhir tahun ")
    assert (await tag("sale")).description == "Semua promo\nakhir tahun"
    assert (await Link.get()).version == before  # links show only its name
    with pytest.raises(TooLong) as refused:
        await tag_changes.update_tag(budi, sale, description="x" * 301)
    assert refused.value.field == "description"


async def test_all_faults_of_a_tag_are_said_at_once(budi: Account) -> None:
    await Link.shorten(budi, url="https://example.com", tags=["sale"])
    with pytest.raises(Faults) as refused:
        await tag_changes.update_tag(budi, await tag("sale"), name=" ", colour=9, description="x" * 301)
    assert {fault.field for fault in refused.value.refusals} == {"name", "colour", "description"}


async def test_a_merged_tag_leaves_its_description_where_there_is_none(budi: Account) -> None:
    await Link.shorten(budi, url="https://example.com", tags=["old", "older", "new"])
    for name in ("old", "older"):
        await tag_changes.update_tag(budi, await tag(name), description=f"Words of {name}")
        await tag_changes.merge_tags(budi, await tag(name), "new")
    assert (await tag("new")).description == "Words of old"


async def test_a_description_is_edited_on_the_page_and_shown_where_the_tag_is(
    as_budi: Browser, budi: Account, link: Link
) -> None:
    sale = await tag("sale")
    form = {"name": "Sale", "colour": "2", "description": "Promo <akhir> tahun"}
    assert (await as_budi.post(f"{URL}{sale.id}", form=form)).status_code == 303
    await Link.filter(id=link.id).update(followed=7, scans=3)
    for path in (
        URL,
        f"{URL}?q=sale&open={sale.id}",
        "/dashboard/links/?tag=Sale",
        f"/dashboard/analytics/tags/{sale.id}",
    ):
        page = await (await as_budi.get(path)).get_data(as_text=True)
        assert "Promo &lt;akhir&gt; tahun" in page, path
    filtered = await (await as_budi.get("/dashboard/links/?tag=Sale")).get_data(as_text=True)
    assert "1 link · 4 clicks · 3 scans" in filtered and f"/dashboard/analytics/tags/{sale.id}" in filtered
    statistics = await (await as_budi.get(f"/dashboard/analytics/tags/{sale.id}")).get_data(as_text=True)
    assert "1 link with this tag" in statistics
    both = await (await as_budi.get("/dashboard/links/?tag=Sale,Batik")).get_data(as_text=True)
    assert "tag-about" not in both


async def test_a_refused_description_is_kept_beside_its_field(as_budi: Browser, budi: Account, link: Link) -> None:
    sale = await tag("sale")
    response = await as_budi.post(f"{URL}{sale.id}", form={"name": "Sale", "colour": "2", "description": "x" * 301})
    page = await response.get_data(as_text=True)
    assert response.status_code == 400 and "x" * 301 in page and "At most 300" in page
