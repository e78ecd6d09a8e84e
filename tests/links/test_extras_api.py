"""By the API a program sets the preview of a link, and reads what the check of its destinations saw."""

from uuid import uuid4

from app.accounts.models import Account
from app.links.destination_check import DestinationCheck
from app.links.models import Link
from tests import world
from tests.links.checker.test_views import seen
from tests.links.test_api import URL, Caller, call
from tests.links.test_bulk_api import BULK
from tests.links.test_link_preview import stored

__all__ = ["call"]


async def test_the_preview_and_the_check_are_set_and_cleared(call: Caller, dewi: Account) -> None:
    media = await stored(dewi)
    preview = {
        "preview_title": "Sepatu",
        "preview_description": "Diskon",
        "preview_picture_id": str(media.id),
        "destination_checked": False,
    }
    status, body, _ = await call("POST", URL, {"url": world.DESTINATION} | preview)
    assert status == 201 and {name: body["data"][name] for name in preview} == preview
    path = f"{URL}/{body['data']['id']}"
    assert (await call("GET", path))[1]["data"] | preview == (await call("GET", path))[1]["data"]
    cleared = dict.fromkeys(preview)
    status, body, _ = await call("PATCH", path, cleared)
    data = body["data"]
    assert status == 200 and (data["preview_title"], data["preview_description"]) == ("", "")
    assert data["preview_picture_id"] is data["destination_checked"] is None


async def test_a_picture_of_nobody_is_refused_by_its_field(call: Caller, dewi: Account, sari: Account) -> None:
    for id in ("nonsense", str(uuid4()), str((await stored(sari)).id)):
        status, body, _ = await call("POST", URL, {"url": world.DESTINATION, "preview_picture_id": id})
        assert (status, body["field"]) == (400, "preview_picture_id")


async def test_a_program_reads_what_was_seen(call: Caller, dewi: Account) -> None:
    link = await world.shorten(dewi)
    path = f"{URL}/{link.id}"
    assert (await call("GET", path))[1]["data"]["destination_status"] is None
    row = await seen(link, "gone", 404, days=1)
    for data in (
        (await call("GET", path))[1]["data"],
        (await call("GET", f"{URL}?state=broken"))[1]["data"]["links"][0],
    ):
        found = data["destination_status"]
        assert (found["state"], found["reason"], found["http_status"]) == ("broken", "gone", 404)
        assert found["url"] == world.DESTINATION and found["broken_since"] < found["checked_at"]
    assert row.is_broken
    status, body, _ = await call("PATCH", path, {"url": "https://example.com/elsewhere"})
    assert status == 200 and body["data"]["destination_status"] is None
    assert (await call("GET", f"{URL}?state=broken"))[1]["data"]["links"] == []
    assert await Link.get(id=link.id)


async def test_changing_many_links_forgets_what_was_seen_and_refuses_foreign_pictures(
    call: Caller, dewi: Account, sari: Account
) -> None:
    moved, kept = await world.shorten(dewi), await world.shorten(dewi)
    for link in (moved, kept):
        await seen(link, "gone", 404)
    foreign, own = await stored(sari, b"hers"), await stored(dewi, b"mine")
    items = [
        {"id": str(moved.id), "url": "https://example.com/elsewhere"},
        {"id": str(kept.id), "title": "Kept"},
        {"id": str(kept.id), "preview_picture_id": str(foreign.id)},
        {"id": str(moved.id), "preview_picture_id": str(own.id)},
    ]
    assert (await call("PATCH", BULK, {"links": items[:2]}))[0] == 200
    assert {row.link_id for row in await DestinationCheck.all()} == {kept.id}
    _, answer, _ = await call("PATCH", BULK, {"links": items[2:]})
    assert [item["status"] for item in answer["data"]["items"]] == [400, 200]
    new = [{"url": world.DESTINATION, "preview_picture_id": str(media.id)} for media in (foreign, own)]
    _, answer, _ = await call("POST", BULK, {"links": new})
    assert [item["status"] for item in answer["data"]["items"]] == [400, 201]
