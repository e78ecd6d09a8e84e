"""Secrets do not come back: no page that offers a form again, or shows it with its faults, holds one that was typed."""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from jinja2 import nodes
from quart import Quart
from werkzeug.exceptions import ServiceUnavailable, TooManyRequests
from werkzeug.routing import Rule

from app.accounts.models import Account, Session
from app.kernel import clock, sensitive_form_fields
from app.kernel.package_files import ROOT
from app.payloads.registry import KINDS
from app.web import resubmit
from app.web.resubmit import SubmittedForm
from tests import world
from tests.client import Browser
from tests.gateway.offering import offer_model
from tests.operators_at_work import make_operator
from tests.route_paths import fill_rule
from tests.sign_in.letters import send_mail

TEMPLATES = ROOT / "templates"
TYPED = "typed-in-secret"
HX = {"HX-Request": "true", "HX-Request-Type": "partial"}
CONTROLS = {"field", "email", "person", "select", "textarea", "check"}
NAMED_ELSEWHERE = {  # templates whose secret fields get their names from the registry, or from a field's declaration
    "errors/_resubmit.html",
    "errors/visitor.html",
    "gateway/assistant/page.html",
    "qr/_content.html",
}


def filled() -> dict[str, str]:
    """A form with every secret field there is, also as the QR designer calls them, and one that is none."""
    return {"title": "Kopi"} | {
        prefix + name: f"{TYPED}-{name}"
        for name in sensitive_form_fields.secret_field_names()
        for prefix in ("", "given-")
    }


def forms(app: Quart) -> Iterator[tuple[Rule, str]]:
    """Every address that takes a form."""
    for rule in app.url_map.iter_rules():
        if "POST" in (rule.methods or set()) and not rule.rule.startswith(("/api/", "/v1/")):
            yield rule, fill_rule(rule.rule)


async def answer_to(browser: Browser, path: str, form: dict[str, str], headers: dict[str, str] | None = None) -> str:
    response = await browser.post(path, form=form, headers=headers or {})
    return await response.get_data(as_text=True) + str(response.headers)


def test_the_registry_knows_the_fields_of_templates_and_of_payloads(app: Quart) -> None:
    assert {"password", "current", "factor_code", "token", "key"} <= set(sensitive_form_fields.secret_field_names())
    for kind in KINDS.values():
        for field in kind.fields:
            assert sensitive_form_fields.is_secret_field(f"given-{field.name}") == field.secret
    assert {field.name for kind in KINDS.values() for field in kind.fields if field.secret} == {"password"}
    assert not any(
        sensitive_form_fields.is_secret_field(name) for name in ("email", "url", "", "keys", "passwords", "seal")
    )


async def test_no_form_brings_a_secret_back_to_who_is_signed_out(app: Quart, visitor: Browser, database: str) -> None:
    kept = 0
    for rule, path in forms(app):
        text = await answer_to(visitor, path, filled())
        assert TYPED not in text, rule.rule
        kept += 'name="typed"' in text and "Kopi" in text
    assert kept > 50, "what is no secret is kept"


