"""Passkeys in the security settings: added, renamed and removed by their user, who cannot lock themselves out."""

import asyncio
import json
import re
from datetime import timedelta
from uuid import uuid4

import cbor2
import pytest

from app.accounts.models import Account, Session
from app.accounts.security_log import SecurityEvent
from app.accounts.user import User
from app.kernel import i18n, installation
from app.mail.models import OutgoingEmail
from app.sign_in.passkeys import registration
from app.sign_in.passkeys.models import Passkey, PasskeyChallenge
from tests import authenticator, world
from tests.authenticator import AT, BE, BS, ICLOUD, UP, UV, Authenticator, altered
from tests.client import Browser
from tests.conftest import Clock
from tests.sign_in.passkeys.conftest import PASSKEYS, SECURITY, add, options_of, send, text_of
from tests.subtests import as_subtests


async def page(browser: Browser, path: str = SECURITY) -> str:
    response = await browser.get(f"{path}?lang=en")
    assert response.status_code == 200
    return await text_of(response)


async def test_a_passkey_is_made_for_this_host_and_found_without_a_name(as_sari: Browser, sari: Account) -> None:
    options = await options_of(as_sari, PASSKEYS)
    user = await world.owner(sari)
    assert options["rp"] == {"name": "Kliqs", "id": "kliqs.test"} and options["attestation"] == "none"
    assert options["authenticatorSelection"] == {
        "residentKey": "required",
        "requireResidentKey": True,
        "userVerification": "required",
    }
    assert len(authenticator.decode(options["challenge"])) == 32
    handle = authenticator.decode(options["user"]["id"])
    assert len(handle) == 32 and str(user.id).encode() not in handle and user.id.bytes not in handle
    assert options["user"]["name"] == "sari@example.com"


async def test_an_added_passkey_is_shown_logged_and_mailed(as_sari: Browser, sari: Account) -> None:
    phone = Authenticator(aaguid=ICLOUD, flags=UP | UV | BE | BS)
    await add(as_sari, phone)
    text = await page(as_sari)
    assert "Passkey di iCloud Keychain" in text and "on all devices of that account" in text
    [event] = await SecurityEvent.filter(kind="passkey_added")
    assert event.detail == "Passkey di iCloud Keychain"
    [letter] = await OutgoingEmail.filter(kind="passkey")
    assert letter.recipient == "sari@example.com" and "iCloud Keychain" in letter.text


async def test_a_passkey_of_an_unknown_kind_is_named_after_the_device(
    as_sari: Browser, phone: Authenticator, passkey: Passkey
) -> None:
    assert passkey.name == "Passkey di Firefox · Linux" and not passkey.backed_up
    assert "on all devices of that account" not in await page(as_sari)


async def test_a_second_authenticator_gets_the_same_handle_and_one_that_has_a_passkey_is_named(
    as_sari: Browser, phone: Authenticator
) -> None:
    options = await options_of(as_sari, PASSKEYS)
    assert [each["id"] for each in options["excludeCredentials"]] == [authenticator.encode(phone.credentials[0].id)]
    laptop = Authenticator()
    await add(as_sari, laptop)
    assert laptop.credentials[0].user_handle == phone.credentials[0].user_handle
    assert await Passkey.all().count() == 2


async def test_handles_of_two_users_differ(as_sari: Browser, as_budi: Browser) -> None:
    options = [await options_of(browser, PASSKEYS) for browser in (as_sari, as_budi)]
    assert options[0]["user"]["id"] != options[1]["user"]["id"]


@pytest.mark.parametrize(
    "broken",
    [{"origin": "https://evil.example"}, {"rp_id": "evil.example"}, {"flags": UP}, {"flags": UV}],
    ids=["origin", "host", "unverified", "absent"],
)
async def test_a_passkey_made_elsewhere_or_without_the_user_is_not_added(
    as_sari: Browser, broken: dict[str, str]
) -> None:
    made = Authenticator().make(await options_of(as_sari, PASSKEYS), **broken)  # type: ignore[arg-type]
    await send(as_sari, made, PASSKEYS)
    assert await Passkey.all().count() == 0 and "was not accepted" in await page(as_sari)


@as_subtests("cose", [{}, {1: 2, 3: -7, -1: 1, -2: bytes(32), -3: bytes(32)}, {1: 2, 3: -65535}, "x", 7])
async def test_a_key_that_is_none_is_not_added(as_sari: Browser, cose: object) -> None:
    options = await options_of(as_sari, PASSKEYS)
    made = json.loads(Authenticator().make(options))
    data = cbor2.loads(authenticator.decode(made["response"]["attestationObject"]))["authData"]
    data = data[:32] + bytes([UP | UV | AT]) + data[33 : 55 + 32] + cbor2.dumps(cose)
    attestation = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": data})
    await send(as_sari, altered(json.dumps(made), attestationObject=authenticator.encode(attestation)), PASSKEYS)
    assert await Passkey.all().count() == 0 and "was not accepted" in await page(as_sari)


