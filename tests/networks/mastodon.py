"""A Mastodon server on this machine, as docs.joinmastodon.org describes 4.5: apps, OAuth 2.0, media and statuses.

It refuses what Mastodon refuses: a code or an app that it does not know, scopes that are missing, files that are too
large or not of their type, too many or mixed files, files that are still processed, and texts that are too long. A
repeated Idempotency-Key is answered with the first status for an hour.
"""

from __future__ import annotations

import hashlib
import html
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from aiohttp import web

from app.kernel import secrets
from tests.networks.authorization import Authorization, Refused, Token
from tests.networks.files import is_of_type
from tests.networks.stand_in import Part, StandIn, parsed, parts_of

TYPES = ["image/jpeg", "image/png", "image/gif", "image/webp", "image/heic", "video/mp4", "video/quicktime"]
Fields = dict[str, Any]


@dataclass
class Attachment:
    """An uploaded file."""

    media_type: str
    size: int
    digest: str
    description: str
    polls: int
    used: bool = False


class MastodonStandIn(StandIn):
    """`statuses` are all, the oldest first. `configuration` holds its limits; `fails` makes processing fail."""

    client_id, client_secret = "", ""

    def __init__(self) -> None:
        super().__init__()
        self.apps: dict[str, Fields] = {}
        self.oauth = Authorization(self.now, "", "", "108")
        self.oauth.access_seconds = 10 * 365 * 86400.0
        self.statuses: list[Fields] = []
        self.media: dict[str, Attachment] = {}
        self.keys: dict[tuple[str, str], tuple[datetime, Fields]] = {}
        self.fails = False
        self.configuration: dict[str, Any] = {
            "statuses": {"max_characters": 500, "max_media_attachments": 4, "characters_reserved_per_url": 23},
            "media_attachments": {
                "description_limit": 1500,
                "image_size_limit": 16_777_216,
                "video_size_limit": 103_809_024,
                "supported_mime_types": TYPES,
            },
        }

    @property
    def host(self) -> str:
        """Its host with the port, as a person enters it."""
        return urlsplit(self.origin).netloc

    def answer(self, request: web.Request, body: bytes) -> web.Response:
        """Answers a request."""
        fields = _fields(request, body)
        public = {
            ("POST", "/api/v1/apps"): self._register,
            ("POST", "/oauth/token"): self._token,
            ("POST", "/oauth/revoke"): self._revoke,
            ("GET", "/oauth/authorize"): self._authorize,
            ("GET", "/api/v2/instance"): self._instance,
            ("GET", "/api/v1/instance"): self._instance,
        }
        if action := public.get((request.method, request.path.rstrip("/"))):
            return action(request, fields)
        token = self.oauth.valid(request.headers.get("Authorization", "").removeprefix("Bearer "))
        return self._api(request, body, fields, token) if token else self.refuse(401)

    def _api(self, request: web.Request, body: bytes, fields: Fields, token: Token) -> web.Response:
        method, path = request.method, request.path
        if (method, path) == ("GET", "/api/v1/accounts/verify_credentials"):
            return _lacks(token, "read:accounts") or web.json_response(self._account(token.account))
        if (method, path) == ("POST", "/api/v2/media"):
            return _lacks(token, "write:media") or self._upload(parts_of(request, body))
        if match := re.fullmatch(r"/api/v1/media/(\d+)", path):
            return _lacks(token, "write:media") or self._processed(match[1])
        if (method, path) == ("POST", "/api/v1/statuses"):
            return _lacks(token, "write:statuses") or self._create(request, fields, token)
        if match := re.fullmatch(r"/api/v1/accounts/(\d+)/statuses", path):
            own = [_shown(each) for each in reversed(self.statuses) if each["author"] == match[1]]
            return _lacks(token, "read:statuses") or web.json_response(own[: int(request.query.get("limit", "20"))])
        if match := re.fullmatch(r"/api/v1/statuses/(\d+)(/source)?", path):
            return _lacks(token, "read:statuses") or self._status(match[1], source=bool(match[2]))
        return _error(404, "Record not found")

    def refuse(self, status: int) -> web.Response:
        """The refusal with a status."""
        words = {401: "The access token is invalid", 403: "This action is not allowed", 429: "Too many requests"}
        refusal = _error(status, words.get(status, "Something went wrong on our end"))
        if status == 429:
            refusal.headers["X-RateLimit-Reset"] = (self.now() + timedelta(seconds=60)).isoformat()
        return refusal

    # apps and OAuth 2.0

    def _register(self, _request: web.Request, fields: Fields) -> web.Response:
        uris = fields.get("redirect_uris") or ""
        uris = uris.split("\n") if isinstance(uris, str) else uris
        if not fields.get("client_name") or not all(urlsplit(uri).scheme for uri in uris) or not uris:
            return _error(422, "Validation failed: Redirect URI must be an absolute URI.")
        app = {"client_id": f"app-{secrets.new_token()}", "client_secret": f"secret-{secrets.new_token()}"}
        self.apps[app["client_id"]] = app | {"uris": uris, "scopes": fields.get("scopes", "read").split()}
        self.oauth.client_id = app["client_id"]
        answer = {"id": self.new_id(), "name": fields["client_name"], "redirect_uri": uris[0], "vapid_key": "k"}
        return web.json_response(answer | app | {"client_secret_expires_at": 0})

    def _authorize(self, request: web.Request, _fields: Fields) -> web.Response:
        raise web.HTTPFound(self.visit(str(request.url)))

    def visit(self, url: str) -> str:
        """What the browser of a person who agrees does; the scopes and the address must be those of the app."""
        query = dict(parse_qsl(urlsplit(url).query))
        app = self.apps[query["client_id"]]
        assert query["redirect_uri"] in app["uris"] and set(query["scope"].split()) <= set(app["scopes"]), query
        self.oauth.client_id, self.oauth.pkce = query["client_id"], "base64url" if "code_challenge" in query else ""
        return self.oauth.visit(url)

    def _token(self, _request: web.Request, fields: Fields) -> web.Response:
        app = self.apps.get(fields.get("client_id", ""))
        if app is None or app["client_secret"] != fields.get("client_secret"):
            return _error(401, "invalid_client", "Client authentication failed due to unknown client.")
        if fields.get("grant_type") != "authorization_code":
            return _error(400, "unsupported_grant_type")
        try:
            code, uri, verifier = (fields.get(name, "") for name in ("code", "redirect_uri", "code_verifier"))
            token = self.oauth.redeem(code, uri, verifier).access
        except Refused:
            return _error(400, "invalid_grant", "The provided authorization grant is invalid, expired or revoked.")
        answer = {"access_token": token.value, "token_type": "Bearer", "scope": " ".join(token.scopes)}
        return web.json_response(answer | {"created_at": int(self.now().timestamp())})

    def _revoke(self, _request: web.Request, fields: Fields) -> web.Response:
        app = self.apps.get(fields.get("client_id", ""))
        if app is None or app["client_secret"] != fields.get("client_secret") or "token" not in fields:
            return _error(403, "unauthorized_client", "You are not authorized to revoke this token")
        self.oauth.revoke(fields["token"])
        return web.json_response({})

    # server and account

    def _instance(self, request: web.Request, _fields: Fields) -> web.Response:
        title = {
            "title": "Kopi",
            "version": "4.5.2",
            "api_versions": {"mastodon": 7},
            "configuration": self.configuration,
        }
        old = request.path.startswith("/api/v1")
        return web.json_response(title | ({"uri": self.host} if old else {"domain": self.host}))

    def _account(self, name: str) -> Fields:
        return {
            "id": name,
            "username": "sari",
            "acct": "sari",
            "display_name": "Sari",
            "url": f"{self.origin}/@sari",
            "avatar": f"{self.origin}/avatars/sari.jpg",
        }

    # media

    def _upload(self, parts: list[Part]) -> web.Response:
        files = {part.name: part for part in parts}
        limits, file = self.configuration["media_attachments"], files.get("file")
        if file is None or file.content_type not in limits["supported_mime_types"]:
            return _error(422, "Validation failed: File content type is invalid, File is invalid")
        large = file.content_type.startswith("video/")
        if len(file.data) > limits["video_size_limit" if large else "image_size_limit"]:
            return _error(422, "Validation failed: File file size must be less than 16 MB")
        if not is_of_type(file.data, file.content_type):
            return _error(422, "Validation failed: File content type is invalid")
        description = files["description"].data.decode() if "description" in files else ""
        name, slow = self.new_id(), large or file.content_type == "image/gif"
        digest, polls = hashlib.sha256(file.data).hexdigest(), self.polls + 1 if slow else 0
        self.media[name] = Attachment(file.content_type, len(file.data), digest, description, polls)
        return web.json_response(self._attachment(name), status=202 if slow else 200)

    def _attachment(self, name: str) -> Fields:
        file = self.media[name]
        url = None if file.polls else f"{self.origin}/media/{name}"
        return {"id": name, "type": file.media_type.split("/")[0], "url": url, "description": file.description or None}

    def _processed(self, name: str) -> web.Response:
        file = self.media.get(name)
        if file is None:
            return _error(404, "Record not found")
        if self.fails and file.polls:
            return _error(422, "Validation failed: File is invalid")
        file.polls = max(file.polls - 1, 0)
        return web.json_response(self._attachment(name), status=206 if file.polls else 200)

    # statuses

    def _create(self, request: web.Request, fields: Fields, token: Token) -> web.Response:
        key = (token.account, request.headers.get("Idempotency-Key", ""))
        at, status = self.keys.get(key, (self.now(), None))
        if key[1] and status and self.now() - at < timedelta(hours=1):
            return web.json_response(_shown(status))
        ids, text = fields.get("media_ids") or [], str(fields.get("status") or "")
        if fault := self._fault(text, ids, fields):
            return _error(422, fault)
        for name in ids:
            self.media[name].used = True
        name = self.new_id()
        status = {
            "id": name,
            "author": token.account,
            "text": text,
            "at": self.now(),
            "url": f"{self.origin}/@sari/{name}",
        }
        status |= {"media_attachments": [self._attachment(each) for each in ids], "reply": fields.get("in_reply_to_id")}
        status |= {"visibility": fields.get("visibility") or "public", "sensitive": bool(fields.get("sensitive"))}
        self.statuses.append(status)
        self.keys[key] = (self.now(), status)
        return web.json_response(_shown(status))

    def _fault(self, text: str, ids: list[str], fields: Fields) -> str:
        limits = self.configuration["statuses"]
        if not text and not ids:
            return "Validation failed: Text can't be blank"
        if _length(text) > limits["max_characters"]:
            return f"Validation failed: Text character limit of {limits['max_characters']} exceeded"
        if fields.get("visibility") not in {None, "public", "unlisted", "private", "direct"}:
            return "Validation failed: Visibility is not included in the list"
        files = [self.media.get(name) for name in ids]
        if any(file is None or file.used for file in files):
            return "Validation failed: Media could not be found"
        if len(files) > limits["max_media_attachments"]:
            return "Cannot attach more than 4 files"
        if any(file.polls for file in files if file):
            return "Cannot attach files that have not finished processing. Try again in a moment!"
        if len(files) > 1 and any(file.media_type in {"image/gif", "video/mp4"} for file in files if file):
            return "Cannot attach a video to a post that already contains images"
        answered = fields.get("in_reply_to_id")
        return "" if not answered or any(each["id"] == answered for each in self.statuses) else "Record not found"

    def _status(self, name: str, *, source: bool) -> web.Response:
        status = next((each for each in self.statuses if each["id"] == name), None)
        if status is None:
            return _error(404, "Record not found")
        return web.json_response({"id": name, "text": status["text"], "spoiler_text": ""} if source else _shown(status))


