"""The JSON API of posts, to the letter of the documentation."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from app.accounts.models import Account, Membership
from app.jobs.models import Job
from app.kernel import clock, installation
from app.keys.models import ApiKey
from app.links.models import Link
from app.publishing.api.post_requests import PostChanges, PostFields, PostQuery
from app.publishing.connections.connection import Connection
from app.publishing.planning.post_search import SHOWN
from app.publishing.planning.weekly_slots import Slot, replace_slots
from app.publishing.posts import drafts
from app.publishing.posts.drafts import Draft
from app.publishing.posts.post import Post
from app.publishing.posts.post_event import PostEvent
from app.publishing.posts.post_variant import PostVariant
from app.team.audit_entry import AuditEntry
from tests import world
from tests.counting import queries
from tests.links.test_api import Caller, requests_of
from tests.publishing.files.samples import checked, photo
from tests.publishing.posts.stand_ins import connect
from tests.subtests import as_subtests

URL = "/api/v1/posts"
TEXT = "kopi gayo https://toko.example/kopi"


def tomorrow() -> str:
    return clock.format_rfc3339(clock.now() + timedelta(days=1))


def line(connection: Connection, **more: Any) -> dict[str, Any]:
    return {"connection_id": str(connection.id), **more}


async def test_a_draft_is_made_and_answered_as_documented(call: Caller, dewi: Account) -> None:
    warung, panggung = await connect(dewi), await connect(dewi, "panggung")
    body = {"text": TEXT, "campaign": "panen", "variants": [line(warung), line(panggung, text="lain")]}

    status, answer, headers = await call("POST", URL, body)

    data = answer["data"]
    assert (status, data["state"], data["source"], data["version"]) == (201, "draft", "api", 1)
    assert [variant["state"] for variant in data["variants"]] == ["draft", "draft"]
    texts = {variant["connection_id"]: variant["text"] for variant in data["variants"]}
    assert texts == {str(warung.id): None, str(panggung.id): "lain"}
    assert "X-RateLimit-Remaining" in headers
    post = await Post.get(id=data["id"])
    assert post.created_by_id == (await world.owner(dewi)).id, "whose key it is, that person's act it is"
    assert (await call("GET", f"{URL}/{post.id}"))[1]["data"] == data


async def test_a_post_is_made_and_planned_in_one_request(call: Caller, dewi: Account) -> None:
    connection, at = await connect(dewi), tomorrow()

    _, answer, _ = await call(
        "POST", URL, {"text": TEXT, "variants": [line(connection)], "plan": "at", "planned_at": at}
    )

    [variant] = answer["data"]["variants"]
    assert (answer["data"]["state"], variant["state"], variant["due_at"]) == ("planned", "planned", at)
    job = await Job.get(unique_key=f"post variant {variant['id']}")
    assert clock.format_rfc3339(job.due_at) == at
    planned = await PostEvent.get(variant_id=variant["id"], what="planned")
    assert planned.user_id == (await world.owner(dewi)).id
    assert (await Post.get()).counted_month == clock.month_key()


async def test_the_same_request_sent_twice_makes_one_post(call: Caller, dewi: Account) -> None:
    body = {"text": TEXT, "variants": [line(await connect(dewi))], "plan": "now"}
    answers = [await call("POST", URL, body, headers={"Idempotency-Key": "panen-1"}) for _ in range(2)]
    assert answers[0][1] == answers[1][1]
    assert answers[1][2]["Idempotency-Replayed"] == "true"
    assert await Post.all().count() == await requests_of(dewi) == 1


async def test_now_and_the_queue_are_ways_to_plan(call: Caller, dewi: Account) -> None:
    connection = await connect(dewi)
    await replace_slots(connection, [Slot(day, 600) for day in range(7)])
    body = {"text": "kopi", "variants": [line(connection)]}

    _, now, _ = await call("POST", URL, body | {"plan": "now"})
    _, queued, _ = await call("POST", URL, body | {"plan": "queue"})

    assert now["data"]["variants"][0]["due_at"] <= clock.format_rfc3339(clock.now())
    assert (await PostVariant.get(id=queued["data"]["variants"][0]["id"])).queued


async def test_all_that_is_wrong_is_told_at_once_and_nothing_is_made(call: Caller, dewi: Account) -> None:
    warung, panggung = await connect(dewi), await connect(dewi, "panggung")
    body = {"text": "x" * 101, "variants": [line(warung), line(panggung, options={"privacy": "nobody"})], "plan": "now"}

    status, answer, _ = await call("POST", URL, body)

    assert (status, answer["error"], answer["field"]) == (422, "POST_NOT_READY", "variants[0].text")
    assert [fault["field"] for fault in answer["faults"]] == [
        "variants[0].text",
        "variants[1].media",
        "variants[1].options.privacy",
    ]
    assert {fault["error"] for fault in answer["faults"]} == {"POST_NOT_READY"}
    assert answer["faults"][0]["message"] == answer["message"]
    assert await Post.all().count() == await PostVariant.all().count() == await Job.filter(kind="posts.publish").count()
    assert await Post.all().count() == await requests_of(dewi) == 0


async def test_the_faults_of_a_body_are_told_by_their_places(call: Caller, dewi: Account, sari: Account) -> None:
    own, theirs = await connect(dewi, "panggung"), await connect(sari)
    body = {
        "text": "x" * 65_001,
        "media": [{"id": str(uuid4())}],
        "planned_at": "tomorrow",
        "time_zone": "Asia/Nowhere",
        "variants": [
            line(theirs),
            line(own, media=[str(uuid4())], options={"colour": "red", "comments": "yes", "privacy": True}),
            line(own),
        ],
    }

    status, answer, _ = await call("POST", URL, body)

    assert (status, answer["error"]) == (400, "INVALID_REQUEST")
    assert [fault["field"] for fault in answer["faults"]] == [
        *("text", "planned_at", "time_zone", "media[0].id", "variants[0].connection_id", "variants[1].media[0]"),
        *("variants[1].options.colour", "variants[1].options.comments", "variants[1].options.privacy"),
        "variants[2].connection_id",
    ]


async def test_wrong_types_are_told_at_once_too(call: Caller, dewi: Account) -> None:
    body = {"text": 1, "variants": [{"text": 2}], "plan": "someday", "utm": "yes"}
    _, answer, _ = await call("POST", URL, body)
    fields = [fault["field"] for fault in answer["faults"]]
    assert fields == ["text", "utm", "variants[0].connection_id", "variants[0].text", "plan"]


@as_subtests(
    "body, status, field",
    [
        ({"plan": "at"}, 400, "planned_at"),
        ({"plan": "at", "planned_at": "2020-01-01T00:00:00Z"}, 400, "planned_at"),
        ({"plan": "at", "planned_at": "2990-01-01T00:00:00Z"}, 400, "planned_at"),
        ({"plan": "queue"}, 400, "plan"),
    ],
)
async def test_a_time_that_cannot_be_is_refused_by_its_field(
    call: Caller, dewi: Account, body: dict[str, str], status: int, field: str
) -> None:
    answer = await call("POST", URL, {"text": "kopi", "variants": [line(await connect(dewi))], **body})
    assert (answer[0], answer[1]["field"]) == (status, field)
    assert not await Post.exists()


async def test_a_post_without_a_connection_cannot_be_planned(call: Caller, dewi: Account) -> None:
    status, answer, _ = await call("POST", URL, {"text": "kopi", "plan": "now"})
    assert (status, answer["error"], answer["field"]) == (422, "POST_NOT_READY", "variants")


async def test_what_is_unknown_is_named_or_refused_in_a_strict_request(call: Caller, dewi: Account) -> None:
    body = {"text": "kopi", "colour": 1, "variants": [line(await connect(dewi), mood="good")]}
    _, answer, _ = await call("POST", URL, body)
    assert answer["ignored"] == ["variants.0.mood", "colour"]
    status, answer, _ = await call("POST", URL, body, headers={"Kliqs-Strict": "1"})
    assert (status, answer["error"]) == (400, "UNKNOWN_FIELD")
    assert await Post.all().count() == 1


async def test_a_file_goes_into_a_post_with_its_alternative_text(call: Caller, dewi: Account) -> None:
    file, connection = await checked(dewi, photo(), "kopi.jpg"), await connect(dewi)
    media = [{"id": str(file.id), "alt": "kopi"}]
    _, answer, _ = await call("POST", URL, {"media": media, "variants": [line(connection, media=[])], "text": "x"})
    assert answer["data"]["media"] == media
    assert answer["data"]["variants"][0]["media"] == []


async def test_a_change_keeps_what_is_absent_and_null_clears(call: Caller, dewi: Account) -> None:
    connection = await connect(dewi)
    _, made, _ = await call("POST", URL, {"text": TEXT, "campaign": "panen", "variants": [line(connection, reply="r")]})
    path = f"{URL}/{made['data']['id']}"

    _, changed, _ = await call("PATCH", path, {"text": "teh", "campaign": None, "version": 1})

    data = changed["data"]
    assert (data["text"], data["campaign"], data["version"]) == ("teh", "", 2)
    assert data["variants"][0]["reply"] == "r"
    _, changed, _ = await call("PATCH", path, {"variants": []})
    assert changed["data"]["variants"] == [], "without a version it is put on top"


async def test_whoever_changes_second_is_told_and_loses_nothing(call: Caller, dewi: Account) -> None:
    _, made, _ = await call("POST", URL, {"text": TEXT})
    path = f"{URL}/{made['data']['id']}"
    await call("PATCH", path, {"text": "teh", "version": 1})
    status, answer, _ = await call("PATCH", path, {"text": "susu", "version": 1})
    assert (status, answer["error"], answer["field"]) == (409, "EDITED_ELSEWHERE", "version")
    assert (await Post.get()).text == "teh"


async def test_a_list_is_filtered_and_read_page_by_page(call: Caller, dewi: Account) -> None:
    connection = await connect(dewi)
    for text in ("satu", "dua", "tiga"):
        await call("POST", URL, {"text": text})
    await call("POST", URL, {"text": "empat", "variants": [line(connection)], "plan": "at", "planned_at": tomorrow()})

    _, first, _ = await call("GET", f"{URL}?show=drafts&limit=2")
    _, second, _ = await call("GET", f"{URL}?show=drafts&limit=2&cursor={first['data']['next_cursor']}")
    _, planned, _ = await call("GET", f"{URL}?show=planned")
    _, found, _ = await call("GET", f"{URL}?q=dua")

    texts = [post["text"] for answer in (first, second, planned, found) for post in answer["data"]["posts"]]
    assert texts == ["tiga", "dua", "satu", "empat", "dua"]
    assert second["data"]["next_cursor"] is None
    assert (await call("GET", f"{URL}?show=mine"))[0] == (await call("GET", f"{URL}?cursor=x"))[0] == 400


async def test_a_longer_list_asks_no_more_questions(call: Caller, dewi: Account) -> None:
    connection = await connect(dewi)

    async def asked() -> int:
        with queries() as seen:
            await call("GET", URL)
        return len(seen)

    for _ in range(2):
        await call("POST", URL, {"text": "kopi", "variants": [line(connection)]})
    few = await asked()
    for _ in range(8):
        await call("POST", URL, {"text": "kopi", "variants": [line(connection)]})
    assert await asked() == few


async def test_a_deleted_post_is_gone_and_one_on_its_way_stays(call: Caller, dewi: Account) -> None:
    connection = await connect(dewi)
    _, made, _ = await call("POST", URL, {"text": TEXT, "variants": [line(connection)], "plan": "now"})
    path = f"{URL}/{made['data']['id']}"
    await PostVariant.all().update(phase="sending", sent_at=clock.now())
    status, answer, _ = await call("DELETE", path)
    assert (status, answer["error"]) == (409, "EDITED_ELSEWHERE")
    await PostVariant.all().update(phase="published")
    assert (await call("DELETE", path))[1]["data"] == {"id": made["data"]["id"], "deleted": True}
    assert (await call("GET", path))[0] == 404


async def test_posts_of_others_are_not_there(call: Caller, sari: Account) -> None:
    post = await drafts.create(sari, None, Draft(text="rahasia"))
    for method, path in (("GET", ""), ("PATCH", ""), ("DELETE", ""), ("POST", "/publish"), ("POST", "/plan")):
        assert (await call(method, f"{URL}/{post.id}{path}", {}))[0] == 404
    assert (await call("GET", URL))[1]["data"]["posts"] == []


async def test_where_owners_approve_the_post_of_an_editors_key_waits(call: Caller, dewi: Account) -> None:
    await Account.filter(id=dewi.id).update(posts_need_approval=True)
    body = {"text": "kopi", "variants": [line(await connect(dewi))], "plan": "now"}
    _, answer, _ = await call("POST", URL, body)
    assert answer["data"]["state"] == "planned", "it is an owner's key"
    await Membership.filter(account=dewi).update(role="editor")
    _, answer, _ = await call("POST", URL, body)
    assert answer["data"]["state"] == "waiting"
    await ApiKey.all().update(made_by_id=None)
    _, answer, _ = await call("POST", URL, body | {"variants": [line(await connect(dewi))]})
    assert answer["data"]["state"] == "waiting", "nobody's key is no owner's"


async def test_the_audit_log_names_the_key_and_the_post(call: Caller, dewi: Account) -> None:
    _, made, _ = await call("POST", URL, {"text": "kopi", "variants": [line(await connect(dewi))]})
    await call("POST", f"{URL}/{made['data']['id']}/publish")
    entries = await AuditEntry.all().values_list("act", "thing", "person")
    assert {*entries} == {("posts_api.create_post", "kopi", "planner"), ("post_acts_api.publish", "kopi", "planner")}


async def test_links_of_posts_take_nothing_of_the_plan(call: Caller, dewi: Account) -> None:
    await call("POST", URL, {"text": TEXT, "variants": [line(await connect(dewi))], "plan": "now"})
    assert await world.links_used(dewi) == 0
    assert not await Link.exists(), "they are made when the post goes out"


async def test_where_publishing_is_off_there_is_nothing(call: Caller) -> None:
    current = installation.current()
    current.config = current.config.model_copy(update={"publishing": False})
    for path in (URL, "/api/v1/connections", "/api/v1/media"):
        status, answer, _ = await call("GET", path)
        assert (status, answer["error"]) == (404, "NOT_FOUND")


def test_a_body_that_changes_has_the_fields_of_one_that_creates() -> None:
    assert PostChanges.model_fields.keys() == PostFields.model_fields.keys() | {"version"}
    assert set(PostQuery.model_json_schema()["properties"]["show"]["enum"]) == {"", *SHOWN}


@pytest.mark.parametrize(
    ("links", "in_reply", "options"), [("keep", False, {}), ("reply", True, {}), ("strip", False, {"no_links": True})]
)
async def test_a_variant_at_x_begins_with_what_the_operator_wants_and_a_request_goes_before(
    call: Caller, dewi: Account, links: str, in_reply: bool, options: dict[str, bool]
) -> None:
    here = installation.current()
    here.config = here.config.model_copy(update={"x_links": links})
    x = await connect(dewi, "x")

    _, answer, _ = await call("POST", URL, {"text": TEXT, "variants": [line(x)]})
    [variant] = answer["data"]["variants"]
    assert (variant["link_in_reply"], variant["options"]) == (in_reply, options)

    for sent in ({"link_in_reply": not in_reply}, {"options": {"no_links": not options}}):
        _, answer, _ = await call("POST", URL, {"text": TEXT, "variants": [line(x, **sent)]})
        [variant] = answer["data"]["variants"]
        assert variant["link_in_reply"] == sent.get("link_in_reply", False)
        assert bool(variant["options"]) == bool(sent.get("options") and not options)
