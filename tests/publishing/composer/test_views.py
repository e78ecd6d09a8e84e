"""The composer, with and without htmx: where, what, the networks' questions, links, when; saved, previewed, planned."""

from collections.abc import Mapping
from datetime import timedelta
from urllib.parse import urlencode
from uuid import UUID, uuid4

import pytest
from quart import Response

from app.accounts.models import Account
from app.kernel import clock, installation
from app.publishing.connections.connection import NEEDS_RECONNECT, Connection
from app.publishing.planning.queue import next_free_time
from app.publishing.planning.weekly_slot import WeeklySlot
from app.publishing.planning.weekly_slots import Slot, replace_slots
from app.publishing.posts import planning_actions
from app.publishing.posts.phases import DRAFT, PLANNED
from app.publishing.posts.post import Post
from app.publishing.posts.post_variant import PostVariant
from app.publishing.posts.variant_content import preview_content
from tests import world
from tests.client import Browser
from tests.publishing.posts.stand_ins import connect
from tests.publishing.posts.test_drafts import picture

HX = {"HX-Request": "true"}
HOME = "/dashboard/publishing/posts"


def fields(*connections: Connection, **values: str | list[str]) -> dict[str, str | list[str]]:
    """What the form of a new post sends."""
    ids = [str(connection.id) for connection in connections]
    return {
        "version": "0", "for": "", "where": "1", "connection": ids, "text": "Kopi baru", "links": "1", "linked": ids,
        "utm": "1", **{f"short-{id}": "1" for id in ids}, "when": "at", "at": "", "zone": "Asia/Jakarta", **values,
    }  # fmt: skip


async def saved_post(client: Browser, *connections: Connection, **values: str | list[str]) -> Post:
    """A post that was saved by the form."""
    id = uuid4()
    response = await send(client, f"{HOME}/{id}/save", fields(*connections, **({"as": "draft"} | values)))
    assert response.status_code == 303, await response.get_data(as_text=True)
    return await Post.get(id=id)


async def send(
    client: Browser, path: str, form: Mapping[str, str | list[str]], headers: dict[str, str] | None = None
) -> Response:
    """Sends a form with several values of a name."""
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    return await client.post(path, data=urlencode(form, doseq=True), headers={**kind, **(headers or {})})


def in_days(days: float) -> str:
    return (clock.now() + timedelta(days=days, hours=7)).strftime("%Y-%m-%dT%H:%M")


async def test_somebody_without_a_connection_is_offered_one_and_posting_by_hand(as_sari: Browser) -> None:
    html = await (await as_sari.get(f"{HOME}/new")).get_data(as_text=True)

    assert "/dashboard/publishing/accounts" in html
    assert "posting sendiri" in html or "by hand" in html


async def test_a_draft_is_saved_once_however_often_its_form_is_sent(as_sari: Browser, sari: Account) -> None:
    connection, id = await connect(sari), uuid4()
    form = fields(connection, **{"as": "draft"})

    first = await send(as_sari, f"{HOME}/{id}/save", form)
    second = await send(as_sari, f"{HOME}/{id}/save", form)

    assert (first.status_code, first.headers["Location"]) == (303, f"{HOME}/{id}/edit")
    assert second.status_code == 409  # the second tab did not see the first save
    assert await Post.filter(account=sari).count() == 1
    [variant] = await PostVariant.filter(post_id=id)
    assert (variant.phase, variant.text, variant.short_links, variant.connection_id) == (
        DRAFT,
        None,
        None,
        connection.id,
    )


