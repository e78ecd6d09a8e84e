"""The cookie note lists every cookie that the code sets, and the scripts keep nothing in the browser."""

import re

from quart import Quart

from app.accounts import authentication, claim_cookie, device_cookie
from app.accounts.models import SESSION_LIFETIME, Account
from app.analytics import exclude_self
from app.kernel.package_files import ROOT
from app.legal.cookies import COOKIES
from app.sign_in import inbox_cookie
from app.sign_in.passkeys import challenge_cookie
from app.sign_in.second_factor import pending_cookie, trust_cookie
from app.team import invitation_cookie
from app.web import language, oauth_cookie
from tests import world
from tests.client import Browser

SETTERS = {
    device_cookie: "kliqs_known",
    claim_cookie: "kliqs_guest",
    pending_cookie: "kliqs_step",
    trust_cookie: "kliqs_trusted",
    oauth_cookie: "kliqs_oauth",
    invitation_cookie: "kliqs_invitation",
    inbox_cookie: "kliqs_inbox",
    exclude_self: exclude_self.COOKIE,
    language: language.COOKIE,
    challenge_cookie: "kliqs_passkey",
}


def test_every_module_that_sets_a_cookie_is_known() -> None:
    setting = {
        path
        for path in (ROOT / "app").rglob("*.py")
        if re.search(r"\bHostCookie\(\"|response\.set_cookie\(", path.read_text())
    }
    setting.remove(ROOT / "app/web/host_cookie.py")
    assert setting == {ROOT.joinpath(*module.__name__.split(".")).with_suffix(".py") for module in SETTERS}


def test_the_table_names_the_cookies_of_the_code_and_no_others() -> None:
    modules = [
        (ROOT.joinpath(*module.__name__.split(".")).with_suffix(".py")).read_text()
        for module in (*SETTERS, authentication)
    ]
    named = {name for text in modules for name in re.findall(r"[\"'}](kliqs_\w+)", text)}
    assert named == {cookie.name for cookie in COOKIES}


async def test_those_of_the_session_are_named_by_the_app(app: Quart) -> None:
    names = {app.config["QUART_AUTH_COOKIE_NAME"], app.config["SESSION_COOKIE_NAME"]}
    assert {name.removeprefix("__Host-") for name in names} == {"kliqs_session", "kliqs_notice"}
    assert app.config["QUART_AUTH_DURATION"] == SESSION_LIFETIME.total_seconds()


async def test_a_day_in_the_product_sets_only_listed_ones(visitor: Browser, sari: Account) -> None:
    known, seen = {cookie.name for cookie in COOKIES}, set()
    for response in (
        await visitor.get("/?lang=en"),
        await visitor.post("/start/link", form={"url": world.DESTINATION}),
        await visitor.post("/login", form={"email": "sari@example.com", "password": world.PASSWORD}),
        await visitor.post("/dashboard/settings/", form={"name": "Sari", "language": "id"}),
    ):
        seen |= {line.partition("=")[0].removeprefix("__Host-") for line in response.headers.getlist("Set-Cookie")}
    assert seen <= known and {"kliqs_language", "kliqs_session", "kliqs_guest", "kliqs_notice", "kliqs_known"} <= seen


def test_scripts_keep_nothing_in_the_browser() -> None:
    scripts = sorted((ROOT / "static" / "js").rglob("*.js"))
    assert scripts
    for path in scripts:
        assert not re.search(r"localStorage|sessionStorage|indexedDB|document\.cookie|caches\.", path.read_text()), path