@as_subtests("text", ["", "[]", "[" * 20_000, '{"id": "' + "A" * 40_000 + '"}'])
async def test_nonsense_adds_nothing(as_sari: Browser, text: str) -> None:
    assert (await send(as_sari, text, PASSKEYS)).status_code == 303
    assert await Passkey.all().count() == 0


async def test_a_challenge_adds_one_passkey_for_its_user_in_its_browser_in_time(
    as_sari: Browser, as_budi: Browser, sari: Account, stranger: Browser, moved: Clock
) -> None:
    made = Authenticator().make(await options_of(as_sari, PASSKEYS))
    await options_of(as_budi, PASSKEYS)
    await send(as_budi, made, PASSKEYS)
    stranger.sign_in(await world.begin_session(sari))
    await send(stranger, made, PASSKEYS)
    assert await Passkey.all().count() == 0
    await send(as_sari, made, PASSKEYS)
    await send(as_sari, made, PASSKEYS)
    assert await Passkey.all().count() == 1
    late = Authenticator().make(await options_of(as_sari, PASSKEYS))
    moved.on(timedelta(minutes=5, seconds=1))
    await send(as_sari, late, PASSKEYS)
    assert await Passkey.all().count() == 1 and "took too long" in await page(as_sari)


async def test_of_fifty_uses_of_one_challenge_exactly_one_adds(as_sari: Browser) -> None:
    made = Authenticator().make(await options_of(as_sari, PASSKEYS))
    await asyncio.gather(*(send(as_sari, made, PASSKEYS) for _ in range(50)))
    assert await Passkey.all().count() == 1
    assert await OutgoingEmail.filter(kind="passkey").count() == 1


async def test_a_passkey_is_of_one_user_alone(as_budi: Browser, phone: Authenticator, passkey: Passkey) -> None:
    taken = phone.credentials[0]
    copycat = Authenticator()
    options = await options_of(as_budi, PASSKEYS)
    made = copycat.make(options)
    assert len(copycat.credentials[0].id) == len(taken.id)
    attestation = authenticator.decode(json.loads(made)["response"]["attestationObject"])
    attestation = attestation.replace(copycat.credentials[0].id, taken.id)
    made = altered(
        made,
        attestationObject=authenticator.encode(attestation),
        id=authenticator.encode(taken.id),
        rawId=authenticator.encode(taken.id),
    )
    await send(as_budi, made, PASSKEYS)
    assert [each.user_id for each in await Passkey.all()] == [passkey.user_id]
    security = await page(as_budi)
    assert "is there already" in security and "flash--bad" in security, "a refusal does not look like a success"


async def test_the_number_of_passkeys_is_limited_for_several_at_once(
    as_sari: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registration, "MAX_PASSKEYS", 3)
    made = [Authenticator().make(await options_of(as_sari, PASSKEYS)) for _ in range(5)]
    await asyncio.gather(*(send(as_sari, each, PASSKEYS) for each in made))
    assert await Passkey.all().count() == 3


@pytest.mark.parametrize("way", ["add", "options", "remove"])
async def test_adding_and_removing_ask_again_who_one_is(
    as_sari: Browser, phone: Authenticator, passkey: Passkey, moved: Clock, way: str
) -> None:
    moved.on(timedelta(minutes=16))
    path = {"add": PASSKEYS, "options": f"{PASSKEYS}/options", "remove": f"{PASSKEYS}/{passkey.id}/remove"}[way]
    response = await as_sari.post(f"{path}?lang=en", form={"credential": "{}"})
    assert response.status_code == 401 and "Is it you?" in await text_of(response)
    assert await Passkey.all().count() == 1 and await PasskeyChallenge.all().count() == 0
    asked = await as_sari.get(f"{PASSKEYS}/{passkey.id}/remove")
    assert asked.headers["Location"].startswith("/dashboard/confirm/?next=")


async def test_a_passkey_is_renamed(as_sari: Browser, passkey: Passkey) -> None:
    path = f"{PASSKEYS}/{passkey.id}"
    assert passkey.name in await page(as_sari, path)
    assert (await as_sari.post(path, form={"name": "  Ponsel <b>merah</b> "})).status_code == 303
    assert "Ponsel &lt;b&gt;merah&lt;/b&gt;" in await page(as_sari)
    for name in ("", " ", "a" * 61):
        refused = await as_sari.post(f"{path}?lang=en", form={"name": name})
        assert refused.status_code in {400, 422} and 'id="f-name-note"' in await text_of(refused)
    assert (await Passkey.get()).name == "Ponsel <b>merah</b>"


