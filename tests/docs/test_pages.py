"""What the documentation says of bio pages: every kind of block by itself, and examples that are true."""

from typing import Any

import pytest
from quart import Quart

from app.accounts.models import Account
from app.blocks.registry import KINDS
from app.docs.api_examples import all_examples
from app.docs.reference_pages import localized_openapi_document
from app.kernel import i18n
from app.pages.json.block_schema import BlockChanges, BlockChangesBase, BlockResponse, NewBlockBase
from tests import world
from tests.client import Browser
from tests.docs.site import page

pytestmark = pytest.mark.parametrize("language", i18n.LANGUAGES)


async def test_every_kind_of_block_stands_there_with_all_its_fields(visitor: Browser, language: str) -> None:
    text = await page(visitor, language, "api/blocks")
    i18n.set_language(language)

    for kind in KINDS.values():
        part = text[text.index(f'id="block-{kind.key}"') :].partition("<h3")[0]
        assert i18n.gettext(kind.label) in part
        for field in kind.fields:
            assert f"<code>{field.name}</code>" in part, (kind.key, field.name)
            assert i18n.gettext(field.hint or field.label) in part
        for field in kind.item:
            assert f"<code>items[].{field.name}</code>" in part, (kind.key, field.name)


async def test_programs_get_a_type_for_every_kind(app: Quart, language: str) -> None:
    i18n.set_language(language)
    schemas = localized_openapi_document(language, "https://kliqs.test/api/v1")["components"]["schemas"]
    new, shown = schemas["NewPage"]["properties"]["blocks"], schemas["PageData"]["properties"]["blocks"]

    for listed in (schemas["NewBlock"], new["items"], shown["items"]):
        assert listed["discriminator"]["mapping"].keys() == KINDS.keys()
    for kind in KINDS.values():
        taken = schemas[schemas["NewBlock"]["discriminator"]["mapping"][kind.key].rpartition("/")[2]]
        schema = schemas[shown["items"]["discriminator"]["mapping"][kind.key].rpartition("/")[2]]
        assert {"kind", *(field.name for field in kind.fields if field.required)} <= set(taken["required"])
        for field in kind.fields:
            wanted = "boolean" if field.input == "checkbox" else "string"
            assert taken["properties"][field.name]["type"] == schema["properties"][field.name]["type"] == wanted
            assert field.name in schemas["BlockChanges"]["properties"]
        assert ("items" in taken["properties"]) == bool(kind.item)


async def test_no_kind_has_a_field_that_every_block_has(language: str) -> None:
    common = {*NewBlockBase.model_fields, *BlockResponse.model_fields, *BlockChangesBase.model_fields}
    for kind in KINDS.values():
        assert not common & {field.name for field in kind.fields}, kind.key
        types = {name: field.annotation for name, field in BlockChanges.model_fields.items()}
        assert all((types[field.name] is bool) == (field.input == "checkbox") for field in kind.fields), kind.key


async def test_examples_of_pages_are_taken_and_answered_as_shown(
    visitor: Browser, dewi: Account, language: str
) -> None:
    key, shown = {"Authorization": f"Bearer {await world.key_of(dewi)}"}, all_examples()
    answers: dict[str, Any] = {}

    async def ask(name: str, method: str, path: str, body: Any = None) -> Any:
        query = f"?{shown[name].query}" if shown[name].query else ""
        response = await visitor.open(
            f"/api/v1{path}{query}", method=method, json=body or shown[name].body, headers=key
        )
        answers[name] = (await response.get_json())["data"]
        return answers[name]

    page_url = f"/pages/{(await ask('createPage', 'POST', '/pages'))['id']}"
    block = (await ask("addBlock", "POST", f"{page_url}/blocks"))["block"]["id"]
    await ask("publishPage", "PUT", f"{page_url}/publication")
    await ask("listPages", "GET", "/pages")
    await ask("readPage", "GET", page_url)
    first = answers["readPage"]["blocks"][0]["id"]
    await ask("orderBlocks", "PUT", f"{page_url}/order", {"ids": [block, first], "version": 2})
    await ask("changeBlock", "PATCH", f"{page_url}/blocks/{block}")
    await ask("pageStatistics", "GET", f"{page_url}/stats")
    await ask("undoChange", "POST", f"{page_url}/undo")
    await ask("unpublishPage", "DELETE", f"{page_url}/publication")
    for name, answer in answers.items():
        assert answer.keys() == shown[name].data.keys(), name
    for name in ("createPage", "readPage"):
        data, real = shown[name].data, answers[name]
        for at, wanted in enumerate(data["blocks"]):
            assert real["blocks"][at] | {"id": ""} == wanted | {"id": ""}
        for field in ("slug", "url", "name", "bio", "language", "live", "version", "theme", "settings", "socials"):
            assert real[field] == data[field], (name, field)
