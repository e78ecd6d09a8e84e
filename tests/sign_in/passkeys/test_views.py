"""Signing in with a passkey: whoever holds it gets in, and nobody else, whatever they send."""

import asyncio
import json
import re
from datetime import timedelta
from typing import Any

import pytest
from quart import Quart

from app.accounts.models import Account, Membership, Session
from app.accounts.security_log import SecurityEvent
from app.accounts.user import User
from app.kernel import clock, installation
from app.kernel.package_files import resource
from app.kernel.surfaces import Site
from app.mail.models import OutgoingEmail
from app.sign_in.passkeys import verification
from app.sign_in.passkeys.models import Passkey, PasskeyChallenge
from tests import authenticator, world
from tests.authenticator import UP, UV, Authenticator, Credential, altered
from tests.client import Browser
from tests.conftest import Clock
from tests.sign_in.passkeys.conftest import LOGIN, PASSKEYS, SECURITY, add, is_signed_in, options_of, send, text_of
from tests.subtests import as_subtests

REFUSED = "That passkey was not accepted."
TOO_LATE = "That took too long."


async def kinds(account: Account) -> list[str]:
    """The events of the security log of the account's owner."""
    user = await world.owner(account)
    return [event.kind for event in await SecurityEvent.filter(user_id=user.id).order_by("id")]


async def assert_refused(browser: Browser, answer: str, says: str = REFUSED) -> None:
    response = await send(browser, answer)
    assert response.status_code == 422 and says in await text_of(response)
    assert not await is_signed_in(browser)


async def test_a_passkey_signs_in_without_an_email_or_a_password(
    visitor: Browser, phone: Authenticator, sari: Account
) -> None:
    options = await options_of(visitor)
    assert options["userVerification"] == "required" and not options.get("allowCredentials")
    response = await send(visitor, phone.sign(options), next="/dashboard/qr/")
    assert (response.status_code, response.headers["Location"]) == (303, "/dashboard/qr/")
    assert await is_signed_in(visitor)
    assert (await kinds(sari))[-1] == "signed_in_by_passkey"
    assert "Signed in with a passkey" in await text_of(await visitor.get(f"{SECURITY}?lang=en"))
    stored = await Passkey.get()
    assert stored.last_used_at is not None and stored.sign_count == 1


async def test_signing_in_begins_a_new_session_and_leads_nowhere_else(
    as_budi: Browser, phone: Authenticator, budi: Account
) -> None:
    response = await send(as_budi, phone.sign(await options_of(as_budi)), next="https://evil.example/")
    assert response.headers["Location"].startswith("/dashboard/")
    assert await Session.filter(user=await world.owner(budi)).count() == 0, "the session of before is gone"


async def test_a_form_typed_before_the_session_ended_is_shown_again(visitor: Browser, phone: Authenticator) -> None:
    typed = json.dumps(["/dashboard/links/", [["url", "https://example.com/typed"]], []])
    response = await send(visitor, phone.sign(await options_of(visitor)), typed=typed)
    assert response.status_code == 200 and "https://example.com/typed" in await text_of(response)


async def test_somebody_who_will_be_deleted_is_first_shown_when_and_how_to_undo_it(
    visitor: Browser, phone: Authenticator, sari: Account
) -> None:
    await User.filter(id=(await world.owner(sari)).id).update(delete_at=clock.now() + timedelta(days=14))
    typed = json.dumps(["/dashboard/links/", [["url", "https://example.com/typed"]], []])
    response = await send(visitor, phone.sign(await options_of(visitor)), next="/dashboard/qr/", typed=typed)
    assert (response.status_code, response.headers["Location"]) == (303, "/dashboard/leaving/")


async def test_a_new_browser_is_told_by_mail(visitor: Browser, phone: Authenticator) -> None:
    await send(visitor, phone.sign(await options_of(visitor)))
    assert await OutgoingEmail.filter(kind="sign_in").count() == 1