def _fields(request: web.Request, body: bytes) -> Fields:
    """The fields of a form or a JSON object; `name[]` repeated is a list."""
    if request.content_type == "application/json":
        return parsed(body)
    if request.content_type != "application/x-www-form-urlencoded":
        return {}
    fields: Fields = {}
    for name, value in parse_qsl(body.decode(), keep_blank_values=True):
        if name.endswith("[]"):
            fields.setdefault(name[:-2], []).append(value)
        else:
            fields[name] = value
    return fields


def _shown(status: Fields) -> Fields:
    """A status as the API shows it: its text as HTML."""
    content = "".join(f"<p>{html.escape(line)}</p>" for line in status["text"].split("\n\n"))
    hidden = {"author", "text", "at", "reply"}
    shown = {name: value for name, value in status.items() if name not in hidden}
    return shown | {"content": content, "created_at": status["at"].isoformat(), "in_reply_to_id": status["reply"]}


def _length(text: str) -> int:
    """The length of a text, counted apart from our own counter."""
    return len(re.sub(r"https?://\S+", "x" * 23, re.sub(r"@(\w+)@[\w.-]+", r"@\1", text)))


def _lacks(token: Token, scope: str) -> web.Response | None:
    granted = {scope, scope.partition(":")[0]} & set(token.scopes)
    return None if granted else _error(403, "This action is outside the authorized scopes")


def _error(status: int, error: str, description: str = "") -> web.Response:
    body = {"error": error} | ({"error_description": description} if description else {})
    return web.json_response(body, status=status)
