"""The documentation: its pages, its search, `/api/v1/openapi.json`, and `/v1/kliqs/openapi.json` of AI models.

What is made of it for the first time takes some hundred milliseconds: that is done in threads, so that nobody waits.
"""

import asyncio
from typing import Any

from quart import Blueprint, Response, abort, current_app, request

from app.docs import catalogue, doc_page, reference_pages
from app.docs.gateway_openapi import gateway_document
from app.docs.search import MAX_QUERY_LENGTH, search
from app.kernel import i18n, installation, site
from app.web import htmx

blueprint = Blueprint("docs", __name__)


@blueprint.get("/docs/")
async def index() -> Response:
    """The start page of the documentation."""
    return await _render("docs/index.html", base=site.url("api", "/api/v1"), public=site.url("public", ""))


@blueprint.get("/docs/search")
async def search_results() -> Response:
    """The search results for `?q=`."""
    query = request.args.get("q", "").strip()[:MAX_QUERY_LENGTH]
    return await _render("docs/search.html", question=query, hits=await search(query))


@blueprint.get("/docs/<path:slug>")
async def page(slug: str) -> Response:
    """A guide or reference page; 404 when no page that is shown here has this slug."""
    if slug not in catalogue.offered_slugs():
        abort(404)
    before, after = catalogue.neighbours(slug)
    return await _render(
        "docs/page.html", doc_page=await doc_page.render_page(slug), slug=slug, previous_slug=before, next_slug=after
    )


@blueprint.get("/api/v1/openapi.json")
async def openapi() -> Response:
    """The OpenAPI document in the language of the request."""
    body = await asyncio.to_thread(_openapi_body)
    response = Response(body, content_type="application/json", headers={"Cache-Control": "public, max-age=300"})
    response.vary.add("Accept-Language")
    return response


@blueprint.get("/v1/kliqs/openapi.json")
async def gateway_openapi() -> Response:
    """The OpenAPI document of the API of AI models; 404 where the gateway is switched off."""
    if not installation.current().config.gateway:
        abort(404)
    body = await asyncio.to_thread(_gateway_openapi_body)
    return Response(body, content_type="application/json", headers={"Cache-Control": "public, max-age=300"})


def _openapi_body() -> str:
    document = reference_pages.localized_openapi_document(i18n.current_language(), site.url("api", "/api/v1"))
    return current_app.json.dumps(document)


def _gateway_openapi_body() -> str:
    return current_app.json.dumps(gateway_document(site.url("api", "/v1")))


def _titles() -> dict[str, str]:
    return {slug: doc_page.page_title(slug) for slug in catalogue.offered_slugs()}


async def _render(template: str, **context: Any) -> Response:
    """Renders a page of the documentation with its navigation; browsers revalidate it."""
    variables: dict[str, Any] = {
        "sections": catalogue.offered_sections(),
        "titles": await asyncio.to_thread(_titles),
        "slug": "",
        "question": "",
    } | context
    response = await htmx.render_response(template, **variables)
    response.headers["Cache-Control"] = "private, no-cache"
    return response