@pytest.mark.parametrize(
    "broken",
    [
        {"origin": "https://kliqs.test.evil.example"},
        {"origin": "http://kliqs.test"},
        {"origin": "https://kliqs.test:8443"},
        {"rp_id": "evil.example"},
        {"flags": UP},
        {"flags": UV},
        {"crossOrigin": True},
        {"type": "webauthn.create"},
    ],
    ids=lambda broken: "-".join(f"{name}-{value}" for name, value in broken.items()),
)
async def test_what_is_signed_for_another_site_or_without_the_user_opens_nothing(
    visitor: Browser, phone: Authenticator, broken: dict[str, Any]
) -> None:
    await assert_refused(visitor, phone.sign(await options_of(visitor), **broken))


@pytest.mark.parametrize("part", ["signature", "authenticatorData", "clientDataJSON"])
async def test_an_answer_that_was_tampered_with_opens_nothing(
    visitor: Browser, phone: Authenticator, part: str
) -> None:
    signed = phone.sign(await options_of(visitor))
    data = bytearray(authenticator.decode(json.loads(signed)["response"][part]))
    data[-2 if part == "clientDataJSON" else -1] ^= 1  # of the client data the last byte is a bracket
    response = await send(visitor, altered(signed, **{part: authenticator.encode(bytes(data))}))
    assert response.status_code == 422 and not await is_signed_in(visitor)


@pytest.mark.parametrize(
    "nonsense",
    [
        "",
        "null",
        "[]",
        "{}",
        "[" * 20_000,
        '{"id": "' + "A" * 40_000 + '"}',
        '{"id": "\\ud800", "rawId": "a", "type": "public-key", "response": {}}',
    ],
    ids=["empty", "null", "list", "object", "deep", "long", "surrogate"],
)
async def test_nonsense_is_refused_as_every_other_answer_is(
    visitor: Browser, phone: Authenticator, nonsense: str
) -> None:
    await options_of(visitor)
    await assert_refused(visitor, nonsense)


@as_subtests("part", ["clientDataJSON", "authenticatorData", "signature", "userHandle"])
@as_subtests("value", [None, "", "A", "AAAA", 7, {"a": []}, "%%%", "W" * 4_000])
async def test_parts_of_the_wrong_kind_are_refused(
    visitor: Browser, phone: Authenticator, part: str, value: Any
) -> None:
    signed = altered(phone.sign(await options_of(visitor)), **{part: value})
    response = await send(visitor, signed)
    assert response.status_code == 422 and not await is_signed_in(visitor)


async def test_an_unknown_passkey_gets_the_same_answer_as_a_wrong_signature(app: Quart, phone: Authenticator) -> None:
    answers = []
    for credential in (
        Credential("kliqs.test", phone.credentials[0].user_handle),
        Credential("kliqs.test", phone.credentials[0].user_handle, id=phone.credentials[0].id),
    ):
        browser: Browser = app.test_client()  # type: ignore[assignment]
        response = await send(browser, phone.sign(await options_of(browser), credential=credential))
        answers.append((response.status_code, re.sub(r'value="[^"]*"', "", await text_of(response))))
    assert answers[0] == answers[1] and answers[0][0] == 422


async def test_a_passkey_of_somebody_else_opens_only_their_account(
    app: Quart, visitor: Browser, phone: Authenticator, as_budi: Browser, sari: Account
) -> None:
    other = Authenticator()
    await add(as_budi, other)
    with_handle_of_sari = Credential(
        "kliqs.test", phone.credentials[0].user_handle, other.credentials[0].id, other.credentials[0].key
    )
    await assert_refused(visitor, other.sign(await options_of(visitor), credential=with_handle_of_sari))
    assert (await send(visitor, other.sign(await options_of(visitor)))).status_code == 303
    assert "budi@example.com" in await text_of(await visitor.get(SECURITY))


async def test_a_passkey_without_the_handle_of_its_user_opens_nothing(visitor: Browser, phone: Authenticator) -> None:
    fields = json.loads(phone.sign(await options_of(visitor)))
    del fields["response"]["userHandle"]
    await assert_refused(visitor, json.dumps(fields))


