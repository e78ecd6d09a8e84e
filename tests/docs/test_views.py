"""The documentation says all there is to say, in both languages, and what it shows is true."""

import json
import re

import click
import jsonschema_rs
import pytest
from pydantic import BaseModel
from quart import Quart

from app.cli import main
from app.docs.api_examples import all_examples, refusal_example
from app.docs.reference_pages import OPERATIONS, localized_openapi_document, page_by_operation
from app.kernel import i18n, installation
from app.kernel.config import Config
from app.kernel.error_codes import API_CODES
from app.kernel.oauth_settings import OIDC_PARTS
from app.keys.code_snippets import render_snippets
from app.links.models import Link
from app.links.tag import Tag
from app.plans.plan_limits import MB, PLANS
from app.web.openapi import ErrorAnswer
from app.web.openapi_headers import REQUEST_HEADERS, RESPONSE_HEADERS
from tests import world
from tests.audience.conftest import page_with
from tests.audience.test_views import subscriber
from tests.client import Browser
from tests.docs.site import endpoints, page

pytestmark = pytest.mark.parametrize("language", i18n.LANGUAGES)
PROGRAMS = ("curl", "Python", "Node", "PHP")


def translated(message: str) -> str:
    return i18n.gettext(message)


async def test_every_error_code_stands_there_with_its_status_and_remedy(visitor: Browser, language: str) -> None:
    text = await page(visitor, language, "errors")
    i18n.set_language(language)

    for code, entry in API_CODES.items():
        row = re.search(rf'<tr id="{code}">.*?</tr>', text)
        assert row, code
        for part in (str(entry.status), translated(entry.when), translated(entry.remedy)):
            assert part in row[0]


async def test_every_setting_stands_there_with_its_default_and_meaning(visitor: Browser, language: str) -> None:
    text = await page(visitor, language, "settings")
    i18n.set_language(language)

    for name, field in Config.model_fields.items():
        if name == "oidc":  # read from the variables of providers, below
            continue
        row = re.search(rf'<tr id="KLIQS_{name.upper()}">.*?</tr>', text)
        assert row, name
        assert str(field.default) in row[0]
        assert field.description
        assert translated(field.description) in row[0]
    for part, description in OIDC_PARTS.items():
        row = re.search(rf'<tr id="KLIQS_OIDC_NAME_{part}">.*?</tr>', text)
        assert row, part
        assert translated(description) in row[0]


async def test_every_operation_stands_there_with_its_codes_and_example(visitor: Browser, language: str) -> None:
    text = await endpoints(visitor, language)
    i18n.set_language(language)

    for operation in OPERATIONS:
        section = re.search(rf'<section aria-labelledby="{operation.id}".*?</section>', text, re.DOTALL)
        assert section, operation.id
        example = all_examples()[operation.id]
        for part in (
            operation.method,
            operation.path,
            translated(operation.title),
            translated(operation.about),
            example.request(operation),
            example.answer,
        ):
            assert part in section[0]
        for code in operation.codes:
            assert f'href="/docs/errors#{code}"' in section[0]


async def test_the_overview_leads_to_every_operation(visitor: Browser, language: str) -> None:
    text = await page(visitor, language, "api")

    for operation in OPERATIONS:
        assert f'href="/docs/{page_by_operation()[operation.id]}#{operation.id}"' in text


async def test_every_field_of_requests_and_answers_stands_there(visitor: Browser, language: str) -> None:
    text = await endpoints(visitor, language) + await page(visitor, language, "errors")
    i18n.set_language(language)

    models: set[type[BaseModel]] = {ErrorAnswer}
    for operation in OPERATIONS:
        models |= {model for model in (operation.body, operation.query, operation.answer) if model}
    for model in models:
        for name, field in model.model_fields.items():
            assert field.description, f"{model.__name__}.{name}"
            assert f"<code>{field.alias or name}</code>" in text, f"{model.__name__}.{name}"
            assert translated(field.description) in text, f"{model.__name__}.{name}"


async def test_every_header_stands_there(visitor: Browser, language: str) -> None:
    text = await page(visitor, language, "api")
    i18n.set_language(language)

    for name, header in (REQUEST_HEADERS | RESPONSE_HEADERS).items():
        assert f"<code>{name}</code>" in text
        assert translated(header["description"]) in text, name


async def test_a_field_says_what_it_takes(visitor: Browser, language: str) -> None:
    text = await page(visitor, language, "api/links")
    i18n.set_language(language)

    create = text[text.index('aria-labelledby="createLink"') :]
    url = re.search(r"<tr>\s*<td><code>url</code>.*?</tr>", create, re.DOTALL)
    assert url
    assert translated("required") in url[0]
    assert (translated("At most %(most)s characters") % {"most": i18n.format_number(2048)}) in url[0]