async def test_the_second_editor_is_told_and_both_texts_are_kept(as_sari: Browser, sari: Account) -> None:
    post = await saved_post(as_sari, await connect(sari))
    await send(as_sari, f"{HOME}/{post.id}/save", {"version": "1", "text": "Punya Budi", "as": "draft"})

    late = {"version": "1", "text": "Punya Sari"}
    page = await send(as_sari, f"{HOME}/{post.id}/save", {**late, "as": "draft"})
    typing = await send(as_sari, f"{HOME}/{post.id}/preview", late, headers=HX)

    html, piece = await page.get_data(as_text=True), await typing.get_data(as_text=True)
    assert (page.status_code, typing.status_code) == (409, 409)
    assert "Punya Budi" in html
    assert "Punya Sari" in html
    assert "Punya Budi" in piece
    assert (await Post.get(id=post.id)).text == "Punya Budi"

    kept = await send(as_sari, f"{HOME}/{post.id}/save", {**late, "overwrite": "2"})
    assert kept.status_code == 303
    assert (await Post.get(id=post.id)).text == "Punya Sari"


async def test_typing_saves_and_answers_with_counters_and_previews(as_sari: Browser, sari: Account) -> None:
    connection, id = await connect(sari), uuid4()

    response = await send(as_sari, f"{HOME}/{id}/preview", fields(connection, text="KOPI " * 20), headers=HX)

    html = await response.get_data(as_text=True)
    assert response.headers["HX-Replace-Url"] == f"{HOME}/{id}/edit"
    assert "179 / 100" in html  # as the network counts
    assert "data-over" in html
    assert 'value="1"' in html  # the new version
    assert (await Post.get(id=id)).text == ("KOPI " * 20).strip()
    again = await send(as_sari, f"{HOME}/{id}/preview", fields(connection, text="Kopi", version="1"), headers=HX)
    assert again.status_code == 200


async def test_a_planned_post_is_changed_by_the_button_and_not_while_somebody_types(
    as_sari: Browser, sari: Account
) -> None:
    connection = await connect(sari)
    post = await saved_post(as_sari, connection)
    at = clock.now() + timedelta(days=1)
    await planning_actions.plan(post, sari, (await world.owner(sari)).id, at=at, zone="Asia/Jakarta")
    version, words = str(post.version), post.text

    typed = fields(connection, text="Kopi set", version=version)
    html = await (await send(as_sari, f"{HOME}/{post.id}/preview", typed, headers=HX)).get_data(as_text=True)
    await post.refresh_from_db()
    assert post.text == words and "Kopi set" in html and "Belum disimpan" in html

    await send(
        as_sari, f"{HOME}/{post.id}/save", fields(connection, text="Kopi setengah", version=version) | {"as": "draft"}
    )
    await post.refresh_from_db()
    assert post.text == "Kopi setengah"


async def test_a_variant_that_says_the_same_has_no_words_of_its_own(as_sari: Browser, sari: Account) -> None:
    connection = await connect(sari)
    post = await saved_post(as_sari, connection)
    tab = {"for": str(connection.id), "as": "draft"}

    for version, text, expected in (
        ("1", "Lain", "Lain"),
        ("2", "Kopi baru", None),
        ("3", "Lain", "Lain"),
        ("4", "", None),
    ):
        await send(as_sari, f"{HOME}/{post.id}/save", {**tab, "version": version, "text": text})
        assert (await PostVariant.get(post_id=post.id)).text == expected
    await send(as_sari, f"{HOME}/{post.id}/save", {**tab, "version": "5", "text": "Lain"})
    del tab["as"]
    await send(as_sari, f"{HOME}/{post.id}/save", {**tab, "version": "6", "text": "Lain", "do": "shared"})
    assert (await PostVariant.get(post_id=post.id)).text is None


async def test_a_tab_is_a_button_that_saves_and_an_address(as_sari: Browser, sari: Account) -> None:
    connection = await connect(sari)
    post = await saved_post(as_sari, connection)

    response = await send(as_sari, f"{HOME}/{post.id}/save", {"version": "1", "text": "Baru", "go": str(connection.id)})

    assert response.headers["Location"] == f"{HOME}/{post.id}/edit?for={connection.id}"
    html = await (await as_sari.get(response.headers["Location"])).get_data(as_text=True)
    assert f'name="for" value="{connection.id}"' in html
    assert (await Post.get(id=post.id)).text == "Baru"