async def test_a_passkey_made_for_another_host_opens_nothing(
    visitor: Browser, phone: Authenticator, passkey: Passkey
) -> None:
    await Passkey.filter(id=passkey.id).update(rp_id="old.kliqs.test")
    await assert_refused(visitor, phone.sign(await options_of(visitor)))


async def test_a_removed_passkey_opens_nothing(visitor: Browser, phone: Authenticator, passkey: Passkey) -> None:
    options = await options_of(visitor)
    await passkey.delete()
    await assert_refused(visitor, phone.sign(options))


async def test_an_answer_works_once(app: Quart, visitor: Browser, phone: Authenticator) -> None:
    signed = phone.sign(await options_of(visitor))
    assert (await send(visitor, signed)).status_code == 303
    await visitor.post("/logout")
    await assert_refused(visitor, signed, TOO_LATE)


async def test_a_refused_answer_uses_up_its_challenge(visitor: Browser, phone: Authenticator) -> None:
    options = await options_of(visitor)
    await assert_refused(visitor, phone.sign(options, flags=UP))
    await assert_refused(visitor, phone.sign(options), TOO_LATE)


async def test_an_answer_is_good_for_five_minutes(visitor: Browser, phone: Authenticator, moved: Clock) -> None:
    options = await options_of(visitor)
    moved.on(timedelta(minutes=5, seconds=1))
    await assert_refused(visitor, phone.sign(options), TOO_LATE)


async def test_an_answer_is_good_in_the_browser_that_asked_alone(
    visitor: Browser, stranger: Browser, phone: Authenticator
) -> None:
    signed = phone.sign(await options_of(visitor))
    await assert_refused(stranger, signed, TOO_LATE)
    await options_of(stranger)
    await assert_refused(stranger, signed, TOO_LATE)


async def test_two_tabs_of_a_browser_have_a_challenge_each(visitor: Browser, phone: Authenticator) -> None:
    first, second = await options_of(visitor), await options_of(visitor)
    assert first["challenge"] != second["challenge"]
    assert len(authenticator.decode(first["challenge"])) == 32
    assert (await send(visitor, phone.sign(first))).status_code == 303


async def test_a_challenge_of_the_settings_signs_nobody_in(
    as_sari: Browser, phone: Authenticator, sari: Account
) -> None:
    options = await options_of(as_sari, "/dashboard/confirm/passkey")
    response = await send(as_sari, phone.sign(options))
    assert response.status_code == 422 and TOO_LATE in await text_of(response)
    options = await options_of(as_sari, PASSKEYS)
    response = await send(as_sari, phone.sign({"challenge": options["challenge"], "rpId": "kliqs.test"}))
    assert response.status_code == 422 and TOO_LATE in await text_of(response)


async def test_of_fifty_uses_of_one_answer_at_once_exactly_one_signs_in(
    visitor: Browser, phone: Authenticator, sari: Account
) -> None:
    user, signed = await world.owner(sari), phone.sign(await options_of(visitor))
    before = await Session.filter(user=user).count()
    responses = await asyncio.gather(*(send(visitor, signed) for _ in range(50)))
    assert sorted(response.status_code for response in responses) == [303] + [422] * 49
    assert await Session.filter(user=user).count() - before <= 1


async def test_a_counter_that_went_back_is_refused_logged_and_mailed(
    visitor: Browser, phone: Authenticator, sari: Account
) -> None:
    for _ in range(3):
        assert (await send(visitor, phone.sign(await options_of(visitor)))).status_code == 303
        await visitor.post("/logout")
    phone.credentials[0].count = 1

    await assert_refused(visitor, phone.sign(await options_of(visitor)))

    assert (await kinds(sari))[-1] == "passkey_refused"
    letter = await OutgoingEmail.filter(kind="passkey").order_by("-created_at").first()
    assert letter and letter.recipient == "sari@example.com" and "ditolak" in letter.subject
    assert (await Passkey.get()).sign_count == 3