@pytest.mark.parametrize("error", [TooManyRequests(), ServiceUnavailable()])
async def test_no_form_brings_a_secret_back_when_it_could_not_be_taken(
    app: Quart, as_sari: Browser, sari: Account, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    async def fails(**_: Any) -> None:
        raise error

    send_mail()  # without it there are no forms of ways in by mail
    await offer_model()  # without any, there are no pages of models
    await make_operator(sari)
    await Session.all().update(second_factor_at=clock.now())
    for rule, path in forms(app):
        monkeypatch.setitem(app.view_functions, rule.endpoint, fails)
        text = await answer_to(as_sari, path, filled())
        assert TYPED not in text and "Kopi" in text, rule.rule
        matches = set(re.findall(r'name="([\w-]+)" type="password"', text))
        assert matches == filled().keys() - {"title"}, "each is asked for again"


async def test_no_form_brings_a_secret_back_when_it_is_refused(app: Quart, as_sari: Browser, sari: Account) -> None:
    link = await world.shorten(sari, "promo")
    paths = {path for _, path in forms(app)} - {"/logout"} | {f"/dashboard/links/{link.id}", "/promo"}
    for path in sorted(paths):
        text = await answer_to(as_sari, path, filled() | {"email": "nobody", "slug": "!", "url": "!"})
        assert TYPED not in text, path
    await as_sari.post("/logout")
    for path in sorted(found_path for found_path in paths if not found_path.startswith("/dashboard/")):
        text = await answer_to(as_sari, path, filled() | {"email": "nobody", "slug": "!", "url": "!"})
        assert TYPED not in text, path


async def test_a_refused_link_says_that_its_password_must_be_typed_again(as_sari: Browser, sari: Account) -> None:
    link = await world.shorten(sari, "promo")
    for path in ("/dashboard/links/", f"/dashboard/links/{link.id}"):
        form = {"url": "nonsense", "slug": "promo", "password": TYPED, "version": "1"}
        whole = await (await as_sari.post(f"{path}?lang=en", form=form)).get_data(as_text=True)
        assert "Please type it again" in whole and TYPED not in whole
        piece = await (await as_sari.post(f"{path}?lang=en", form=form, headers=HX)).get_data(as_text=True)
        assert "Please type it again" not in piece, "merged into a page where it still is as it was typed"
        for text in (whole, piece):
            assert re.search(r"<details[^>]* open>(?:(?!</details>).)*type=\"password\"", text, re.DOTALL)


async def test_a_link_that_is_there_already_does_not_lose_the_password_of_the_next(
    as_sari: Browser, sari: Account
) -> None:
    link = await world.shorten(sari, "promo")
    form = {"url": link.destination_url, "password": TYPED}
    whole = await (await as_sari.post("/dashboard/links/?lang=en", form=form)).get_data(as_text=True)
    assert "Make another one" in whole and "Please type it again" in whole and TYPED not in whole
    piece = await as_sari.post("/dashboard/links/?lang=en", form=form, headers=HX)
    text = await piece.get_data(as_text=True)
    assert "Make another one" in text and "Please type it again" not in text and TYPED not in text
    assert piece.headers["HX-Reswap"] == "outerMorph", "the field keeps what was typed"


async def test_the_designer_asks_for_the_password_of_a_network_again(as_sari: Browser) -> None:
    form = {"kind": "wifi", "given-network": "", "given-password": TYPED, "given-security": "WPA"}
    response = await as_sari.post("/dashboard/qr/", form=form)
    text = await response.get_data(as_text=True)
    [control] = re.findall(r'<input[^>]*name="given-password"[^>]*>', text)
    assert response.status_code == 422 and "value=" not in control and 'type="password"' in control
    assert TYPED not in text and "Ketik lagi, ya" in text


async def test_what_is_sent_after_signing_in_again_asks_for_the_network_s_password(
    visitor: Browser, sari: Account
) -> None:
    form = {"kind": "wifi", "given-network": "Rumah", "given-password": TYPED, "given-security": "WPA"}
    text = await answer_to(visitor, "/dashboard/qr/", form)
    typed = html.unescape((re.findall(r'name="typed" value="([^"]*)"', text) or [""])[0])
    form_values = {"typed": typed, "email": "sari@example.com", "password": world.PASSWORD}
    text = await answer_to(visitor, "/login/again?lang=en", form_values)
    assert 'name="given-password" type="password"' in text and 'value="Rumah"' in text and ">Password<" in text


@pytest.mark.parametrize("names", [["password", "nonsense"], [1, None, "password"], [["password"], "password"]])
def test_only_secrets_are_asked_for_and_none_is_carried(app: Quart, names: list[Any]) -> None:
    fields = [["title", "Kopi"], ["given-password", TYPED]]
    read = SubmittedForm.read(json.dumps(["/dashboard/links/", fields, names]), below="/dashboard/")
    assert read and read.fields == [("title", "Kopi")] and read.secrets == ["password"]


async def test_making_a_key_again_asks_for_no_code(visitor: Browser, database: str) -> None:
    text = await answer_to(visitor, "/dashboard/settings/api-keys/", {"name": "shop", "once": "a-random-one"})
    assert '"once", "a-random-one"' in html.unescape(text)


def test_one_macro_renders_every_secret_field(made_once: Quart) -> None:
    for path in TEMPLATES.rglob("*.html"):
        here, text = path.relative_to(TEMPLATES).as_posix(), re.sub(r"{#.*?#}", "", path.read_text(), flags=re.DOTALL)
        if here == "shared/ui.html":
            assert text.count('type="password"') == 2, "as what the two macros render by default"
            continue
        assert not re.search(r"""type\s*[=:]\s*["']?password""", text), f"{here}: use ui.password or ui.secret_input"
        written = set(re.findall(r"""name=["']([\w-]+)["']""", text))
        for call in made_once.jinja_env.parse(text).find_all(nodes.Call) if "ui." in text else ():
            macro, name = getattr(call.node, "attr", ""), call.args[1] if len(call.args) > 1 else None
            if macro in resubmit.MACROS:
                assert isinstance(name, nodes.Const) or here in NAMED_ELSEWHERE, f"{here}: a name that nobody can read"
            elif macro in CONTROLS and isinstance(name, nodes.Const):
                written.add(str(name.value))
        hidden = {name for name in written if sensitive_form_fields.is_secret_field(name)}
        assert not hidden, f"{here}: {hidden} are rendered past the macro"
