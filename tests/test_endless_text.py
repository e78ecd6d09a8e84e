"""No text is worked on before it is bounded: every field of every operation takes 100,000 combining marks.

Normalising is quadratic in them, so that one such text, normalised whole, would hold the process for a minute.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from quart import Quart

from app.accounts.models import Account
from app.blocks.registry import KINDS
from app.docs.api_examples import all_examples
from app.docs.reference_pages import OPERATIONS
from app.links.tag import Tag
from app.pages.first_content import new_page_content
from app.pages.models import Page
from app.qr.design import Design
from app.qr.look import Look
from app.qr.models import QrCode
from app.web.openapi import Operation
from tests import world
from tests.client import Browser
from tests.databases import ON_ONE
from tests.publishing.api.posts_made import variant_in

MARKS = "e" + "\u0301\u0316" * 50_000
BOUND = 20_000  # four times the longest text that is kept anywhere


def bodies(operation: Operation) -> Iterator[tuple[str, Any]]:
    """The example of an operation, each of its texts replaced in turn, and each field that the example leaves out."""
    example = all_examples()[operation.id].body or {}
    yield from replaced(example)
    assert operation.body
    for name in operation.body.model_fields.keys() - example.keys() - {"root"}:
        yield name, example | {name: MARKS}
    if operation.id == "addBlock":
        for kind, item in KINDS.items():
            for field in (*item.fields, *item.item):
                line = {"items": [{field.name: MARKS}]} if field in item.item else {field.name: MARKS}
                yield f"{kind}.{field.name}", {"kind": kind, **line}


def replaced(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Copies of a JSON value in which one text is endless."""
    if isinstance(value, str):
        yield path, MARKS
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        for where, other in replaced(inner, f"{path}.{key}"):
            copy: Any = dict(value) if isinstance(value, dict) else list(value)
            copy[key] = other
            yield where, copy


@ON_ONE
@pytest.mark.parametrize("operation", [item for item in OPERATIONS if item.body], ids=lambda item: str(item.id))
async def test_no_field_of_the_api_is_worked_on_before_it_is_bounded(
    app: Quart, visitor: Browser, dewi: Account, roomy: None, normalised: list[int], operation: Operation
) -> None:
    link, page = await world.shorten(dewi, "promo"), await Page.make(dewi, "dewi", new_page_content("Dewi", "en"))
    code = await QrCode.create_for_link(dewi, link, "Menu", Look(Design()))
    tag = (await Tag.get_or_create_all(dewi, ["sale"]))[0]
    variant = await variant_in(dewi, "unconfirmed")
    ids = {"/posts": variant.post_id, "/links": link.id, "/qr-codes": code.id, "/pages": page.id}
    owner = next((id for prefix, id in ids.items() if operation.path.startswith(prefix)), "")
    path = "/api/v1" + operation.path.format(
        id=owner, block=page.content.blocks[0].id, tag=tag.id, external_id="sku-1", variant=variant.id
    )
    headers = {"Authorization": f"Bearer {await world.key_of(dewi)}", "Host": "kliqs.test"}
    for name, body in bodies(operation):
        response = await visitor.open(path, method=operation.method, json=body, headers=headers)
        assert response.status_code < 500, name
        assert max(normalised, default=0) <= BOUND, name