async def test_a_removed_passkey_is_gone_logged_and_mailed(as_sari: Browser, passkey: Passkey) -> None:
    path = f"{PASSKEYS}/{passkey.id}/remove"
    assert "stays on its device" in await page(as_sari, path)
    assert (await as_sari.post(path)).status_code == 303
    assert await Passkey.all().count() == 0
    [event] = await SecurityEvent.filter(kind="passkey_removed")
    assert event.detail == passkey.name
    letters = [letter.subject for letter in await OutgoingEmail.filter(kind="passkey").order_by("created_at")]
    assert len(letters) == 2 and "dihapus" in letters[1]
    assert (await as_sari.post(path)).status_code == 404


async def test_nobody_else_sees_or_touches_a_passkey(as_budi: Browser, passkey: Passkey) -> None:
    for path in (f"{PASSKEYS}/{passkey.id}", f"{PASSKEYS}/{passkey.id}/remove", f"{PASSKEYS}/{uuid4()}"):
        assert (await as_budi.get(path)).status_code == 404
        assert (await as_budi.post(path, form={"name": "mine"})).status_code == 404
    assert (await Passkey.get()).name == passkey.name and passkey.name not in await page(as_budi)


async def test_the_last_way_in_stays(as_sari: Browser, passkey: Passkey, sari: Account) -> None:
    await User.filter(id=passkey.user_id).update(password_hash="")
    path = f"{PASSKEYS}/{passkey.id}/remove"
    assert "Add another one first" in await page(as_sari, path)
    refused = await as_sari.post(f"{path}?lang=en")
    assert refused.status_code == 422 and "Add another one first" in await text_of(refused)
    assert await Passkey.all().count() == 1
    await Passkey.filter(id=passkey.id).update(rp_id="old.kliqs.test")
    assert (await as_sari.post(path)).status_code == 303, "a passkey of another host is no way in"


async def test_of_two_last_ways_removed_at_once_one_stays(as_sari: Browser, passkey: Passkey) -> None:
    await add(as_sari, Authenticator())
    await User.filter(id=passkey.user_id).update(password_hash="")
    paths = [f"{PASSKEYS}/{each.id}/remove" for each in await Passkey.all()]
    responses = await asyncio.gather(*(as_sari.post(path) for path in paths))
    assert sorted(response.status_code for response in responses) == [303, 422]
    assert await Passkey.all().count() == 1


async def test_a_passkey_of_an_old_host_is_marked(as_sari: Browser, passkey: Passkey) -> None:
    assert "Not for this address" not in await page(as_sari)
    await Passkey.filter(id=passkey.id).update(rp_id="old.kliqs.test")
    text = await page(as_sari)
    assert "Not for this address" in text and "old.kliqs.test" in text


async def test_the_page_may_make_passkeys_and_a_demo_has_none(
    as_sari: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    response = await as_sari.get(SECURITY)
    policy = response.headers["Permissions-Policy"]
    assert "publickey-credentials-create=(self)" in policy and "publickey-credentials-get=()" in policy
    assert "js/passkeys" in await text_of(response)
    current = installation.current()
    monkeypatch.setattr(current, "config", current.config.model_copy(update={"read_only": True}))
    response = await as_sari.get(SECURITY)
    assert "js/passkeys" not in await text_of(response)
    assert "publickey-credentials-create=()" in response.headers["Permissions-Policy"]


async def test_passkeys_go_with_their_user(passkey: Passkey, sari: Account) -> None:
    await (await world.owner(sari)).delete()
    assert await Passkey.all().count() == 0 and await PasskeyChallenge.all().count() == 0


async def test_the_first_name_is_in_the_language_of_the_page(as_sari: Browser) -> None:
    made = Authenticator(aaguid=ICLOUD).make(await options_of(as_sari, PASSKEYS))
    await as_sari.post(PASSKEYS, form={"credential": made})
    with i18n.language_context("id", "Asia/Jakarta"):
        assert (await Passkey.get()).name == i18n.gettext("Passkey in %(provider)s") % {"provider": "iCloud Keychain"}


async def test_a_session_does_not_end_with_a_passkey(as_sari: Browser, passkey: Passkey) -> None:
    before = await Session.all().count()
    await as_sari.post(f"{PASSKEYS}/{passkey.id}/remove")
    assert await Session.all().count() == before


async def test_this_was_not_me_removes_what_an_intruder_added_and_keeps_older_passkeys(
    as_sari: Browser, visitor: Browser, phone: Authenticator, passkey: Passkey, moved: Clock
) -> None:
    moved.on(timedelta(days=8))
    as_sari.sign_in(await Session.begin(await User.get(id=passkey.user_id), ""))
    await add(as_sari, Authenticator())
    letter = await OutgoingEmail.filter(kind="passkey").order_by("-created_at").first()
    [path] = set(re.findall(r"https://kliqs.test(/not-me/[\w-]+)", letter.text if letter else ""))
    await visitor.get(path)
    assert await Passkey.all().count() == 2, "scanners open links"
    await visitor.post(path)
    assert [each.id for each in await Passkey.all()] == [passkey.id]
    assert (await send(visitor, phone.sign(await options_of(visitor)))).status_code == 303