async def test_planning_without_an_answer_leads_to_the_question_with_everything_typed_kept(
    as_sari: Browser, sari: Account
) -> None:
    connection, id = await connect(sari, "panggung"), uuid4()

    response = await send(as_sari, f"{HOME}/{id}/save", fields(connection, at=in_days(2), **{"as": "plan"}))

    html = await response.get_data(as_text=True)
    assert response.status_code == 422
    assert f'id="ask-{connection.id}-privacy"' in html
    assert f'href="#ask-{connection.id}-privacy"' in html
    assert f"{HOME}/{id}/edit?for={connection.id}#media" in html
    assert "Kopi baru" in html
    assert in_days(2) in html
    assert (await PostVariant.get(post_id=id)).phase == DRAFT


async def test_a_post_is_planned_in_the_zone_that_was_chosen(as_sari: Browser, sari: Account) -> None:
    connection, id = await connect(sari), uuid4()

    form = fields(connection, at="2027-01-05T17:00", zone="Asia/Jayapura", **{"as": "plan"})
    response = await send(as_sari, f"{HOME}/{id}/save", form)

    variant = await PostVariant.get(post_id=id)
    assert response.status_code == 303
    assert variant.phase == PLANNED
    assert variant.due_at
    assert variant.due_at.isoformat() == "2027-01-05T08:00:00+00:00"


async def test_a_post_is_added_to_the_queue_by_a_button_that_shows_the_next_free_time(
    as_sari: Browser, sari: Account
) -> None:
    connection = await connect(sari)
    post = await saved_post(as_sari, connection)
    queue = {"version": "1", "text": "Kopi antre", "as": "queue", "when": "at", "at": ""}

    refused = await send(as_sari, f"{HOME}/{post.id}/save", queue)
    html = await refused.get_data(as_text=True)
    assert refused.status_code == 400
    assert 'id="when-note"' in html and f"/dashboard/publishing/accounts/{connection.id}/times/" in html
    assert "Kopi antre" in html

    await replace_slots(connection, [Slot(day, 540) for day in range(7)])
    free = await next_free_time(connection.id, sari.time_zone)
    assert free is not None
    page = await (await as_sari.get(f"{HOME}/{post.id}/edit")).get_data(as_text=True)
    assert 'value="queue"' in page and f'datetime="{free.isoformat()}"' in page

    response = await send(as_sari, f"{HOME}/{post.id}/save", queue | {"version": "2"})
    assert (response.status_code, response.headers["Location"]) == (303, f"{HOME}/{post.id}")
    variant = await PostVariant.get(post_id=post.id)
    assert (variant.phase, variant.due_at, variant.queued) == (PLANNED, free, True)


async def test_a_queued_post_keeps_its_slot_until_a_time_is_chosen(as_sari: Browser, sari: Account) -> None:
    connection = await connect(sari)
    await replace_slots(connection, [Slot(day, 540) for day in range(7)])
    post = await saved_post(as_sari, connection)
    await send(as_sari, f"{HOME}/{post.id}/save", {"version": "1", "text": "Kopi", "as": "queue"})
    free = (await PostVariant.get(post_id=post.id)).due_at

    page = await (await as_sari.get(f"{HOME}/{post.id}/edit")).get_data(as_text=True)
    assert 'value="slot" checked' in page
    version = str((await Post.get(id=post.id)).version)
    await send(as_sari, f"{HOME}/{post.id}/save", {"version": version, "as": "plan", "when": "slot"})
    assert (await PostVariant.get(post_id=post.id)).due_at == free

    version = str((await Post.get(id=post.id)).version)
    moved = {"version": version, "as": "plan", "when": "at", "at": in_days(9), "zone": "Asia/Jakarta"}
    assert (await send(as_sari, f"{HOME}/{post.id}/save", moved)).status_code == 303
    variant = await PostVariant.get(post_id=post.id)
    assert (variant.queued, variant.planned_at) == (False, None)
    assert variant.due_at and free and variant.due_at > free + timedelta(days=6)


