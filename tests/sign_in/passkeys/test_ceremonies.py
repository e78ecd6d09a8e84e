"""What kinds of passkeys are taken, and what the library that verifies them costs."""

import ast
from pathlib import Path

import pytest

from app.kernel.package_files import PACKAGE
from app.sign_in.passkeys.models import Passkey
from tests.authenticator import P256, Authenticator, Ed25519, Key, Rsa
from tests.client import Browser
from tests.counting import queries
from tests.sign_in.passkeys.conftest import PASSKEYS, SECURITY, add, options_of, send


@pytest.mark.parametrize("kind", [P256, Ed25519, Rsa])
async def test_every_usual_kind_of_key_signs_in(as_sari: Browser, visitor: Browser, kind: type[Key]) -> None:
    device = Authenticator(kind=kind)
    await add(as_sari, device)
    assert (await send(visitor, device.sign(await options_of(visitor)))).status_code == 303


async def test_the_browser_is_offered_the_kinds_that_are_taken_and_no_others(as_sari: Browser) -> None:
    offered = (await options_of(as_sari, PASSKEYS))["pubKeyCredParams"]
    assert [each["alg"] for each in offered] == [-7, -8, -257]


@pytest.mark.parametrize(("attestation", "count"), [("packed", 1), ("fido-u2f", 0), ("tpm", 0), ("invented", 0)])
async def test_an_authenticator_may_sign_its_own_key_but_needs_no_certificate(
    as_sari: Browser, attestation: str, count: int
) -> None:
    made = Authenticator().make(await options_of(as_sari, PASSKEYS), attestation=attestation)
    await send(as_sari, made, PASSKEYS)
    assert await Passkey.all().count() == count


def top_level_imports(path: Path) -> set[str]:
    nodes = ast.parse(path.read_text()).body
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return names | {str(node.module) for node in nodes if isinstance(node, ast.ImportFrom)}


def test_no_process_imports_the_library_before_a_passkey_is_used() -> None:
    imported = {name.partition(".")[0] for path in PACKAGE.rglob("*.py") for name in top_level_imports(path)}
    assert "quart" in imported and not imported & {"webauthn", "cbor2", "OpenSSL"}


async def test_passkeys_cost_the_sign_in_page_no_query_and_the_settings_one(
    visitor: Browser, as_sari: Browser, phone: Authenticator
) -> None:
    with queries() as sent:
        await visitor.get("/login")
    assert not sent
    with queries() as sent:
        await as_sari.get(SECURITY)
    assert sum("webauthn" in each for each in sent) == 1
