"""Tags are listed, renamed, merged and deleted by the API as in the dashboard."""

from app.accounts.models import Account
from app.links.models import Link
from app.links.tag import Tag
from tests.links.test_api import URL, Caller, call, requests_of

__all__ = ["call"]
TAGS = "/api/v1/tags"


async def tagged(account: Account, *names: str) -> Link:
    return await Link.shorten(account, url="https://example.com", tags=[*names])


async def test_tags_are_listed_by_name_in_pages_with_their_links(call: Caller, dewi: Account, budi: Account) -> None:
    for names in (("b", "a"), ("b", "c")):
        await tagged(dewi, *names)
    await tagged(budi, "strange")
    listed, cursor = [], ""
    while True:
        _, body, _ = await call("GET", f"{TAGS}?limit=2&cursor={cursor}")
        listed += [(tag["name"], tag["links"]) for tag in body["data"]["tags"]]
        cursor = body["data"]["next_cursor"]
        if not cursor:
            break
    assert listed == [("a", 1), ("b", 2), ("c", 1)]
    for odd in ("%00", "AA", "!", "%F0"):
        assert (await call("GET", f"{TAGS}?cursor={odd}"))[0] in {200, 400}


async def test_a_tag_is_renamed_coloured_merged_and_deleted_for_all_its_links(call: Caller, dewi: Account) -> None:
    link = await tagged(dewi, "sale", "other")
    sale, other = [await Tag.get(folded=name) for name in ("sale", "other")]
    status, changed, _ = await call("PATCH", f"{TAGS}/{sale.id}", {"name": "Obral", "colour": 3})
    assert (status, changed["data"]) == (
        200,
        {"id": sale.id, "name": "Obral", "description": "", "colour": 3, "links": 1},
    )
    assert (await call("PATCH", f"{TAGS}/{sale.id}", {"colour": 4}))[1]["data"]["name"] == "Obral"
    for body in ({"name": ""}, {"name": "a,b"}, {"name": "OTHER"}, {"colour": 7}):
        [field] = body
        status, refused, _ = await call("PATCH", f"{TAGS}/{sale.id}", body)
        assert (status, refused["error"], refused["field"]) == (400, "INVALID_REQUEST", field)
    assert (await call("GET", f"{TAGS}/{sale.id}"))[1]["data"] == changed["data"] | {"colour": 4}
    assert (await call("POST", f"{TAGS}/{sale.id}/merge", {"into": "nobody"}))[1]["field"] == "into"
    status, merged, _ = await call("POST", f"{TAGS}/{sale.id}/merge", {"into": "Other"})
    assert (status, merged["data"]["id"], merged["data"]["links"]) == (200, other.id, 1)
    assert (await call("DELETE", f"{TAGS}/{other.id}"))[1]["data"] == {"id": other.id, "deleted": True}
    assert (await call("GET", f"{URL}/{link.id}"))[1]["data"]["tags"] == []


async def test_a_strangers_tag_is_not_found(call: Caller, dewi: Account, budi: Account) -> None:
    await tagged(budi, "strange")
    tag = await Tag.get(folded="strange")
    for method, path, body in (
        ("GET", f"{TAGS}/{tag.id}", None),
        ("PATCH", f"{TAGS}/{tag.id}", {"colour": 1}),
        ("POST", f"{TAGS}/{tag.id}/merge", {"into": "x"}),
        ("DELETE", f"{TAGS}/{tag.id}", None),
        ("DELETE", f"{TAGS}/{2**70}", None),
    ):
        assert (await call(method, path, body))[0] == 404
    assert await requests_of(dewi) == 0
    assert await Tag.filter(id=tag.id).exists()


async def test_what_a_tag_is_for_is_said_and_cleared(call: Caller, dewi: Account) -> None:
    await Link.shorten(dewi, url="https://example.com", tags=["sale"])
    [tag] = (await call("GET", TAGS))[1]["data"]["tags"]
    for sent, kept in (("Of November", "Of November"), (None, "")):
        status, body, _ = await call("PATCH", f"{TAGS}/{tag['id']}", {"description": sent})
        assert (status, body["data"]) == (200, tag | {"description": kept})


async def test_what_is_refused_of_a_tag_names_its_field(call: Caller, dewi: Account) -> None:
    await Link.shorten(dewi, url="https://example.com", tags=["sale", "other"])
    tag = await Tag.get(account=dewi, folded="sale")
    for change, field in (
        ({"name": "Other"}, "name"),
        ({"name": ""}, "name"),
        ({"name": "a,b"}, "name"),
        ({"colour": 7}, "colour"),
        ({"description": "x" * 301}, "description"),
        ({"description": 5}, "description"),
    ):
        status, body, _ = await call("PATCH", f"{TAGS}/{tag.id}", change)
        assert (status, body["error"], body["field"]) == (400, "INVALID_REQUEST", field), change
