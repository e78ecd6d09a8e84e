"""A test client that behaves as a browser on one of our own pages: https, our host, `Sec-Fetch-Site`.

Every answer of the API that it sees is compared with the OpenAPI document.
"""

from http.cookiejar import Cookie
from typing import Any

from quart import Quart, Response
from quart.testing import QuartClient
from quart_auth import QuartAuth
from werkzeug.datastructures import Headers

from app.kernel import site
from tests.contract import check_answer

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0"


class Browser(QuartClient):
    async def open(self, path: str, *, headers: Any = None, scheme: str = "", **rest: Any) -> Response:
        """Sends a request; a header given here goes before a browser's own."""
        sent = Headers(headers or {})
        sent.setdefault("Host", site.current().host("dashboard"))
        sent.setdefault("User-Agent", FIREFOX)
        if not {"Sec-Fetch-Site", "Origin"} & {name.title() for name, _ in sent.items()}:
            sent["Sec-Fetch-Site"] = "same-origin"
        scheme = scheme or ("https" if site.current().secure else "http")
        redirects = self.app.extensions.get("redirects")
        if redirects and redirects.lookup:  # tests change links by the models; after a request the app waits for this
            await redirects.lookup.wait_until_current()
        response = await super().open(path, headers=sent, scheme=scheme, **rest)
        await check_answer(rest.get("method", "GET"), path, response)
        return response

    def sign_in(self, secret: str) -> None:
        """Carries the cookie of a session begun with `Session.begin`."""
        auth: QuartAuth = next(iter(self.app.extensions["QUART_AUTH"]))
        assert self.cookie_jar is not None
        self.cookie_jar.set_cookie(_cookie(str(auth.cookie_name), auth.dump_token(secret, app=self.app)))


async def taken_in(app: Quart) -> int:
    """Takes what the journal holds into the database; returns how many visits are in it since the app began."""
    ingester = app.extensions["redirects"].recording.ingester
    await ingester.cycle()
    return int(ingester.taken)


def browsers_of(app: Quart) -> Quart:
    """The app, whose test clients are browsers from now on."""
    app.test_client_class = Browser  # type: ignore[assignment]
    return app


def _cookie(name: str, value: str) -> Cookie:
    host = site.current().host("dashboard").partition(":")[0]
    return Cookie(
        version=0,
        name=name,
        value=value,
        port=None,
        port_specified=False,
        domain=host,
        domain_specified=False,
        domain_initial_dot=False,
        path="/",
        path_specified=True,
        secure=site.current().secure,
        expires=None,
        discard=True,
        comment=None,
        comment_url=None,
        rest={"HttpOnly": ""},
    )
