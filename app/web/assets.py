"""Static files under one versioned path: `/static/<version>/…`, cached for ever, compressed once.

The version is a digest of the whole tree, so relative addresses inside stylesheets and modules need no rewriting.
The icons that browsers and phones look for without being sent there have addresses of their own beside it.
A stylesheet's `@import`s are written into it when the app starts: one file per component to work on, one to fetch.
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

from app.kernel.resources import resource
from app.web.requests import accepted_encoding

STATIC = resource("static")
IMPORT = re.compile(r'@import\s+(?:url\()?"([^"]+)"\)?\s*;')
COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
FOREVER, BRIEFLY = "public, max-age=31536000, immutable", "public, max-age=300"
ICONS = {"favicon.ico": "favicon.ico", "apple-touch-icon.png": "apple-touch-icon.png",
         "apple-touch-icon-precomposed.png": "apple-touch-icon.png"}
DAY = "public, max-age=86400"
COMPRESSED = (".css", ".js", ".svg", ".txt", ".json")
mimetypes.add_type("font/woff2", ".woff2")
mimetypes.add_type("text/javascript", ".js")
mimetypes.add_type("image/x-icon", ".ico")


@dataclass(frozen=True, slots=True)
class Asset:
    """A file as it is sent."""

    body: bytes
    zipped: bytes | None
    mimetype: str


class Assets:
    """The static tree. In development it is read anew for every request."""

    def __init__(self, *, fixed: bool) -> None:
        self.fixed = fixed
        self.version = self._version()
        self.load = lru_cache(maxsize=None)(_load) if fixed else _load

    def _version(self) -> str:
        tree = hashlib.sha256()
        for path in sorted(STATIC.rglob("*")):
            if path.is_file():
                tree.update(path.relative_to(STATIC).as_posix().encode() + path.read_bytes())
        return tree.hexdigest()[:12]

    def url(self, path: str) -> str:
        """The address of a static file; it changes whenever anything in the tree does."""
        return f"/static/{self.version}/{path}"


_installed: Assets | None = None


def url(path: str) -> str:
    """The address of a static file, for who renders without a request."""
    global _installed
    _installed = _installed or Assets(fixed=True)
    return _installed.url(path)


def install(app: Quart, *, fixed: bool) -> None:
    global _installed
    assets = _installed = Assets(fixed=fixed)
    app.jinja_env.globals["asset"] = assets.url

    @app.get("/static/<version>/<path:path>", endpoint="static")
    async def static(version: str, path: str) -> Response:
        file = _known(path) or abort(404)
        asset = assets.load(file)
        response = Response(asset.body, content_type=asset.mimetype)
        if asset.zipped and accepted_encoding("gzip"):
            response = Response(asset.zipped, content_type=asset.mimetype, headers={"Content-Encoding": "gzip"})
        response.headers["Cache-Control"] = FOREVER if fixed and version == assets.version else BRIEFLY
        response.vary.add("Accept-Encoding")
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        return response

    for name in ICONS:
        app.add_url_rule(f"/{name}", f"icons.{name.partition('.')[0]}", _icon(assets, ICONS[name]), methods=["GET"])


def _icon(assets: Assets, name: str) -> Callable[[], Awaitable[Response]]:
    async def icon() -> Response:
        asset = assets.load(STATIC / "img" / name)
        return Response(asset.body, content_type=asset.mimetype, headers={"Cache-Control": DAY})

    return icon


def _known(path: str) -> Path | None:
    """The file at a path below the tree, if there is one."""
    try:
        file = (STATIC / path).resolve()
        return file if file.is_relative_to(STATIC) and file.is_file() else None
    except (OSError, ValueError):  # a NUL, or a name longer than a file may have
        return None


def _load(file: Path) -> Asset:
    body = _bundle(file).encode() if file.suffix == ".css" else file.read_bytes()
    mimetype = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    text = file.suffix in COMPRESSED
    zipped = gzip.compress(body, 9, mtime=0) if text else None
    return Asset(body, zipped, mimetype + ("; charset=utf-8" if text else ""))


def _bundle(file: Path) -> str:
    text = COMMENT.sub("", file.read_text())
    return IMPORT.sub(lambda found: _bundle((file.parent / found[1]).resolve()), text)
