"""The forms of signing up and in: all that is wrong is said at once, by its field, and a GET signs nobody in."""

import html
import re

import pytest
from quart import Quart

from app.accounts.models import Account, Session
from app.accounts.sign_up_checks import AgeNotConfirmed, InvalidEmail, NameMissing, check_sign_up
from app.kernel import i18n
from app.kernel.passwords import WeakPassword
from app.kernel.refusal import Faults
from app.web.resubmit import SubmittedForm
from tests.client import Browser
from tests.world import PASSWORD

RANI = {"name": "Rani", "email": "rani@example.com", "password": PASSWORD, "of_age": "on", "language": "en"}
AGAIN = "Please type it again"


async def page(browser: Browser, path: str, form: dict[str, str] | None = None, status: int = 200) -> str:
    path += "?lang=en"
    response = await (browser.get(path) if form is None else browser.post(path, form=form))
    assert response.status_code == status
    return html.unescape(await response.get_data(as_text=True))


async def test_all_faults_of_a_sign_up_are_raised_at_once() -> None:
    with pytest.raises(Faults) as refused:
        await check_sign_up("rani", " ", "short", of_age=False)
    assert [type(refusal) for refusal in refused.value.refusals] == [
        NameMissing,
        InvalidEmail,
        WeakPassword,
        AgeNotConfirmed,
    ]


async def test_all_faults_of_the_sign_up_form_are_said_by_their_fields(visitor: Browser, database: str) -> None:
    text = await page(visitor, "/signup", {"name": "", "email": "rani", "password": "short"}, 422)
    for note in ("name-note", "email-note", "password-note", "of-age-note"):
        assert f'class="field__error" id="{note}"' in text
    assert 'value="rani"' in text and await Account.all().count() == 0
    [first] = re.findall(r"^[^<]*", text.partition(" autofocus")[0].rpartition("<")[2])
    assert 'id="name"' in first, "the first of them has the focus"


async def test_no_field_is_blamed_that_is_fine(visitor: Browser, database: str) -> None:
    text = await page(visitor, "/signup", RANI | {"email": "rani"}, 422)
    assert re.findall(r'class="field__error" id="([\w-]+)"', text) == ["email-note", "password-note"]
    assert text.count(AGAIN) == 1 and PASSWORD not in text


async def test_a_password_must_be_typed_again_after_a_missing_tick_and_the_form_says_so(
    visitor: Browser, database: str
) -> None:
    text = await page(visitor, "/signup", {key: value for key, value in RANI.items() if key != "of_age"}, 422)
    assert AGAIN in text and PASSWORD not in text
    assert 'value="Rani"' in text and 'value="rani@example.com"' in text
    assert (
        "ketik lagi"
        in (await (await visitor.post("/signup?lang=id", form=RANI | {"email": "x"})).get_data(as_text=True)).lower()
    )
    assert AGAIN not in await page(visitor, "/signup")
    assert AGAIN not in await page(visitor, "/signup", RANI | {"password": ""}, 422), "none was typed"


async def test_a_wrong_sign_in_keeps_the_email_and_says_one_thing_by_the_password(
    visitor: Browser, sari: Account
) -> None:
    text = await page(visitor, "/login", {"email": "sari@example.com", "password": "wrong"}, 422)
    assert 'value="sari@example.com"' in text and "do not match. 9 tries left." in text and AGAIN not in text


async def test_a_get_never_signs_in(visitor: Browser, sari: Account) -> None:
    typed = SubmittedForm("/dashboard/links/", [("url", "https://example.com")], []).text
    form = {"typed": typed, "email": "sari@example.com", "password": PASSWORD}
    for path in ("/login/again", "/login", "/signup"):
        response = await visitor.open(path, method="GET", form=form)
        assert response.status_code in {200, 303} and "kliqs_session" not in str(response.headers)
        response = await visitor.get(path, query_string=form)
        assert "kliqs_session" not in str(response.headers)
    assert await Session.all().count() == 0


@pytest.mark.parametrize(
    "path", ["/login", "/signup", "/dashboard/settings/", "/dashboard/settings/security", "/dashboard/settings/privacy"]
)
async def test_every_control_tells_keyboards_and_browsers_what_it_is_for(as_sari: Browser, path: str) -> None:
    if path in {"/login", "/signup"}:
        await as_sari.post("/logout")
    text = await (await as_sari.get(path)).get_data(as_text=True)
    main = text.partition("<main")[2]
    controls = re.findall(r"<(?:input|select|textarea)\b[^>]*>", main)
    seen = [one for one in controls if not re.search(r'type="(hidden|checkbox|radio|file|range)"', one)]
    assert seen
    for control in seen:
        assert "autocomplete=" in control, control
        if 'type="email"' in control and "readonly" not in control:
            assert 'inputmode="email"' in control and 'autocapitalize="none"' in control
        if 'type="password"' in control:
            assert 'autocapitalize="none"' in control and 'spellcheck="false"' in control


async def test_a_code_that_was_used_meanwhile_is_said_on_the_sign_up_form(
    visitor: Browser, monkeypatch: pytest.MonkeyPatch, database: str
) -> None:
    await visitor.post("/start/link", form={"url": "https://example.com/a"})
    guest = await Account.get(guest_digest__isnull=False)

    async def claimed_meanwhile() -> Account:
        await Account.filter(id=guest.id).update(guest_digest=None)
        return guest

    monkeypatch.setattr("app.accounts.claim_cookie.guest_of_browser", claimed_meanwhile)
    text = await page(visitor, "/signup", RANI | {"take_along": "on"}, 422)
    i18n.set_language("en")
    assert (
        i18n.gettext(
            "That save code is not valid. It may be mistyped, or what it belonged to has been moved into an account."
        )
        in text
    )


async def test_every_page_behind_the_sign_in_offers_to_sign_out(app: Quart, as_sari: Browser) -> None:
    pages = [
        rule.rule
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith("/dashboard/") and not rule.arguments and "GET" in (rule.methods or set())
    ]
    seen = 0
    for path in pages:
        if path.endswith(("/feed", "/events")):  # streams
            continue
        response = await as_sari.get(path)
        text = await response.get_data(as_text=True) if response.mimetype == "text/html" else ""
        if response.status_code == 200 and "<body" in text:
            assert re.search(r'<form[^>]*action="/logout"[^>]*method="post"', text), path
            seen += 1
    assert seen > 20
