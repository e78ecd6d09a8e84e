"""Short links of posts: one for each address of a variant, belonging to the post and to nothing else."""

from uuid import uuid4

import pytest
from tortoise.expressions import Q

from app.accounts.models import Account
from app.analytics.subject import load_links_and_pages
from app.links.models import Link
from app.names.models import Name
from app.publishing.posts import drafts, short_links
from app.publishing.posts.drafts import Draft, VariantDraft
from app.publishing.posts.post import Post
from app.publishing.posts.post_variant import PostVariant
from app.publishing.posts.variant_content import prepare_content, preview_content
from app.visits.visit import key_in_visits
from tests import world
from tests.client import Browser
from tests.publishing.posts.stand_ins import connect

TEXT = "Kopi baru: https://example.com/gayo. Lagi: https://example.com/gayo dan https://example.com/toraja"


async def written(
    account: Account, text: str = TEXT, *networks: str, **columns: object
) -> tuple[Post, list[PostVariant]]:
    connections = [await connect(account, network) for network in networks or ("warung",)]
    draft = Draft(text, variants={connection.id: VariantDraft() for connection in connections}, **columns)  # type: ignore[arg-type]
    post = await drafts.create(account, (await world.owner(account)).id, draft)
    return post, await PostVariant.filter(post_id=post.id).order_by("network")


async def test_each_address_becomes_one_short_link_for_each_variant_that_belongs_to_the_post(sari: Account) -> None:
    _, variants = await written(sari, TEXT, "warung", "warung", campaign="gayo-2026")

    texts = [(await prepare_content(variant)).text for variant in variants]

    links = await Link.filter(post_variant_id__in=[variant.id for variant in variants])
    assert len(links) == 4  # two addresses, two variants
    assert {link.destination_url for link in links} == {
        f"https://example.com/{name}?utm_source=warung&utm_medium=social&utm_campaign=gayo-2026"
        for name in ("gayo", "toraja")
    }
    first = {
        link.destination_url: short_links.short_url(link.short_code)
        for link in links
        if link.post_variant_id == variants[0].id
    }
    gayo, toraja = (url for _, url in sorted(first.items()))
    assert texts[0] == f"Kopi baru: {gayo}. Lagi: {gayo} dan {toraja}"
    assert texts[0] != texts[1]


async def test_preparing_twice_makes_no_second_link(sari: Account) -> None:
    _, [variant] = await written(sari)

    first, second = await prepare_content(variant), await prepare_content(variant)

    assert first.text == second.text
    assert first.link.startswith("https://kliqs.test/")
    assert await Link.filter(post_variant_id=variant.id).count() == 2


async def test_links_of_posts_take_nothing_of_the_plan_and_are_in_no_list(sari: Account) -> None:
    own = await world.shorten(sari, "kopi")
    held = await Name._counted(sari.id).count()
    _, [variant] = await written(sari)
    await prepare_content(variant)

    assert await world.links_used(sari) == 1
    assert [link.id for link in await Link.owned_by(sari)] == [own.id]
    assert await Name._counted(sari.id).count() == held
    assert not await Link.deleted_by(sari)


async def test_no_address_is_touched_where_the_network_forbids_additions(sari: Account) -> None:
    _, [variant] = await written(sari, TEXT, "panggung", campaign="x")

    assert (await prepare_content(variant)).text == TEXT
    assert not await Link.filter(post_variant_id=variant.id).exists()


async def test_a_variant_may_have_short_links_against_what_is_usual_at_its_network(sari: Account) -> None:
    _, variants = await written(sari, TEXT, "panggung", "warung")
    await PostVariant.filter(network="panggung").update(short_links=True)
    await PostVariant.filter(network="warung").update(short_links=False)

    strict, plain = [await prepare_content(await PostVariant.get(id=variant.id)) for variant in variants]

    assert strict.text.count("https://kliqs.test/") == 3
    assert "https://example.com/gayo?utm_source=warung&utm_medium=social." in plain.text
    assert "utm" not in (await Link.filter(post_variant_id=variants[0].id))[0].destination_url


async def test_utm_parameters_that_somebody_typed_are_kept(sari: Account) -> None:
    _, [variant] = await written(sari, "https://example.com/?utm_source=mine")

    await prepare_content(variant)

    [link] = await Link.filter(post_variant_id=variant.id)
    assert link.destination_url == "https://example.com/?utm_source=mine&utm_medium=social"


async def test_our_own_short_addresses_stay_as_they_are(sari: Account) -> None:
    _, [variant] = await written(sari, "https://kliqs.test/kopi http://10.0.0.1/ftp")

    assert (await prepare_content(variant)).text == "https://kliqs.test/kopi http://10.0.0.1/ftp"


