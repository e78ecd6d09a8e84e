"""LinkedIn on this machine: OAuth 2.0, images, videos and posts of the versioned API, as learn.microsoft.com says.

It refuses what LinkedIn refuses: calls without the headers of the version and the protocol, versions that ended, a
code that was used, scopes that are missing, authors that the token is not for, URNs that are not encoded in an address,
parts of a video with the wrong length, in the wrong order or to the wrong address, and duplicates. Like the real one it
cuts a text at the first reserved character that is not escaped, and at 3000 characters, and says nothing.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs

from aiohttp import web

from app.kernel import secrets
from tests.networks.authorization import Authorization, Refused, Token
from tests.networks.files import is_of_type
from tests.networks.stand_in import StandIn, parsed

PART = 4 * 1024 * 1024
VERSIONS = {"202601", "202604"}
PERSON, PAGE = "urn:li:person:8675309", "urn:li:organization:2414183"
PLAIN = re.compile(
    r"(?:\\.|[^\\|{}@\[\]()<>#*_~]|#\w|\{hashtag\|\\#\|[^{}]*\}|@\[[^\]]*\]\(urn:li:[\w:]+\))*", re.DOTALL
)


@dataclass
class Asset:
    """An uploaded picture or video: of each part the size, the ETag and, joined, the SHA-256."""

    kind: str
    owner: str
    size: int
    addresses: list[str]
    parts: list[tuple[int, str]] = field(default_factory=list)
    attempts: list[int] = field(default_factory=list)
    start: bytes = b""
    status: str = "WAITING_UPLOAD"
    polls: int = 0
    ends_at: float = 0
    hash: Any = field(default_factory=hashlib.sha256, repr=False)

    @property
    def digest(self) -> str:
        """The SHA-256 of what arrived."""
        return str(self.hash.hexdigest())


class LinkedInStandIn(StandIn):
    """`posts` are all, the oldest first. `pages` are the organisations of the person; `fails` makes processing fail."""

    client_id, client_secret = "linkedin-client", "linkedin-secret"

    def __init__(self) -> None:
        super().__init__()
        self.oauth = Authorization(self.now, self.client_id, self.client_secret, PERSON)
        self.oauth.pkce, self.oauth.access_seconds = "", 60 * 86_400.0
        self.posts: list[dict[str, Any]] = []
        self.assets: dict[str, Asset] = {}
        self.pages = {"2414183": {"id": 2414183, "localizedName": "Kopi Sari", "vanityName": "kopi-sari"}}
        self.fails = False

    def answer(self, request: web.Request, body: bytes) -> web.Response:
        """Answers a request."""
        if request.path == "/oauth/v2/authorization":
            raise web.HTTPFound(self.oauth.visit(str(request.url)))
        if request.path.startswith("/oauth/v2/"):
            return self._oauth(request, {name: values[0] for name, values in parse_qs(body.decode()).items()})
        if request.path.startswith("/upload/"):
            return self._take_part(request, body)
        token = self.oauth.valid(request.headers.get("Authorization", "").removeprefix("Bearer "))
        if token is None:
            return self.refuse(401)
        if (request.method, request.path) == ("GET", "/v2/userinfo"):
            person = {"sub": PERSON.rpartition(":")[2], "name": "Sari Dewi", "picture": f"{self.origin}/sari.jpg"}
            return _lacks(token, "openid") or web.json_response(person)
        return self._fault(request) or self._rest(request, body, token)

    def refuse(self, status: int) -> web.Response:
        """The refusal with a status."""
        codes = {401: "REVOKED_ACCESS_TOKEN", 403: "ACCESS_DENIED", 429: "TOO_MANY_REQUESTS"}
        words = {
            401: "The token used in the request has been revoked by the user",
            403: "Not enough permissions to access: partnerApiPostsExternal.CREATE",
            429: "Resource level throttle MEMBER DAY limit for calls to this resource is reached.",
        }
        return _error(status, codes.get(status, "INTERNAL_SERVER_ERROR"), words.get(status, "Internal Server Error"))

    def _fault(self, request: web.Request) -> web.Response | None:
        """What is wrong with the form of a call of the versioned API."""
        version = request.headers.get("LinkedIn-Version", "")
        if not version:
            return _error(400, "VERSION_MISSING", "A version must be present. Please specify a version")
        if version not in VERSIONS:
            return _error(426, "NONEXISTENT_VERSION", f"Requested version {version} is not active")
        if request.headers.get("X-Restli-Protocol-Version") != "2.0.0":
            return _error(400, "ILLEGAL_ARGUMENT", "Invalid Rest.li protocol version")
        if "urn:" in request.raw_path:
            return _error(400, "ILLEGAL_ARGUMENT", "Syntax exception in path variables")
        return None

    def _rest(self, request: web.Request, body: bytes, token: Token) -> web.Response:
        method, path, action = request.method, request.path.removeprefix("/rest/"), request.query.get("action")
        if (method, path) == ("POST", "posts"):
            return self._create(parsed(body), token)
        if (method, path) == ("GET", "posts"):
            return self._posts_of(request, token)
        if method == "POST" and path in {"images", "videos"}:
            begins = action == "initializeUpload"
            return self._begin(path, parsed(body), token) if begins else self._finalize(parsed(body), token)
        if match := re.fullmatch(r"(images|videos)/(urn:li:\w+:\w+)", path):
            return self._asset(match[2], token)
        if (method, path) == ("GET", "organizationAcls"):
            pages = [{"organization": f"urn:li:organization:{page}", "role": "ADMINISTRATOR"} for page in self.pages]
            return _lacks(token, "rw_organization_admin") or web.json_response({"elements": pages})
        if (match := re.fullmatch(r"organizations/(\d+)", path)) and match[1] in self.pages:
            return _lacks(token, "rw_organization_admin") or web.json_response(self.pages[match[1]])
        return _error(404, "RESOURCE_NOT_FOUND", "No virtual resource found")

    def _oauth(self, request: web.Request, form: dict[str, str]) -> web.Response:
        if (form.get("client_id"), form.get("client_secret")) != (self.client_id, self.client_secret):
            return web.json_response(
                {"error": "invalid_client", "error_description": "Client authentication failed"}, status=401
            )
        if request.path == "/oauth/v2/revoke":
            return web.json_response({}, status=200 if self.oauth.revoke(form.get("token", "")) else 400)
        try:
            token = self.oauth.redeem(form.get("code", ""), form.get("redirect_uri", ""), "").access
        except Refused:
            description = "Unable to retrieve access token: appid/redirect uri/code verifier does not match"
            return web.json_response({"error": "invalid_request", "error_description": description}, status=400)
        answer = {"access_token": token.value, "expires_in": 5_184_000, "scope": ",".join(token.scopes)}
        return web.json_response(answer | {"token_type": "Bearer"})

    # files

    def _begin(self, path: str, wanted: dict[str, Any], token: Token) -> web.Response:
        asked = wanted.get("initializeUploadRequest") or {}
        owner, size = str(asked.get("owner")), asked.get("fileSizeBytes", 0)
        if refusal := _foreign(token, owner):
            return refusal
        if path == "videos" and not 75_000 <= size <= 500 * 1024 * 1024:
            return _error(400, "INVALID_ARGUMENT", "fileSizeBytes is out of range")
        count = -(-size // PART) if path == "videos" else 1
        urn = f"urn:li:{path[:-1]}:{secrets.new_token()[:12].replace('-', 'x').replace('_', 'y')}"
        addresses = [f"{self.origin}/upload/{secrets.new_token()}?sig=a%2Bb%3D" for _ in range(count)]
        ends_at = self.now() + timedelta(hours=1)
        self.assets[urn] = Asset(path, owner, size, addresses, ends_at=ends_at.timestamp())
        if path == "images":
            value: dict[str, Any] = {"uploadUrlExpiresAt": int(ends_at.timestamp() * 1000), "uploadUrl": addresses[0]}
            return web.json_response({"value": value | {"image": urn}})
        steps = [
            {"uploadUrl": url, "firstByte": at * PART, "lastByte": min((at + 1) * PART, size) - 1}
            for at, url in enumerate(addresses)
        ]
        value = {"uploadUrlsExpireAt": int(ends_at.timestamp() * 1000), "uploadToken": "t", "uploadInstructions": steps}
        return web.json_response({"value": value | {"video": urn}})

    def _take_part(self, request: web.Request, body: bytes) -> web.Response:
        url = f"{self.origin}{request.raw_path}"
        asset = next((each for each in self.assets.values() if url in each.addresses), None)
        if request.method != "PUT" or asset is None or self.now().timestamp() > asset.ends_at:
            return web.Response(status=400, text="expired")
        index, bearer = asset.addresses.index(url), request.headers.get("Authorization", "").removeprefix("Bearer ")
        if asset.kind == "images" and self.oauth.valid(bearer) is None:
            return web.Response(status=401)
        expected = min(PART, asset.size - index * PART) if asset.kind == "videos" else len(body)
        if index > len(asset.parts) or len(body) != expected or not body:
            return web.Response(status=400, text="wrong part")
        asset.attempts.append(index)
        tag = hashlib.sha256(body).hexdigest()[:32]
        if index == len(asset.parts):
            asset.parts.append((len(body), tag))
            asset.hash.update(body)
            asset.start = asset.start or body[:16]
        if asset.kind == "images":
            known = any(is_of_type(asset.start, each) for each in ("image/jpeg", "image/png", "image/gif"))
            asset.status, asset.polls = "PROCESSING" if known else "PROCESSING_FAILED", self.polls
        return web.Response(status=201 if asset.kind == "images" else 200, headers={"ETag": f'"{tag}"'})

    def _finalize(self, wanted: dict[str, Any], token: Token) -> web.Response:
        asked = wanted.get("finalizeUploadRequest") or {}
        asset = self.assets.get(str(asked.get("video")))
        if asset is None or _foreign(token, asset.owner):
            return _error(404, "NOT_FOUND", "No such video")
        tags = [tag for _, tag in asset.parts]
        if len(tags) != len(asset.addresses) or asked.get("uploadedPartIds") != tags or asked.get("uploadToken") != "t":
            return _error(400, "INVALID_ARGUMENT", "uploadedPartIds do not match the uploaded parts")
        asset.status = "PROCESSING" if is_of_type(asset.start, "video/mp4") else "PROCESSING_FAILED"
        asset.polls = self.polls
        return web.Response(status=200)

    def _asset(self, urn: str, token: Token) -> web.Response:
        asset = self.assets.get(urn)
        if asset is None:
            return _error(404, "NOT_FOUND", "No such file")
        if asset.owner == PERSON:
            return _error(403, "ACCESS_DENIED", "Not enough permissions to access: partnerApiImages.GET")
        if refusal := _foreign(token, asset.owner):
            return refusal
        if asset.status == "PROCESSING" and self.fails:
            asset.status = "PROCESSING_FAILED"
        if asset.status == "PROCESSING" and asset.polls <= 0:
            asset.status = "AVAILABLE"
        asset.polls -= 1
        return web.json_response({"id": urn, "owner": asset.owner, "status": asset.status})

    # posts

    def _create(self, wanted: dict[str, Any], token: Token) -> web.Response:
        author, written = str(wanted.get("author")), wanted.get("commentary")
        if refusal := _foreign(token, author):
            return refusal
        needed = {"author", "commentary", "visibility", "distribution", "lifecycleState"}
        known = needed | {"content", "isReshareDisabledByAuthor"}
        if not needed <= wanted.keys() <= known or not isinstance(written, str):
            return _error(422, "INVALID_POST", "ERROR :: unrecognized or missing fields")
        if wanted["visibility"] not in {"PUBLIC", "CONNECTIONS"} or wanted["lifecycleState"] != "PUBLISHED":
            return _error(422, "INVALID_POST", "ERROR :: /visibility is not an enum symbol")
        if fault := self._content_fault(wanted.get("content"), author):
            return _error(400, "INVALID_POST", fault)
        plain = PLAIN.match(written)
        commentary = (plain[0] if plain else "")[:3000]
        for post in self.posts:
            if (post["author"], post["raw"], post["content"]) == (author, written, wanted.get("content")):
                return _error(422, "DUPLICATE_POST", f"Content is a duplicate of {post['id']}")
        urn = f"urn:li:share:{self.new_id()}"
        made = {"id": urn, "author": author, "commentary": commentary, "raw": written, "content": wanted.get("content")}
        made |= {"createdAt": int(self.now().timestamp() * 1000), "visibility": wanted["visibility"]}
        self.posts.append(made)
        return web.Response(status=201, headers={"x-restli-id": urn, "x-linkedin-id": urn})

    def _content_fault(self, content: Any, author: str) -> str:
        if content is None:
            return ""
        if "article" in content:
            return "" if content["article"].keys() >= {"source", "title"} else "article.title is required"
        images = content.get("multiImage", {}).get("images")
        if images is not None and not 2 <= len(images) <= 20:
            return "multiImage.images has between 2 and 20"
        for file in images if images is not None else [content["media"]]:
            asset = self.assets.get(file["id"])
            if asset is None or asset.owner != author or asset.status not in {"PROCESSING", "AVAILABLE"}:
                return f"{file['id']} is not ready"
            if images is not None and (asset.kind != "images" or is_of_type(asset.start, "image/gif")):
                return "multiImage takes images"
        return ""

    def _posts_of(self, request: web.Request, token: Token) -> web.Response:
        if request.headers.get("X-RestLi-Method") != "FINDER" or request.query.get("q") != "author":
            return _error(400, "ILLEGAL_ARGUMENT", "No finder")
        if request.query.get("author") == PERSON:
            return _lacks(token, "r_member_social") or web.json_response({"elements": []})
        own = [post for post in reversed(self.posts) if post["author"] == request.query.get("author")]
        shown = [{name: value for name, value in post.items() if name != "raw"} for post in own]
        return _lacks(token, "r_organization_social") or web.json_response({"elements": shown, "paging": {}})


def _foreign(token: Token, owner: str) -> web.Response | None:
    """The refusal of a token that may not act for an owner."""
    if owner == token.account:
        return _lacks(token, "w_member_social")
    return _lacks(token, "w_organization_social" if owner == PAGE else "nothing gives this")


def _lacks(token: Token, scope: str) -> web.Response | None:
    missing = scope not in token.scopes
    return _error(403, "ACCESS_DENIED", f"Not enough permissions to access: {scope}") if missing else None


def _error(status: int, code: str, message: str) -> web.Response:
    body = {"status": status, "serviceErrorCode": 100, "code": code, "message": message}
    return web.json_response(body, status=status)