async def test_a_day_of_the_calendar_is_the_day_of_a_new_post(as_sari: Browser) -> None:
    html = await (await as_sari.get(f"{HOME}/new?day=2027-02-03")).get_data(as_text=True)

    assert 'value="2027-02-03T09:00"' in html


async def test_submitting_by_the_keyboard_plans_and_every_other_button_saves(as_sari: Browser, sari: Account) -> None:
    connection, id = await connect(sari), uuid4()
    form = fields(connection, at=in_days(2))

    await send(as_sari, f"{HOME}/{id}/save", {**form, "files-do": "up x"})
    assert (await PostVariant.get(post_id=id)).phase == DRAFT
    await send(as_sari, f"{HOME}/{id}/save", {**form, "version": "1"})
    assert (await PostVariant.get(post_id=id)).phase == PLANNED


async def test_a_planned_post_can_be_published_now_or_made_a_draft_again(as_sari: Browser, sari: Account) -> None:
    post = await saved_post(as_sari, await connect(sari), at=in_days(2), **{"as": "plan"})
    version = str(post.version)

    await send(as_sari, f"{HOME}/{post.id}/save", {"version": version, "when": "now", "as": "plan"})
    variant = await PostVariant.get(post_id=post.id)
    assert variant.due_at
    assert variant.due_at <= clock.now()

    await as_sari.post(f"{HOME}/{post.id}/actions/unplan")
    assert (await PostVariant.get(post_id=post.id)).phase == DRAFT


async def test_all_that_cannot_be_read_is_told_and_nothing_typed_is_lost(as_sari: Browser, sari: Account) -> None:
    connection, id = await connect(sari), uuid4()

    form = fields(connection, at="besok", campaign="c" * 200, **{"as": "plan"})
    response = await send(as_sari, f"{HOME}/{id}/save", form)

    html = await response.get_data(as_text=True)
    assert response.status_code == 400
    assert 'value="besok"' in html
    assert "c" * 200 in html
    assert html.count("field__error") >= 2
    assert not await Post.filter(id=id).exists()


async def test_after_a_refusal_the_faults_stay_by_their_fields_until_they_are_mended(
    as_sari: Browser, sari: Account
) -> None:
    connection, id = await connect(sari, "panggung"), uuid4()
    ask = f"ask-{connection.id}-privacy"
    typed = fields(connection, at=in_days(2)) | {"asks": str(connection.id)}
    refused = await send(as_sari, f"{HOME}/{id}/save", typed | {"as": "plan"}, headers=HX)
    html = await refused.get_data(as_text=True)
    assert refused.status_code == 422 and f'id="{ask}-note"' in html and 'name="strict"' in html

    version = (await Post.get(id=id)).version
    typed |= {"strict": "1", "version": str(version)}
    typing = await send(as_sari, f"{HOME}/{id}/preview", typed, headers=HX)
    assert 'aria-invalid="true"' in await typing.get_data(as_text=True)


async def test_choosing_an_account_takes_away_the_sentence_that_none_is_chosen(as_sari: Browser, sari: Account) -> None:
    connection, id = await connect(sari), uuid4()
    refused = await send(as_sari, f"{HOME}/{id}/save", fields(text="Kopi", at=in_days(2), **{"as": "plan"}), headers=HX)
    assert "Pilih di mana posting diterbitkan." in await refused.get_data(as_text=True)

    version = (await Post.get(id=id)).version
    chosen = await send(as_sari, f"{HOME}/{id}/preview", fields(connection, version=str(version)), headers=HX)
    html = await chosen.get_data(as_text=True)
    assert 'hx-target="#composer-where-faults"' in html and "Pilih di mana" not in html


async def test_a_text_above_all_limits_is_refused_before_work(as_sari: Browser, sari: Account) -> None:
    response = await send(as_sari, f"{HOME}/{uuid4()}/save", fields(text="k" * 65_001, **{"as": "draft"}))

    assert response.status_code == 400
    assert "k" * 65_001 in await response.get_data(as_text=True)


