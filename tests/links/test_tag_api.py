"""By the API a program lists tags with the number of their links, and says what each is for."""

from app.accounts.models import Account
from app.links.models import Link
from app.links.tag import Tag
from tests import world
from tests.links.test_api import Caller, call

__all__ = ["call"]
URL = "/api/v1/tags"


async def test_tags_are_listed_by_name_with_their_links(call: Caller, dewi: Account, sari: Account) -> None:
    await Link.shorten(dewi, url=world.DESTINATION, tags=["Batik", "sale"])
    gone = await Link.shorten(dewi, url=world.DESTINATION, tags=["sale", "Zebra"])
    await gone.soft_delete(dewi)
    await Link.shorten(sari, url=world.DESTINATION, tags=["hers"])
    status, body, _ = await call("GET", f"{URL}?limit=2")
    tags = body["data"]["tags"]
    assert status == 200 and [(tag["name"], tag["links"]) for tag in tags] == [("Batik", 1), ("sale", 1)]
    _, body, _ = await call("GET", f"{URL}?limit=2&cursor={body['data']['next_cursor']}")
    assert [(tag["name"], tag["links"]) for tag in body["data"]["tags"]] == [("Zebra", 0)]
    assert body["data"]["next_cursor"] is None


async def test_a_tag_is_changed_by_its_name_in_any_case(call: Caller, dewi: Account) -> None:
    await Link.shorten(dewi, url=world.DESTINATION, tags=["Sale / 50%"])
    status, body, _ = await call("PATCH", f"{URL}/sale%20%2F%2050%25", {"description": "Of November", "colour": 3})
    expected = {"name": "Sale / 50%", "description": "Of November", "colour": 3, "links": 1}
    assert (status, body["data"]) == (200, expected)
    status, body, _ = await call("PATCH", f"{URL}/sale%20%2F%2050%25", {"description": None, "name": "Sale"})
    assert (status, body["data"]) == (200, expected | {"name": "Sale", "description": ""})
    assert await Tag.filter(account=dewi, name="Sale", description="", colour=3).exists()


async def test_what_is_refused_names_its_field(call: Caller, dewi: Account, sari: Account) -> None:
    await Link.shorten(dewi, url=world.DESTINATION, tags=["sale", "other"])
    await Link.shorten(sari, url=world.DESTINATION, tags=["hers"])
    for change, field in (
        ({"name": "Other"}, "name"),
        ({"name": ""}, "name"),
        ({"name": "a,b"}, "name"),
        ({"colour": 7}, "colour"),
        ({"description": "x" * 301}, "description"),
        ({"description": 5}, "description"),
    ):
        status, body, _ = await call("PATCH", f"{URL}/sale", change)
        assert (status, body["error"], body["field"]) == (400, "INVALID_REQUEST", field), change
    assert (await call("PATCH", f"{URL}/hers", {"colour": 2}))[0] == 404
    assert (await call("PATCH", f"{URL}/%00", {"colour": 2}))[0] == 404
