"""Static files under a versioned path: `/static/<version>/…`, cached permanently, compressed once.

The version is a digest of the whole tree, so relative URLs inside stylesheets and modules need no rewriting. The icons
that browsers request without a link, such as /favicon.ico, have URLs outside of it. `@import`s of a stylesheet are
inlined: one file for each component to edit, one to download.
"""

import gzip
import hashlib
import mimetypes
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from quart import Quart, Response, abort

from app.kernel.package_files import resource
from app.web.query_parsing import accepted_encoding

STATIC = resource("static")
IMPORT = re.compile(r'@import\s+(?:url\()?"([^"]+)"\)?\s*;')
COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
IMMUTABLE, SHORT = "public, max-age=31536000, immutable", "public, max-age=300"
ICONS = {
    "favicon.ico": "favicon.ico",
    "apple-touch-icon.png": "apple-touch-icon.png",
    "apple-touch-icon-precomposed.png": "apple-touch-icon.png",
}
ONE_DAY = "public, max-age=86400"
TEXT_SUFFIXES = (".css", ".js", ".svg", ".txt", ".json")
mimetypes.add_type("font/woff2", ".woff2")
mimetypes.add_type("text/javascript", ".js")
mimetypes.add_type("image/x-icon", ".ico")


@dataclass(frozen=True, slots=True)
class Asset:
    """The content of a static file; `zipped` is the same with gzip, None if that is not worthwhile."""

    body: bytes
    zipped: bytes | None
    mimetype: str


class Assets:
    """The tree of static files. In development (`fixed` is False) a file is read again for every request."""

    def __init__(self, *, fixed: bool) -> None:
        self.fixed = fixed
        self.version = self._version()
        self.load = lru_cache(maxsize=None)(_load) if fixed else _load

    def _version(self) -> str:
        """Returns a digest of all names and contents in the tree."""
        tree = hashlib.sha256()
        for path in sorted(STATIC.rglob("*")):
            if path.is_file():
                tree.update(path.relative_to(STATIC).as_posix().encode() + path.read_bytes())
        return tree.hexdigest()[:12]

    def url(self, path: str) -> str:
        """Returns the URL of a static file; it changes whenever any file in the tree changes."""
        return f"/static/{self.version}/{path}"


_installed: Assets | None = None


def asset_url(path: str) -> str:
    """Returns the URL of a static file, for rendering outside of requests."""
    global _installed
    _installed = _installed or Assets(fixed=True)
    return _installed.url(path)


def install(app: Quart, *, fixed: bool) -> None:
    """Adds the routes for static files and icons, and the template function `asset`."""
    global _installed
    assets = _installed = Assets(fixed=fixed)
    app.jinja_env.globals["asset"] = assets.url

    @app.get("/static/<version>/<path:path>", endpoint="static")
    async def static(version: str, path: str) -> Response:
        file = _find_file(path) or abort(404)
        asset = assets.load(file)
        response = Response(asset.body, content_type=asset.mimetype)
        if asset.zipped and accepted_encoding("gzip"):
            response = Response(asset.zipped, content_type=asset.mimetype, headers={"Content-Encoding": "gzip"})
        response.headers["Cache-Control"] = IMMUTABLE if fixed and version == assets.version else SHORT
        response.vary.add("Accept-Encoding")
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        return response

    for name in ICONS:
        app.add_url_rule(f"/{name}", f"icons.{name.partition('.')[0]}", _icon(assets, ICONS[name]), methods=["GET"])


def _icon(assets: Assets, name: str) -> Callable[[], Awaitable[Response]]:
    """Returns an endpoint that sends an icon."""

    async def icon() -> Response:
        asset = assets.load(STATIC / "img" / name)
        return Response(asset.body, content_type=asset.mimetype, headers={"Cache-Control": ONE_DAY})

    return icon


def _find_file(path: str) -> Path | None:
    """Returns the file at a path inside the tree, or None."""
    try:
        file = (STATIC / path).resolve()
        return file if file.is_relative_to(STATIC) and file.is_file() else None
    except (OSError, ValueError):  # a NUL, or a name that is too long for the file system
        return None


def _load(file: Path) -> Asset:
    """Reads a file with its type, a stylesheet with its imports, and compresses text."""
    body = _bundle(file).encode() if file.suffix == ".css" else file.read_bytes()
    mimetype = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    text = file.suffix in TEXT_SUFFIXES
    zipped = gzip.compress(body, 9, mtime=0) if text else None
    return Asset(body, zipped, mimetype + ("; charset=utf-8" if text else ""))


def _bundle(file: Path) -> str:
    """Returns a stylesheet without comments and with its imports inlined."""
    text = COMMENT.sub("", file.read_text())
    return IMPORT.sub(lambda match: _bundle((file.parent / match[1]).resolve()), text)
