"""The documentation, page by page, its search, and `/api/v1/openapi.json`."""

from typing import Any

from quart import Blueprint, Response, abort, current_app, request

from app.docs import catalogue, doc_page, reference
from app.docs.search import LONGEST, search
from app.kernel import i18n, site
from app.web import htmx

blueprint = Blueprint("docs", __name__)


@blueprint.get("/docs/")
async def index() -> Response:
    return await _shown("docs/index.html", base=site.url("api", "/api/v1"), public=site.url("public", ""))


@blueprint.get("/docs/search")
async def find() -> Response:
    question = request.args.get("q", "").strip()[:LONGEST]
    return await _shown("docs/search.html", question=question, hits=await search(question))


@blueprint.get("/docs/<path:slug>")
async def page(slug: str) -> Response:
    if slug not in catalogue.SLUGS:
        abort(404)
    before, behind = catalogue.neighbours(slug)
    return await _shown("docs/page.html", leaf=await doc_page.leaf(slug), slug=slug, before=before, behind=behind)


@blueprint.get("/api/v1/openapi.json")
async def openapi() -> Response:
    body = current_app.json.dumps(reference.described(i18n.language(), site.url("api", "/api/v1")))
    response = Response(body, content_type="application/json", headers={"Cache-Control": "public, max-age=300"})
    response.vary.add("Accept-Language")
    return response


async def _shown(template: str, **context: Any) -> Response:
    titles = {slug: doc_page.title(slug) for slug in catalogue.SLUGS}
    given: dict[str, Any] = {"doors": catalogue.DOORS, "titles": titles, "slug": "", "question": ""} | context
    response = await htmx.answer(template, **given)
    response.headers["Cache-Control"] = "private, no-cache"
    return response