async def test_a_preview_is_as_long_as_the_post_and_makes_no_link(sari: Account) -> None:
    post, [variant] = await written(sari)

    preview = await preview_content(variant, post)

    assert not await Link.filter(post_variant_id=variant.id).exists()
    assert len(preview.text) == len((await prepare_content(variant)).text)


async def test_addresses_move_into_the_first_reply_where_that_is_wanted(sari: Account) -> None:
    _, [variant] = await written(sari, "Kopi baru: https://example.com/gayo sudah ada.")
    await PostVariant.filter(id=variant.id).update(link_in_reply=True, short_links=False, reply="Pesan di sini")

    content = await prepare_content(await PostVariant.get(id=variant.id))

    assert content.text == "Kopi baru: sudah ada."
    assert content.reply == "Pesan di sini\nhttps://example.com/gayo?utm_source=warung&utm_medium=social"


async def test_links_of_a_draft_vanish_with_it_and_their_names_are_free(sari: Account) -> None:
    post, [variant] = await written(sari)
    await prepare_content(variant)
    [code, _] = await Link.filter(post_variant_id=variant.id).values_list("short_code", flat=True)

    await drafts.delete(post)

    assert not await Link.filter(post_variant_id=variant.id).exists()
    assert await Name.find(str(code)) is None
    assert not await Post.filter(id=post.id).exists()


async def test_links_of_a_published_post_lead_on_after_it_is_deleted(sari: Account) -> None:
    post, [variant] = await written(sari)
    await prepare_content(variant)
    await PostVariant.filter(id=variant.id).update(phase="published", sent_at=post.created_at)

    await drafts.delete(post)

    [link, _] = await Link.filter(post_variant_id=variant.id)
    assert (await Link.by_name(link.short_code))[0] == link
    assert not await Post.owned_by(sari).exists()


async def test_a_link_to_an_address_that_left_the_text_vanishes_before_the_post_is_published(sari: Account) -> None:
    post, [variant] = await written(sari)
    await prepare_content(variant)
    await Post.filter(id=post.id).update(text="https://example.com/toraja")

    await prepare_content(variant)

    assert [link.destination_url for link in await Link.filter(post_variant_id=variant.id)] == [
        "https://example.com/toraja?utm_source=warung&utm_medium=social"
    ]


async def test_links_that_a_person_may_have_copied_are_kept_up_to_a_bound(
    sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(short_links, "MOST_KEPT", 2)
    post, [variant] = await written(sari, "https://example.com/1")
    await PostVariant.filter(id=variant.id).update(phase="reminder")
    await variant.refresh_from_db()
    numbers = []
    for place in range(1, 4):
        await Post.filter(id=post.id).update(text=f"https://example.com/{place}")
        await prepare_content(variant)
        numbers.append(await Link.filter(post_variant_id=variant.id).count())
    assert numbers == [1, 2, 1]


async def test_a_link_that_another_process_made_meanwhile_is_used(
    sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, [variant] = await written(sari, "https://example.com/gayo")
    taken = await short_links.make_short_urls(variant, ["https://example.com/gayo"], "")
    rows, first = Link.filter, list[int]()

    def blind(*args: Q, **columns: object) -> object:
        """Finds nothing the first time, as if the other process had not committed yet."""
        if not first and "post_variant_id" in columns:
            first.append(1)
            return rows(id=uuid4())
        return rows(*args, **columns)

    monkeypatch.setattr(Link, "filter", blind)

    assert await short_links.make_short_urls(variant, ["https://example.com/gayo"], "") == taken


async def test_no_page_list_export_or_act_of_links_knows_those_of_posts(
    as_sari: Browser, sari: Account, visitor: Browser
) -> None:
    _, [variant] = await written(sari, "https://example.com/gayo")
    await prepare_content(variant)
    link = await Link.get(post_variant_id=variant.id)
    key = {"Authorization": f"Bearer {await world.key_of(sari)}"}

    for path in ("/dashboard/links/", f"/dashboard/links/?q={link.short_code}", "/dashboard/links/export.csv"):
        response = await as_sari.get(path)
        assert response.status_code == 200
        assert f"/{link.short_code}" not in (await response.get_data(as_text=True)).replace(f"q={link.short_code}", "")
    for path in (f"/dashboard/links/{link.id}/edit", f"/dashboard/analytics/links/{link.id}"):
        assert (await as_sari.get(path)).status_code == 404
    listed = await (await visitor.get("/api/v1/links", headers=key)).get_json()
    assert listed["data"]["links"] == []
    assert (await visitor.get(f"/api/v1/links/{link.id}", headers=key)).status_code == 404

    followed = await visitor.get(f"/{link.short_code}")
    assert followed.headers["Location"] == "https://example.com/gayo?utm_source=warung&utm_medium=social"
    [target] = (await load_links_and_pages(sari, [key_in_visits(link.id)])).values()
    assert target.path == f"/dashboard/publishing/posts/variants/{variant.id}"
