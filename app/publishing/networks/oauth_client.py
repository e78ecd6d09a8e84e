"""The client of OAuth 2.0 for all networks; how a network differs is in its table (oauth_table.py).

It makes the address to which the browser is sent, exchanges the code, renews and revokes tokens (RFC 6749, 7009, 7636).
No token, code or secret appears in its errors.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

from app.kernel.pkce import code_challenge, hex_challenge
from app.publishing.networks.client import NetworkClient, Reply, Unreachable
from app.publishing.networks.errors import ReconnectNeeded, Scope, TemporaryFailure
from app.publishing.networks.grant import Grant
from app.publishing.networks.oauth_table import ClientAuth, OauthTable, Pkce

APP_ERRORS = {"invalid_client", "unauthorized_client", "101"}  # the operator's app is at fault, not the person
META_TRANSIENT = {"1", "2", "4", "17", "32", "613"}  # of Meta's nested errors: faults of its own, and limits
APP_WAIT = 3600.0  # seconds until an app that the network refused is tried again
LONGEST_TOKEN = 8192
LONGEST_LIFE = 10 * 366 * 86_400.0  # seconds
ACCEPT = {"Accept": "application/json"}


def authorization_url(table: OauthTable, state: str, verifier: str, redirect_uri: str) -> str:
    """Returns the address at the network where a person allows the app (RFC 6749, 4.1.1)."""
    query = {
        table.client_id_parameter: table.client_id,
        "response_type": "code",
        "redirect_uri": redirect_uri,
        "scope": table.scope_separator.join(table.scopes),
        "state": state,
        **table.authorize_extra,
    }
    if table.pkce is not Pkce.NONE:
        challenge = hex_challenge if table.pkce is Pkce.HEX else code_challenge
        query |= {"code_challenge": challenge(verifier), "code_challenge_method": "S256"}
    return f"{table.authorize_url}{'&' if '?' in table.authorize_url else '?'}{urlencode(query, quote_via=quote)}"


async def exchange_code(table: OauthTable, code: str, verifier: str, redirect_uri: str) -> Grant:
    """Exchanges a code for tokens, and a short token for one that lasts where the network has that.

    Raises: ReconnectNeeded when the network refuses the code, TemporaryFailure.
    """
    form = {"grant_type": "authorization_code", "code": code, "redirect_uri": redirect_uri}
    if table.pkce is not Pkce.NONE:
        form["code_verifier"] = verifier
    grant = _grant(await _call(table, form, table.token_url, multipart=table.multipart), table.scopes)
    return await _exchange_for_long(table, grant) if table.exchange_url else grant


async def refresh(table: OauthTable, refresh_token: str) -> Grant:
    """Renews an access token; the scopes of the result are empty where the network does not repeat them.

    A refresh token that the network does not replace stays the one of the result. Raises: ReconnectNeeded when the
    network refuses it, TemporaryFailure.
    """
    url = table.refresh_url or table.token_url
    if table.refreshes_itself:
        query = {"grant_type": table.refresh_grant, "access_token": refresh_token}
        return _grant(await _get(url, query, secrets=(refresh_token,)))
    form = {"grant_type": table.refresh_grant, "refresh_token": refresh_token}
    return _grant(await _call(table, form, url), refresh_token=refresh_token)


async def revoke(table: OauthTable, token: str) -> None:
    """Takes a token back at the network (RFC 7009); one that is invalid already counts as taken back.

    Does nothing where the table has no address for it. Raises: TemporaryFailure.
    """
    if not table.revoke_url:
        return
    form, headers = {"token": token}, dict(ACCEPT)
    _authenticate(table, form, headers)
    reply = await _send("POST", table.revoke_url, headers=headers, form=form)
    if not reply.ok:
        try:
            raise _refusal(reply, secrets=(token, table.client_secret))
        except ReconnectNeeded:
            return  # it is valid no more


async def _exchange_for_long(table: OauthTable, grant: Grant) -> Grant:
    """Exchanges the short token of a grant for one that lasts; the scopes stay. Raises: as `exchange_code`."""
    query = {
        "grant_type": table.exchange_grant,
        table.client_id_parameter: table.client_id,
        "client_secret": table.client_secret,
        table.exchange_parameter: grant.access_token,
    }
    secrets = (grant.access_token, table.client_secret)
    if table.get_for_exchange:
        body = await _get(table.exchange_url, query, secrets=secrets)
    else:
        body = _body(await _send("POST", table.exchange_url, headers=ACCEPT, form=query), secrets=secrets)
    return _grant(body, grant.scopes, refresh_token=grant.refresh_token)


async def _call(
    table: OauthTable, fields: Mapping[str, str], url: str, *, multipart: bool = False
) -> Mapping[str, Any]:
    """Posts a form to a token endpoint with the client's credentials; returns the JSON object of a success."""
    form, headers = dict(fields), dict(ACCEPT)
    _authenticate(table, form, headers)
    if multipart:
        headers["Content-Type"], body = await _multipart(form)
        reply = await _send("POST", url, headers=headers, body=body)
    else:
        reply = await _send("POST", url, headers=headers, form=form)
    names = ("code", "code_verifier", "refresh_token")
    return _body(reply, secrets=(table.client_secret, *(form[name] for name in names if name in form)))


