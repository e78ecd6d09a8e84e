"""The documentation, page by page, its search, and `/api/v1/openapi.json`."""

from typing import Any

from quart import Blueprint, Response, abort, current_app, request

from app.docs import leaf, reference, shelf
from app.docs.search import LONGEST, search
from app.kernel import i18n, site
from app.web import hx

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
    if slug not in shelf.SLUGS:
        abort(404)
    before, behind = shelf.neighbours(slug)
    return await _shown("docs/page.html", leaf=await leaf.leaf(slug), slug=slug, before=before, behind=behind)


@blueprint.get("/api/v1/openapi.json")
async def openapi() -> Response:
    body = current_app.json.dumps(reference.described(i18n.language(), site.url("api", "/api/v1")))
    response = Response(body, content_type="application/json", headers={"Cache-Control": "public, max-age=300"})
    response.vary.add("Accept-Language")
    return response


async def _shown(template: str, **context: Any) -> Response:
    titles = {slug: leaf.title(slug) for slug in shelf.SLUGS}
    given: dict[str, Any] = {"doors": shelf.DOORS, "titles": titles, "slug": "", "question": ""} | context
    response = await hx.answer(template, **given)
    response.headers["Cache-Control"] = "private, no-cache"
    return response
