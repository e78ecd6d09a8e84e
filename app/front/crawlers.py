"""What search engines are told: where they may look (RFC 9309), and which pages there are (sitemaps.org, 0.9).

A bio page is in the sitemap when it is live and its owner lets it be found. Short links are in none: they are looked up
by who was given them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from xml.sax.saxutils import escape

from quart import Blueprint, Quart, Response, current_app, request
from tortoise import Tortoise

from app.kernel import clock, db, site

blueprint = Blueprint("crawlers", __name__)
MOST = 50_000  # addresses to a sitemap, by its protocol
KEPT, FRESH = {"Cache-Control": "public, max-age=3600"}, timedelta(minutes=10)
LIVE = """SELECT pages.slug, pages.published_at FROM pages JOIN accounts ON accounts.id = pages.account_id
    WHERE pages.published IS NOT NULL AND pages.deleted_at IS NULL AND pages.blocked_at IS NULL
    AND accounts.guest_digest IS NULL AND {found} ORDER BY pages.published_at DESC, pages.id LIMIT {most}"""
FOUND = {"sqlite": "json_extract(pages.published, '$.content.indexed')",
         "postgres": "CAST(pages.published -> 'content' ->> 'indexed' AS BOOLEAN)"}


def install(app: Quart, *, legal: Iterable[str], docs: Iterable[str]) -> None:
    """Puts our own pages into the sitemap: the front page, the legal pages and those of the documentation, by name."""
    front = ["/", "/contact", *(f"/{name}" for name in legal)]
    app.extensions["listed"] = {"marketing": front, "docs": ["/docs/", *(f"/docs/{slug}" for slug in docs)]}


@blueprint.get("/robots.txt")
async def robots() -> Response:
    """Everything but the dashboard and the API, on the hosts where people look."""
    serves = site.current().surfaces_of(request.host.lower())
    lines = ["User-agent: *", "Disallow: /dashboard/", "Disallow: /api/", "Disallow: /start/"]
    if not {"public", "marketing", "docs"} & set(serves):
        lines = ["User-agent: *", "Disallow: /"]
    told = [*lines, "", f"Sitemap: {site.url('public', '/sitemap.xml')}", ""]
    return Response("\n".join(told), 200, KEPT, content_type="text/plain; charset=utf-8")


@blueprint.get("/sitemap.xml")
async def sitemap() -> Response:
    """Our own pages in both languages, and the bio pages that may be found, the newest first."""
    made: tuple[datetime, str] | None = current_app.extensions.get("sitemap")
    if made is None or clock.now() - made[0] > FRESH:  # many ask, and it is long
        made = current_app.extensions["sitemap"] = clock.now(), await _written()
    return Response(made[1], 200, KEPT, content_type="application/xml")


async def _written() -> str:
    listed: dict[str, list[str]] = current_app.extensions["listed"]
    own = [_entry(site.url(surface, path)) for surface, paths in listed.items() for path in paths]
    dialect = Tortoise.get_connection(db.MAIN).capabilities.dialect
    rows = await db.rows(LIVE.format(found=FOUND[dialect], most=MOST - len(own)), [])
    pages = [_entry(site.url("public", f"/{row['slug']}"), str(row["published_at"])[:10]) for row in rows]
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    return "".join([head, *own, *pages, "</urlset>\n"])


def _entry(url: str, day: str = "") -> str:
    when = f"<lastmod>{day}</lastmod>" if day else ""
    return f"\n<url><loc>{escape(url)}</loc>{when}</url>"