def _authenticate(table: OauthTable, form: dict[str, str], headers: dict[str, str]) -> None:
    """Adds the client's credentials to a form or to the headers (RFC 6749, 2.3.1); a public client has only its id."""
    if table.client_auth is ClientAuth.BASIC and table.client_secret:
        pair = f"{quote(table.client_id, safe='')}:{quote(table.client_secret, safe='')}"
        headers["Authorization"] = f"Basic {b64encode(pair.encode()).decode()}"
        return
    form[table.client_id_parameter] = table.client_id
    if table.client_secret:
        form["client_secret"] = table.client_secret


async def _multipart(form: Mapping[str, str]) -> tuple[str, bytes]:
    """Returns the content type and the body of a multipart form (RFC 7578)."""
    from aiohttp import MultipartWriter  # loaded with the first request

    writer = MultipartWriter("form-data")
    for name, value in form.items():
        writer.append(value).set_content_disposition("form-data", name=name)
    return writer.content_type, await writer.as_bytes()


async def _get(url: str, query: Mapping[str, str], *, secrets: tuple[str, ...]) -> Mapping[str, Any]:
    """Asks a token endpoint that wants GET; returns the JSON object of a success."""
    return _body(await _send("GET", url, headers=ACCEPT, query=query), secrets=secrets)


async def _send(method: str, url: str, **parts: Any) -> Reply:
    """Makes a call without a bearer token. Raises: TemporaryFailure when there is no response."""
    try:
        return await NetworkClient().request(method, url, bearer=False, **parts)
    except Unreachable as error:
        raise TemporaryFailure("network_unreachable", code=error.reason) from None


def _body(reply: Reply, *, secrets: tuple[str, ...]) -> Mapping[str, Any]:
    """Returns the JSON object of a success. Raises: ReconnectNeeded, TemporaryFailure."""
    if not reply.ok or not isinstance(reply.json, dict) or _error_code(reply.json):
        raise _refusal(reply, secrets=secrets)
    first = reply.json.get("data")  # Instagram wraps the answer to a code in a list
    return first[0] if isinstance(first, list) and first and isinstance(first[0], dict) else reply.json


def _refusal(reply: Reply, *, secrets: tuple[str, ...]) -> ReconnectNeeded | TemporaryFailure:
    """Returns the error that an unsuccessful answer is.

    Only an answer with an error of the protocol ends a permission: anything else may be a proxy or a maintenance page.
    """
    body = reply.json if isinstance(reply.json, dict) else {}
    code, detail = _error_code(body), _without(_error_detail(body), secrets)
    facts: dict[str, Any] = {"code": code, "detail": detail, "status": reply.status}
    transient = isinstance(body.get("error"), dict) and code in META_TRANSIENT
    if reply.status in {408, 429} or reply.status >= 500 or transient:
        return TemporaryFailure("network_down", after=reply.retry_after, **facts)
    if code in APP_ERRORS:
        return TemporaryFailure("app_refused", after=APP_WAIT, scope=Scope.APP, **facts)
    if code:
        return ReconnectNeeded("permission_ended", **facts)
    return TemporaryFailure("network_answer", **facts)


def _error_code(body: Mapping[str, Any]) -> str:
    """Returns the error code of RFC 6749, 5.2, or Meta's; empty where there is none."""
    error = body.get("error") or body.get("error_type") or ""
    if isinstance(error, dict):
        error = error.get("code") or error.get("type") or "error"
    text = str(error)
    return "" if text in {"0", "ok"} else text[:120]


def _error_detail(body: Mapping[str, Any]) -> str:
    """Returns the sentence of an error, empty without one."""
    error = body.get("error")
    nested = error.get("message") if isinstance(error, dict) else ""
    detail = body.get("error_description") or body.get("error_message") or nested or ""
    return detail if isinstance(detail, str) else ""


def _without(text: str, secrets: tuple[str, ...]) -> str:
    """Returns a text of the network in which it does not repeat our secrets."""
    for secret in secrets:
        text = text.replace(secret, "…") if secret else text
    return text


def _grant(body: Mapping[str, Any], scopes: tuple[str, ...] = (), *, refresh_token: str = "") -> Grant:
    """Reads a grant; `scopes` are those of an answer that names none (RFC 6749, 5.1). Raises: TemporaryFailure."""
    access = body.get("access_token")
    renewed = body.get("refresh_token") or refresh_token
    if not _is_token(access) or (renewed and not _is_token(renewed)):
        raise TemporaryFailure("network_answer", code="no access_token")
    granted = body.get("scope", body.get("permissions"))
    return Grant(
        access_token=str(access),
        refresh_token=str(renewed),
        scopes=_scopes(granted) if granted is not None else scopes,
        expires_in=_seconds(body.get("expires_in")),
        refresh_expires_in=_seconds(body.get("refresh_expires_in", body.get("refresh_token_expires_in"))),
    )


def _is_token(value: Any) -> bool:
    """Whether a value can be a token: printable ASCII without blanks, of bounded length (RFC 6750, 2.1)."""
    return (
        isinstance(value, str) and 0 < len(value) <= LONGEST_TOKEN and value.isascii() and " " not in value
    ) and value.isprintable()


def _scopes(granted: Any) -> tuple[str, ...]:
    """Reads granted scopes: a text parted by blanks or commas, or a list."""
    names = granted if isinstance(granted, list) else str(granted).replace(",", " ").split()
    return tuple(name[:200] for name in names if isinstance(name, str))[:100]


def _seconds(value: Any) -> float | None:
    """Reads a lifetime in seconds; None where the network says none, or 0 for a token that does not end."""
    try:
        seconds = float(value)
    except (TypeError, ValueError):
        return None
    return seconds if 0 < seconds <= LONGEST_LIFE else None