async def test_the_plan_is_told_when_its_posts_are_used_up(as_sari: Browser, sari: Account) -> None:
    now = clock.now()
    await Post.bulk_create(
        [
            Post(id=uuid4(), account=sari, created_at=now, updated_at=now, counted_month=clock.month_key())
            for _ in range(10)
        ]
    )
    connection, id = await connect(sari), uuid4()

    response = await send(as_sari, f"{HOME}/{id}/save", fields(connection, at=in_days(2), **{"as": "plan"}))

    assert response.status_code == 422
    assert "10 posting" in await response.get_data(as_text=True)
    assert (await PostVariant.get(post_id=id)).phase == DRAFT


async def test_a_broken_account_can_be_unticked_and_not_ticked(as_sari: Browser, sari: Account) -> None:
    chosen, other = await connect(sari), await connect(sari, username="teh")
    post = await saved_post(as_sari, chosen)
    await Connection.filter(id__in=[chosen.id, other.id]).update(state=NEEDS_RECONNECT)

    html = await (await as_sari.get(f"{HOME}/{post.id}/edit")).get_data(as_text=True)

    picks = {part[:36]: part.partition(">")[0] for part in html.split('id="pick-')[1:]}
    assert "disabled" in picks[str(other.id)]
    assert "disabled" not in picks[str(chosen.id)]


async def test_links_of_each_network_have_a_switch(as_sari: Browser, sari: Account) -> None:
    plain, strict = await connect(sari), await connect(sari, "panggung")
    form = fields(plain, strict, **{"as": "draft", f"reply-link-{plain.id}": "1"})
    del form[f"short-{plain.id}"], form["utm"]
    id = uuid4()

    await send(as_sari, f"{HOME}/{id}/save", form)

    first, second = await PostVariant.get(connection_id=plain.id), await PostVariant.get(connection_id=strict.id)
    assert (first.short_links, first.link_in_reply) == (False, True)
    assert (second.short_links, second.link_in_reply) == (True, False)
    assert not (await Post.get(id=id)).utm


async def test_answers_are_kept_and_switches_that_are_off_are_no_answers(as_sari: Browser, sari: Account) -> None:
    connection = await connect(sari, "panggung")
    asks = {"asks": str(connection.id), f"ask-{connection.id}-privacy": "private", f"ask-{connection.id}-comments": "1"}
    post = await saved_post(as_sari, connection, **asks)
    assert (await PostVariant.get(post_id=post.id)).options == {"privacy": "private", "comments": True}

    await send(as_sari, f"{HOME}/{post.id}/save", {"version": "1", "asks": str(connection.id), "as": "draft"})
    assert (await PostVariant.get(post_id=post.id)).options == {}


async def test_a_copy_is_a_draft_with_the_same_words(as_sari: Browser, sari: Account) -> None:
    connection = await connect(sari)
    post = await saved_post(as_sari, connection, at=in_days(2), **{"as": "plan"})

    response = await as_sari.post(f"{HOME}/{post.id}/actions/copy")

    copied = await Post.get(id=UUID(response.headers["Location"].split("/")[4]))
    assert (copied.text, copied.counted_month, copied.planned_at) == ("Kopi baru", "", None)
    assert (await PostVariant.get(post_id=copied.id)).phase == DRAFT


async def test_deleting_asks_first_and_only_ones_own_posts_are_there(
    as_sari: Browser, sari: Account, as_budi: Browser
) -> None:
    post = await saved_post(as_sari, await connect(sari))
    variant = await PostVariant.get(post_id=post.id)

    for path in ("edit", "delete", f"../variants/{variant.id}"):
        assert (await as_budi.get(f"{HOME}/{post.id}/{path}")).status_code == 404
    stolen = await send(as_budi, f"{HOME}/{post.id}/save", fields(**{"as": "draft"}))
    assert stolen.status_code == 404
    assert (await as_sari.get(f"{HOME}/{post.id}/delete")).status_code == 200
    assert (await as_sari.post(f"{HOME}/{post.id}/actions/delete")).status_code == 303
    assert not await Post.filter(id=post.id).exists()


