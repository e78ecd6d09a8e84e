"""Serves robots.txt (RFC 9309) and the sitemap (sitemaps.org protocol 0.9).

The sitemap holds the product's own pages and the bio pages that are live and whose owner allows search engines to index
them. Short links are never listed: only people who received a link should be able to open it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from xml.sax.saxutils import escape

from quart import Blueprint, Quart, Response, current_app, request
from tortoise import Tortoise

from app.kernel import clock, db, site

blueprint = Blueprint("crawlers", __name__)
MAX_URLS = 50_000  # the protocol's limit for one sitemap
CACHE_HEADERS, MAX_AGE = {"Cache-Control": "public, max-age=3600"}, timedelta(minutes=10)
INDEXED_PAGES_SQL = """SELECT pages.slug, pages.published_at FROM pages JOIN accounts ON accounts.id = pages.account_id
    WHERE pages.published IS NOT NULL AND pages.deleted_at IS NULL AND pages.blocked_at IS NULL
    AND accounts.guest_digest IS NULL AND accounts.hidden_at IS NULL AND {is_indexed}
    ORDER BY pages.published_at DESC, pages.id LIMIT {limit}"""
IS_INDEXED = {
    "sqlite": "json_extract(pages.published, '$.content.indexed')",
    "postgres": "CAST(pages.published -> 'content' ->> 'indexed' AS BOOLEAN)",
}


def set_sitemap_paths(app: Quart, *, legal: Iterable[str], docs: Iterable[str]) -> None:
    """Stores the paths of the product's own pages for the sitemap: the front page, the legal pages `legal` and the
    documentation pages `docs`, each by its slug.
    """
    marketing_paths = ["/", "/contact", *(f"/{name}" for name in legal)]
    docs_paths = ["/docs/", *(f"/docs/{slug}" for slug in docs)]
    app.extensions["sitemap_paths"] = {"marketing": marketing_paths, "docs": docs_paths}


@blueprint.get("/robots.txt")
async def robots_txt() -> Response:
    """Allows everything but the dashboard and the API on public hosts, and disallows everything on all other hosts."""
    surfaces = site.current().surfaces_of(request.host.lower())
    lines = ["User-agent: *", "Disallow: /dashboard/", "Disallow: /api/", "Disallow: /start/"]
    if not {"public", "marketing", "docs"} & set(surfaces):
        lines = ["User-agent: *", "Disallow: /"]
    body_lines = [*lines, "", f"Sitemap: {site.url('public', '/sitemap.xml')}", ""]
    return Response("\n".join(body_lines), 200, CACHE_HEADERS, content_type="text/plain; charset=utf-8")


@blueprint.get("/sitemap.xml")
async def sitemap_xml() -> Response:
    """Returns the sitemap: the product's own pages, then the indexed bio pages, newest first. The XML is cached for ten
    minutes.
    """
    cached: tuple[datetime, str] | None = current_app.extensions.get("sitemap")
    if cached is None or clock.now() - cached[0] > MAX_AGE:  # expensive, and requested often
        cached = current_app.extensions["sitemap"] = clock.now(), await _render_sitemap()
    return Response(cached[1], 200, CACHE_HEADERS, content_type="application/xml")


async def _render_sitemap() -> str:
    paths: dict[str, list[str]] = current_app.extensions["sitemap_paths"]
    own = [_url_element(site.url(surface, path)) for surface, listed in paths.items() for path in listed]
    dialect = Tortoise.get_connection(db.MAIN).capabilities.dialect
    sql = INDEXED_PAGES_SQL.format(is_indexed=IS_INDEXED[dialect], limit=MAX_URLS - len(own))
    rows = await db.query_slow_rows(sql, [])
    page_entries = [_url_element(site.url("public", f"/{row['slug']}"), str(row["published_at"])[:10]) for row in rows]
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    return "".join([head, *own, *page_entries, "</urlset>\n"])


def _url_element(url: str, last_modified: str = "") -> str:
    lastmod_element = f"<lastmod>{last_modified}</lastmod>" if last_modified else ""
    return f"\n<url><loc>{escape(url)}</loc>{lastmod_element}</url>"
