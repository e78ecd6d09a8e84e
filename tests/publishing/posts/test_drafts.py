"""Drafts are written, changed with the version that was seen, copied and deleted; sent words stay as they were sent."""

import asyncio
from datetime import timedelta
from uuid import uuid4

import pytest

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.refusal import NotFound
from app.publishing.files.post_file import PostFile
from app.publishing.posts import drafts
from app.publishing.posts.drafts import Draft, PostEditedElsewhere, TooManyDrafts, VariantDraft, stored_draft
from app.publishing.posts.phases import CANCELLED, DRAFT, FAILED, PLANNED, PUBLISHED, RETRY
from app.publishing.posts.post import Post, PostMedia
from app.publishing.posts.post_variant import PostVariant
from tests.publishing.posts.stand_ins import connect
from tests.publishing.posts.test_short_links import written


async def picture(account: Account) -> str:
    """A file of the account."""
    now, id = clock.now(), uuid4()
    await PostFile.create(
        id=id,
        account=account,
        kind="image",
        media_type="image/jpeg",
        size=9,
        state="ready",
        created_at=now,
        used_at=now,
    )
    return str(id)


async def test_of_two_who_save_at_once_one_is_told(sari: Account) -> None:
    post, _ = await written(sari, "Kopi")
    tabs = [await Post.get(id=post.id) for _ in range(5)]

    results = await asyncio.gather(
        *(drafts.save(tab, sari, None, Draft(f"Kopi {n}"), seen=1) for n, tab in enumerate(tabs)),
        return_exceptions=True,
    )

    assert sum(result is None for result in results) == 1
    assert sum(isinstance(result, PostEditedElsewhere) for result in results) == 4
    assert (await Post.get(id=post.id)).version == 2


async def test_words_that_were_sent_stay_when_the_others_are_changed(sari: Account) -> None:
    post, [sent, other] = await written(sari, "Kopi lama", "warung", "warung")
    await PostVariant.filter(id=sent.id).update(phase=PUBLISHED, sent_at=clock.now())
    variants = {variant.connection_id: VariantDraft() for variant in (sent, other) if variant.connection_id}

    await drafts.save(post, sari, None, Draft("Kopi baru", variants=variants), seen=1)

    await sent.refresh_from_db()
    await other.refresh_from_db()
    assert (sent.text, other.text, post.text) == ("Kopi lama", None, "Kopi baru")


async def test_a_variant_that_was_sent_cannot_be_taken_out(sari: Account) -> None:
    post, [sent, other] = await written(sari, "Kopi", "warung", "warung")
    await PostVariant.filter(id=sent.id).update(phase=PUBLISHED, sent_at=clock.now())

    await drafts.save(post, sari, None, Draft("Kopi"), seen=1)

    assert [variant.id for variant in await PostVariant.filter(post_id=post.id)] == [sent.id]
    assert not await PostVariant.filter(id=other.id).exists()


async def test_only_files_and_connections_of_the_account_are_taken(sari: Account, budi: Account) -> None:
    own, foreign = await picture(sari), await picture(budi)
    connection = await connect(budi)

    post = await drafts.create(sari, None, Draft("Kopi", media={foreign: "", own: "Cangkir"}))
    with pytest.raises(NotFound):
        await drafts.create(sari, None, Draft("Kopi", variants={connection.id: VariantDraft()}))

    assert [(str(row.file_id), row.position, row.alt) for row in await PostMedia.filter(post=post)] == [
        (own, 0, "Cangkir")
    ]
    assert await Post.filter(account=sari).count() == 1


async def test_files_are_stored_in_their_order_and_those_of_a_sent_variant_stay(sari: Account) -> None:
    first, second = await picture(sari), await picture(sari)
    connection = await connect(sari)
    draft = Draft("Kopi", media={first: "", second: ""}, variants={connection.id: VariantDraft()})
    post = await drafts.create(sari, None, draft)

    await drafts.save(post, sari, None, Draft("Kopi", media={second: "b", first: ""}, variants=draft.variants), seen=1)
    assert list((await stored_draft(post)).media.items()) == [(second, "b"), (first, "")]
    await PostVariant.filter(post_id=post.id).update(phase=PUBLISHED, sent_at=clock.now())
    await drafts.save(post, sari, None, Draft("Kopi", variants=draft.variants), seen=2)

    assert (await PostVariant.get(post_id=post.id)).media == [second, first]
    assert await PostMedia.filter(post_id=post.id).count() == 2


async def test_an_unplanned_post_remembers_its_time_and_a_planned_one_is_not_moved_by_a_save(sari: Account) -> None:
    post, [variant] = await written(sari, "Kopi")
    at = clock.now() + timedelta(days=3)
    variants = {variant.connection_id: VariantDraft()} if variant.connection_id else {}

    await drafts.save(
        post, sari, None, Draft("Kopi", variants=variants, planned_at=at, zone="Asia/Makassar"), seen=None
    )
    assert (post.planned_at, post.zone) == (at, "Asia/Makassar")
    await PostVariant.filter(id=variant.id).update(phase="planned", due_at=at)
    await drafts.save(post, sari, None, Draft("Kopi", variants=variants, planned_at=None), seen=None)

    assert post.planned_at == at


async def test_drafts_are_bounded(sari: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "MOST_DRAFTS", 2)
    for _ in range(2):
        await drafts.create(sari, None, Draft("Kopi"))

    with pytest.raises(TooManyDrafts):
        await drafts.create(sari, None, Draft("Kopi"))


async def test_drafts_that_are_written_at_once_do_not_pass_the_bound(
    sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafts, "MOST_DRAFTS", 3)

    results = await asyncio.gather(
        *(drafts.create(sari, None, Draft("Kopi")) for _ in range(8)), return_exceptions=True
    )

    assert sum(isinstance(result, TooManyDrafts) for result in results) == 5
    assert await Post.filter(account=sari).count() == 3


async def test_what_was_sent_before_and_failed_is_changed_as_any_other(sari: Account) -> None:
    post, [failed, other] = await written(sari, "Kopi", "warung", "warung")
    await PostVariant.filter(id=failed.id).update(phase=FAILED, sent_at=clock.now())
    assert failed.connection_id and other.connection_id
    variants = {
        failed.connection_id: VariantDraft("Kopi sendiri", reply="Balasan"),
        other.connection_id: VariantDraft(),
    }

    await drafts.save(post, sari, None, Draft("Kopi", variants=variants), seen=1)

    await failed.refresh_from_db()
    assert (failed.text, failed.reply) == ("Kopi sendiri", "Balasan")
    assert (await stored_draft(post)).variants == variants


@pytest.mark.parametrize("phase", [FAILED, RETRY, PLANNED])
async def test_what_was_sent_before_is_cancelled_when_it_is_taken_out(sari: Account, phase: str) -> None:
    post, [sent, other] = await written(sari, "Kopi", "warung", "warung")
    await PostVariant.filter(id=sent.id).update(phase=phase, sent_at=clock.now(), due_at=clock.now())
    assert sent.connection_id and other.connection_id

    await drafts.save(post, sari, None, Draft("Kopi", variants={other.connection_id: VariantDraft()}), seen=1)

    await sent.refresh_from_db()
    assert (sent.phase, sent.due_at) == (CANCELLED, None)
    again = {id: VariantDraft("Lagi") for id in (sent.connection_id, other.connection_id)}
    await drafts.save(post, sari, None, Draft("Kopi", variants=again), seen=2)
    await sent.refresh_from_db()
    assert (sent.phase, sent.text) == (DRAFT, "Lagi")