async def test_every_network_has_a_preview_that_escapes_what_was_typed(as_sari: Browser, sari: Account) -> None:
    id = uuid4()

    response = await send(
        as_sari,
        f"{HOME}/{id}/preview",
        fields(await connect(sari), text="<b>https://example.com/gayo #kopi"),
        headers=HX,
    )

    html = await response.get_data(as_text=True)
    assert "&lt;b&gt;" in html
    assert '<span class="post__link">kliqs.test/' in html
    assert '<span class="post__link">#kopi</span>' in html


async def test_nothing_is_there_while_publishing_is_off(as_sari: Browser, sari: Account, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr("app.publishing.networks.publishing_switch.is_on", lambda: False)

    assert (await as_sari.get(f"{HOME}/new")).status_code == 404


async def test_the_next_free_slot_of_each_connection_is_taken_and_without_slots_that_is_told(
    as_sari: Browser, sari: Account
) -> None:
    connection, id = await connect(sari), uuid4()
    form = fields(connection, when="slot", **{"as": "plan"})

    refused = await send(as_sari, f"{HOME}/{id}/save", form)
    assert refused.status_code == 400
    assert "Kopi" in (await refused.get_data(as_text=True)).partition('id="at-h"')[2].partition("pair")[0]
    assert (await PostVariant.get(post_id=id)).phase == DRAFT

    await WeeklySlot.create(connection=connection, weekday=clock.now().weekday(), minute=0)
    taken = await send(as_sari, f"{HOME}/{id}/save", {**form, "version": "1"})
    variant = await PostVariant.get(post_id=id)
    assert taken.status_code == 303
    assert (variant.phase, variant.queued, variant.due_at) == (PLANNED, True, variant.planned_at)
    html = await (await as_sari.get(f"{HOME}/{id}/edit")).get_data(as_text=True)
    assert 'value="slot" checked' in html

    version = str((await Post.get(id=id)).version)
    await send(as_sari, f"{HOME}/{id}/save", {**form, "version": version, "when": "at", "at": "2027-01-05T17:00"})
    await variant.refresh_from_db()
    assert (variant.queued, variant.planned_at) == (False, None)
    assert variant.due_at
    assert variant.due_at.isoformat() == "2027-01-05T10:00:00+00:00"


async def test_a_variant_has_its_own_order_of_the_files_and_leaves_some_out(as_sari: Browser, sari: Account) -> None:
    connection = await connect(sari)
    first, second, third = [await picture(sari) for _ in range(3)]
    post = await saved_post(as_sari, connection, media="1", file=[first, second, third])
    tab: dict[str, str | list[str]] = {"for": str(connection.id), "media": "1"}

    down = {**tab, "version": "1", "use": [first, second], "use-do": f"down {first}"}
    await send(as_sari, f"{HOME}/{post.id}/save", down)
    assert (await PostVariant.get(post_id=post.id)).media == [second, first]
    html = await (await as_sari.get(f"{HOME}/{post.id}/edit?for={connection.id}")).get_data(as_text=True)
    assert html.index(f'id="use-{second}"') < html.index(f'id="use-{first}"') < html.index(f'id="use-{third}"')

    everything = {**tab, "version": "2", "use": [first, second, third], "as": "draft"}
    await send(as_sari, f"{HOME}/{post.id}/save", everything)
    assert (await PostVariant.get(post_id=post.id)).media is None


async def test_x_says_what_a_post_costs_and_tiktok_asks_its_questions(as_sari: Browser, sari: Account) -> None:
    details = {"privacy_level_options": ["SELF_ONLY"], "nickname": "Kopi Kita", "read_at": clock.now().isoformat()}
    x, tiktok = await connect(sari, "x"), await connect(sari, "tiktok", details=details)
    post = await saved_post(as_sari, x, tiktok)

    html = await (await as_sari.get(f"{HOME}/{post.id}/edit")).get_data(as_text=True)

    assert "US$0,20" in html
    assert "Kopi Kita" in html
    assert "Music Usage Confirmation" in html
    question = html.partition(f'id="ask-{tiktok.id}-privacy_level"')[2].partition("</select>")[0]
    assert 'value="SELF_ONLY"' in question
    assert "PUBLIC_TO_EVERYONE" not in question
    assert 'value="" dir="auto" selected' in question  # no default


async def test_a_new_post_begins_with_the_day_that_was_chosen_in_the_calendar(as_sari: Browser, sari: Account) -> None:
    for day, shown in (("2027-01-05", 'value="2027-01-05T09:00"'), ("0001-01-01", ""), ("9999-12-31", ""), ("x", "")):
        response = await as_sari.get(f"{HOME}/new?day={day}")
        assert response.status_code == 200, day
        assert shown in await response.get_data(as_text=True)


async def test_whatever_a_form_holds_it_is_stored_or_refused_and_never_a_fault_of_ours(
    as_sari: Browser, sari: Account
) -> None:
    connection, file = await connect(sari, "panggung"), await picture(sari)
    odd: list[dict[str, str | list[str]]] = [
        {"media": "1", "file": ["abc", "\x00", str(uuid4())]},
        {"media": "1", "file": [file], f"alt-{file}": "a\x00b"},
        {"asks": [str(connection.id)], f"ask-{connection.id}-privacy": "a\x00b"},
        {"text": "a\x00b", "campaign": "a\x00b"},
        {"at": "9999-12-31T23:59", "zone": "America/Los_Angeles"},
        {"at": "9999-12-31T12:00", "zone": "Asia/Jakarta"},
    ]
    statuses = []
    for values in odd:
        response = await send(as_sari, f"{HOME}/{uuid4()}/save", fields(connection, **({"as": "draft"} | values)))
        statuses.append(response.status_code)
    assert statuses == [303, 303, 303, 303, 400, 400]


def operator_wants(links: str) -> None:
    here = installation.current()
    here.config = here.config.model_copy(update={"x_links": links})


@pytest.mark.parametrize(
    ("links", "in_reply", "options"), [("keep", False, {}), ("reply", True, {}), ("strip", False, {"no_links": True})]
)
async def test_a_new_post_at_x_does_with_addresses_what_the_operator_wants_until_somebody_chooses(
    as_sari: Browser, sari: Account, links: str, in_reply: bool, options: dict[str, bool]
) -> None:
    operator_wants(links)
    x, other, id = await connect(sari, "x"), await connect(sari), uuid4()
    form = fields(x, other, text="Kopi https://toko.example/kopi") | {"as": "draft", "linked": []}
    await send(as_sari, f"{HOME}/{id}/save", form)

    variant = await PostVariant.get(connection_id=x.id)
    assert (variant.link_in_reply, variant.options) == (in_reply, options)
    plain = await PostVariant.get(connection_id=other.id)
    assert (plain.link_in_reply, plain.options) == (False, {})
    html = await (await as_sari.get(f"{HOME}/{id}/edit")).get_data(as_text=True)
    assert (f'id="reply-link-{x.id}" checked' in html) == in_reply
    assert (f'id="ask-{x.id}-no_links" checked' in html) == bool(options)
    assert f'id="asks-{x.id}"' not in html, "it is no question of the network"

    chosen = fields(x, other, asks=str(x.id)) | {"as": "draft", "version": "1"}
    del chosen["text"]
    await send(as_sari, f"{HOME}/{id}/save", chosen)
    await variant.refresh_from_db()
    assert (variant.link_in_reply, variant.options) == (False, {})
    version = (await Post.get(id=id)).version
    await send(as_sari, f"{HOME}/{id}/save", chosen | {f"ask-{x.id}-no_links": "1", "version": str(version)})
    await variant.refresh_from_db()
    assert (await preview_content(variant, await Post.get(id=id))).text == "Kopi"