async def test_every_plan_stands_there_with_its_numbers(visitor: Browser, language: str) -> None:
    text = await page(visitor, language, "limits")
    i18n.set_language(language)

    for plan in PLANS.values():
        row = re.search(rf'<tr><td class="strong">{i18n.gettext(plan.label)}</td>.*?</tr>', text)
        assert row, plan.name
        assert f">{i18n.format_number(plan.requests)}<" in row[0]
        assert f">{i18n.format_number(plan.links)}<" in row[0]
        publishing = re.findall(rf'<tr><td class="strong">{i18n.gettext(plan.label)}</td>.*?</tr>', text)[1]
        posts = i18n.gettext("No limit") if plan.posts is None else i18n.format_number(plan.posts)
        numbers = [posts, i18n.format_number(plan.connections), i18n.format_number(plan.video_bytes // MB)]
        assert re.findall(r'class="num">([^<]+)<', publishing) == numbers


async def test_every_command_stands_there(visitor: Browser, language: str) -> None:
    text = await page(visitor, language, "commands")

    for command in _commands(main, "kliqs"):
        assert f"<code>{command}</code>" in text, command


async def test_the_programs_are_those_of_the_dashboard(visitor: Browser, language: str) -> None:
    text = await page(visitor, language, "quick-start")

    programs = render_snippets("https://kliqs.test/api/v1/links")
    assert tuple(programs) == PROGRAMS
    assert all(program in text for program in programs.values())


async def test_examples_hold_against_the_schema(app: Quart, language: str) -> None:
    i18n.set_language(language)
    shown = all_examples()

    assert shown.keys() == {operation.id for operation in OPERATIONS}
    for operation in OPERATIONS:
        example = shown[operation.id]
        assert (example.body is None) == (operation.body is None)
        if operation.answer:
            _holds(operation.answer.__name__, example.data)
        if operation.body:
            _holds(operation.body.__name__, example.body)
    _holds("ErrorAnswer", json.loads(refusal_example()))


async def test_examples_are_taken_and_answered_as_shown(visitor: Browser, language: str) -> None:
    dewi = await world.dewi()
    key = {"Authorization": f"Bearer {await world.key_of(dewi)}"}
    shown = all_examples()
    created = await visitor.post("/api/v1/links", json=shown["createLink"].body, headers=key)
    answers = {"createLink": await created.get_json()}
    id = answers["createLink"]["data"]["id"]
    for name, method, path in (
        ("listLinks", "GET", "/links?" + shown["listLinks"].query),
        ("readLink", "GET", f"/links/{id}"),
        ("changeLink", "PATCH", f"/links/{id}"),
        ("me", "GET", "/me"),
        ("deleteLink", "DELETE", f"/links/{id}"),
        ("restoreLink", "POST", f"/links/{id}/restore"),
        ("putLink", "PUT", "/links/by-key/8f3f"),
    ):
        response = await visitor.open(f"/api/v1{path}", method=method, json=shown[name].body, headers=key)
        answers[name] = await response.get_json()

    for name, answer in answers.items():
        assert answer["success"] is True, name
        assert answer["data"].keys() == shown[name].data.keys(), name
    varying = {"id", "created_at", "updated_at"}
    same = shown["createLink"].data.keys() - varying
    assert {key: answers["createLink"]["data"][key] for key in same} == {
        key: shown["createLink"].data[key] for key in same
    }
    assert await Link.owned_by(dewi).count() == 2


async def test_examples_of_qr_codes_are_taken_and_answered_as_shown(visitor: Browser, language: str) -> None:
    dewi = await world.dewi()
    link, key = await world.shorten(dewi), {"Authorization": f"Bearer {await world.key_of(dewi)}"}
    shown = all_examples()
    codes, answers = f"/links/{link.id}/qr-codes", {}
    created = await visitor.post(f"/api/v1{codes}", json=shown["createQrCode"].body, headers=key)
    answers["createQrCode"] = (await created.get_json())["data"]
    code_path = f"/qr-codes/{answers['createQrCode']['id']}"
    file = await visitor.get(f"/api/v1{code_path}/image?{shown['qrCodeImage'].query}", headers=key)
    for name, method, path in (
        ("listQrCodes", "GET", f"{codes}?{shown['listQrCodes'].query}"),
        ("readQrCode", "GET", code_path),
        ("changeQrCode", "PATCH", code_path),
        ("deleteQrCode", "DELETE", code_path),
    ):
        response = await visitor.open(f"/api/v1{path}", method=method, json=shown[name].body, headers=key)
        answers[name] = (await response.get_json())["data"]

    for name, data in answers.items():
        assert data.keys() == shown[name].data.keys(), name
    listed = shown["listQrCodes"].data["qr_codes"]
    assert [row.keys() for row in answers["listQrCodes"]["qr_codes"]] == [row.keys() for row in listed]
    for field_name in ("name", "design", "grade", "scans"):
        assert answers["createQrCode"][field_name] == shown["createQrCode"].data[field_name]
    contrast = shown["createQrCode"].data["verdict"]["contrast"]
    assert answers["createQrCode"]["verdict"]["contrast"] == contrast
    for line in shown["qrCodeImage"].head.splitlines()[1:]:
        assert line.partition(":")[0] in file.headers


async def test_examples_of_subscribers_are_answered_as_shown(visitor: Browser, language: str) -> None:
    dewi = await world.dewi()
    page, key = await page_with(dewi, "kawung"), {"Authorization": f"Bearer {await world.key_of(dewi)}"}
    rani, shown = await subscriber(page, "rani@example.com"), all_examples()
    for name, method, path in (
        ("listSubscribers", "GET", f"/pages/{page.id}/subscribers?{shown['listSubscribers'].query}"),
        ("deleteSubscriber", "DELETE", f"/subscribers/{rani.id}"),
    ):
        response = await visitor.open(f"/api/v1{path}", method=method, headers=key)
        data = (await response.get_json())["data"]
        assert data.keys() == shown[name].data.keys(), name
        if name == "listSubscribers":
            assert data["subscribers"][0].keys() == shown[name].data["subscribers"][0].keys()


async def test_examples_of_tags_are_answered_as_shown(visitor: Browser, language: str) -> None:
    dewi = await world.dewi()
    await Link.shorten(dewi, url="https://example.com", tags=["ramadan"])
    key, shown = {"Authorization": f"Bearer {await world.key_of(dewi)}"}, all_examples()
    tag = await Tag.get(account_id=dewi.id)
    response = await visitor.patch(f"/api/v1/tags/{tag.id}", headers=key, json=shown["changeTag"].body)
    assert (await response.get_json())["data"].keys() == shown["changeTag"].data.keys()
    response = await visitor.get(f"/api/v1/tags?{shown['listTags'].query}", headers=key)
    data = (await response.get_json())["data"]
    assert data.keys() == shown["listTags"].data.keys()
    assert data["tags"][0].keys() == shown["listTags"].data["tags"][0].keys()
    _holds("TagList", data)


def _holds(model: str, data: object) -> None:
    """Asserts that the data fits a model of the OpenAPI document."""
    document = localized_openapi_document(i18n.current_language(), "https://kliqs.test/api/v1")
    schema = {"$ref": f"#/components/schemas/{model}", "components": document["components"]}
    checker = jsonschema_rs.Draft202012Validator(schema, validate_formats=True)
    assert [str(error) for error in checker.iter_errors(data)] == [], model


def _commands(group: click.Command, name: str) -> list[str]:
    if not isinstance(group, click.Group):
        return [name]
    context = click.Context(group)
    return [
        command_name
        for word in group.list_commands(context)
        if (command := group.get_command(context, word))
        for command_name in _commands(command, f"{name} {word}")
    ]


@pytest.fixture
def _publishing_off(database: str) -> None:
    here = installation.current()
    here.config = here.config.model_copy(update={"publishing": False})


@pytest.mark.usefixtures("_publishing_off")
async def test_where_publishing_is_off_its_pages_and_operations_are_not_offered(
    visitor: Browser, language: str
) -> None:
    for slug in ("publishing", "publishing-api", "api/posts"):
        assert (await visitor.get(f"/docs/{slug}")).status_code == 404
    for slug in ("", "first-bio-page", "webhooks", "social-apps", "api", "errors", "roles", "limits", "api/webhooks"):
        text = await page(visitor, language, slug)
        assert not re.search(r"/docs/(publishing|api/posts)\b", text), slug
        assert not re.search(r"post\.(published|failed|unconfirmed)|POST_NOT_READY|POST_LIMIT_REACHED", text), slug
    assert '<tr id="publish">' not in await page(visitor, language, "api")
    hits = await page(visitor, language, "search?q=unconfirmed")
    assert "/docs/publishing" not in hits

    headers = {"Accept-Language": language}
    document = await (await visitor.get("/api/v1/openapi.json", headers=headers)).get_data(as_text=True)
    paths = json.loads(document)["paths"]
    shown = {operation["operationId"] for methods in paths.values() for operation in methods.values()}
    assert shown == {operation.id for operation in OPERATIONS if operation.scope != "publish"}
    assert "post.published" not in document and "link.created" in document


async def test_where_publishing_is_on_its_pages_and_operations_are_offered(visitor: Browser, language: str) -> None:
    document = localized_openapi_document(language, "https://kliqs.test")
    assert "post.published" in json.dumps(document) and "/posts" in document["paths"]
    assert "/docs/publishing" in await page(visitor, language, "first-bio-page")
    assert '<tr id="publish">' in await page(visitor, language, "api")