async def test_a_counter_that_stays_is_refused_and_of_two_at_once_one_signs_in(
    app: Quart, phone: Authenticator
) -> None:
    browsers: list[Browser] = [app.test_client(), app.test_client()]  # type: ignore[list-item]
    signed = []
    for browser in browsers:
        phone.credentials[0].count = 4
        signed.append(phone.sign(await options_of(browser)))
    responses = await asyncio.gather(*(send(*pair) for pair in zip(browsers, signed, strict=True)))
    assert sorted(response.status_code for response in responses) == [303, 422]


async def test_a_forged_counter_tells_nobody_that_a_passkey_was_copied(
    visitor: Browser, phone: Authenticator, sari: Account
) -> None:
    await send(visitor, phone.sign(await options_of(visitor)))
    await visitor.post("/logout")
    forger = Credential("kliqs.test", phone.credentials[0].user_handle, id=phone.credentials[0].id)
    letters = await OutgoingEmail.filter(kind="passkey").count()
    phone.counts = False
    await assert_refused(visitor, phone.sign(await options_of(visitor), credential=forger))
    assert await OutgoingEmail.filter(kind="passkey").count() == letters
    assert "passkey_refused" not in await kinds(sari)


async def test_an_authenticator_that_does_not_count_signs_in_again_and_again(
    visitor: Browser, phone: Authenticator
) -> None:
    phone.counts = False
    for _ in range(3):
        assert (await send(visitor, phone.sign(await options_of(visitor)))).status_code == 303
    phone.counts = True
    assert (await send(visitor, phone.sign(await options_of(visitor)))).status_code == 303
    phone.counts, phone.credentials[0].count = False, 0
    await visitor.post("/logout")
    await assert_refused(visitor, phone.sign(await options_of(visitor)))


async def test_challenges_are_limited_by_address(visitor: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verification.challenges_by_address, "most", 2)
    statuses = [(await visitor.post(f"{LOGIN}/options")).status_code for _ in range(3)]
    assert statuses == [200, 200, 429]
    assert await PasskeyChallenge.all().count() == 2


async def test_a_challenge_is_stored_as_a_hash_and_its_cookie_is_for_this_site_alone(visitor: Browser) -> None:
    response = await visitor.post(f"{LOGIN}/options")
    options = json.loads(await text_of(response))
    stored = await PasskeyChallenge.get()
    assert options["challenge"] not in (stored.digest, stored.browser_digest)
    cookie = response.headers["Set-Cookie"]
    assert re.match(r"__Host-kliqs_passkey=[\w-]{43}; .*Secure; HttpOnly; Path=/; SameSite=Strict", cookie)
    assert response.headers["Cache-Control"] == "no-store"


async def test_the_button_is_there_where_browsers_have_passkeys(
    visitor: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = await visitor.get("/login")
    text = await text_of(page)
    assert "js/passkeys" in text and re.search(r'<form [^>]*data-passkey="get"[^>]* hidden>', text), "script shows it"
    policy = page.headers["Permissions-Policy"]
    assert "publickey-credentials-get=(self)" in policy and "publickey-credentials-create=()" in policy
    monkeypatch.setattr(installation.current(), "site", Site.loopback("127.0.0.1:8000"))
    page = await visitor.get("/login")
    assert "passkey" not in await text_of(page)
    assert "publickey-credentials-get=()" in page.headers["Permissions-Policy"]
    assert (await visitor.post(f"{LOGIN}/options")).status_code == 404
    local = await visitor.get("/login", headers={"Host": "localhost:8000"})
    assert "js/passkeys" in await text_of(local)


async def test_the_script_is_small_and_on_no_other_page(visitor: Browser, as_sari: Browser) -> None:
    assert resource("static/js/passkeys.js").stat().st_size <= 2048
    for browser, path in ((visitor, "/signup"), (visitor, "/"), (as_sari, "/dashboard/links/")):
        page = await browser.get(path)
        assert "js/passkeys" not in await text_of(page)
        assert "publickey-credentials-get=()" in page.headers["Permissions-Policy"]


async def test_a_user_without_an_account_of_their_own_signs_in_too(
    visitor: Browser, phone: Authenticator, sari: Account
) -> None:
    await Membership.filter(account_id=sari.id).delete()
    assert (await send(visitor, phone.sign(await options_of(visitor)))).status_code == 303
