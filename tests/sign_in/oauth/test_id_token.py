"""ID tokens that nobody may trust are refused; at the callback they let nobody in."""

import base64
import hmac
import json
import time
from typing import Any

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from joserfc import jwk

from app.accounts.models import Session
from app.kernel import secrets
from app.kernel.oauth_settings import OauthProvider
from app.sign_in.oauth.id_token import InvalidIdToken, verify_id_token
from app.sign_in.oauth.models import Identity
from tests.client import Browser
from tests.sign_in.oauth.conftest import begin, come_back, notice_after, sign_in_with
from tests.sign_in.oauth.stand_in import CLIENT_ID, CLIENT_SECRET, StandIn, rsa_key

ISSUER, NONCE, ACCESS_TOKEN = "https://id.example", secrets.new_token(), secrets.new_token()
UNTRUSTED = "could not be verified"
NOW = int(time.time())


@pytest.fixture
def signer() -> StandIn:
    """A provider that is not served: it only signs tokens."""
    stand_in = StandIn()
    stand_in.issuer = ISSUER
    return stand_in


async def verify(signer: StandIn) -> dict[str, Any]:
    """Verifies a token of the signer with the keys that it publishes. Raises: InvalidIdToken."""

    async def find_keys(key_id: str | None) -> list[dict[str, Any]]:
        published = [key.as_dict(private=False) for key in signer.keys]
        return [key for key in published if key_id in {None, key["kid"]}]

    return await verify_id_token(
        signer.id_token(NONCE, ACCESS_TOKEN),
        OauthProvider("staff", "Staff", ISSUER, CLIENT_ID, CLIENT_SECRET),
        find_keys,
        nonce_digest=secrets.sha256_hex(NONCE),
        access_token=ACCESS_TOKEN,
    )


def encode(part: bytes) -> str:
    return base64.urlsafe_b64encode(part).rstrip(b"=").decode()


def unsigned(header: dict[str, Any], claims: dict[str, Any]) -> str:
    """A token with the algorithm `none` and no signature."""
    return f"{encode(json.dumps(header | {'alg': 'none'}).encode())}.{encode(json.dumps(claims).encode())}."


def signed_with_the_public_key(header: dict[str, Any], claims: dict[str, Any]) -> str:
    """A token with HS256, whose secret is the provider's public key in the form in which many programs hold it."""
    head = f"{encode(json.dumps(header | {'alg': 'HS256'}).encode())}.{encode(json.dumps(claims).encode())}"
    return f"{head}.{encode(hmac.digest(rsa_key().as_pem(private=False), head.encode(), 'sha256'))}"


def signed_with_a_critical_extension(header: dict[str, Any], claims: dict[str, Any]) -> str:
    """A token that is signed well, but whose header demands something that nobody here understands."""
    forged = json.dumps(header | {"crit": ["http://example.com/new"], "http://example.com/new": True})
    content = f"{encode(forged.encode())}.{encode(json.dumps(claims).encode())}"
    private = rsa_key().raw_value
    assert isinstance(private, rsa.RSAPrivateKey)
    return f"{content}.{encode(private.sign(content.encode(), padding.PKCS1v15(), hashes.SHA256()))}"


def wrong(name: str, value: Any) -> Any:
    """A case with one claim changed, named without its value, which changes with the time."""
    return pytest.param({name: value}, id=f"{name}-{type(value).__name__}")


@pytest.mark.parametrize(
    "claims",
    [
        wrong("aud", "another client"),
        wrong("aud", [CLIENT_ID, "another client"]),
        pytest.param({"aud": [CLIENT_ID, "another"], "azp": "another"}, id="azp of another audience"),
        wrong("azp", "another client"),
        pytest.param({"aud": []}, id="no audience"),
        wrong("aud", None),
        wrong("iss", "https://accounts.google.com"),
        wrong("iss", None),
        wrong("exp", NOW - 120),
        wrong("exp", None),
        wrong("exp", "never"),
        pytest.param({"exp": float("nan")}, id="exp that is no number"),
        wrong("iat", NOW + 3600),
        wrong("iat", None),
        wrong("nbf", NOW + 3600),
        wrong("nonce", secrets.new_token()),
        wrong("nonce", None),
        wrong("nonce", 1),
        pytest.param({"nonce": "ñ"}, id="nonce beyond ASCII"),
        wrong("sub", None),
        pytest.param({"sub": ""}, id="empty sub"),
        wrong("sub", 12),
        pytest.param({"sub": "x" * 256}, id="long sub"),
        pytest.param({"sub": "a\nb"}, id="sub of two lines"),
        wrong("at_hash", "of-another-token"),
        wrong("at_hash", 1),
    ],
)
async def test_a_token_with_a_wrong_claim_is_refused(signer: StandIn, claims: dict[str, Any]) -> None:
    signer.claims = claims
    with pytest.raises(InvalidIdToken):
        await verify(signer)


@pytest.mark.parametrize(
    "claims",
    [{"aud": [CLIENT_ID]}, {"aud": [CLIENT_ID, "another"], "azp": CLIENT_ID}, {"azp": CLIENT_ID}, {"at_hash": None}],
    ids=["a list", "several audiences with azp", "azp", "no at_hash"],
)
async def test_a_token_that_is_right_in_another_form_is_taken(signer: StandIn, claims: dict[str, Any]) -> None:
    signer.claims = claims
    assert (await verify(signer))["sub"] == signer.person["sub"]


@pytest.mark.parametrize("forge", [unsigned, signed_with_the_public_key, signed_with_a_critical_extension])
async def test_a_token_that_anybody_can_make_is_refused(signer: StandIn, forge: Any) -> None:
    signer.sign = forge
    with pytest.raises(InvalidIdToken):
        await verify(signer)


@pytest.mark.parametrize("key_id", ["rsa-1", "rsa-2", None], ids=str)
async def test_a_token_signed_with_a_key_that_is_not_published_is_refused(signer: StandIn, key_id: str | None) -> None:
    signer.signs_with, signer.header = rsa_key(2), {"kid": key_id}
    with pytest.raises(InvalidIdToken):
        await verify(signer)


@pytest.mark.parametrize("name", ["jwk", "jku", "x5u"])
async def test_a_key_that_the_token_brings_along_is_not_used(signer: StandIn, name: str) -> None:
    signer.signs_with = rsa_key(2)
    brought = rsa_key(2).as_dict(private=False) if name == "jwk" else "https://evil.example/keys"
    signer.header = {name: brought, "kid": None}
    with pytest.raises(InvalidIdToken):
        await verify(signer)


async def test_a_token_without_a_key_id_is_refused_where_several_keys_fit(signer: StandIn) -> None:
    signer.header = {"kid": None}
    assert await verify(signer)
    signer.keys = [rsa_key(), rsa_key(2)]
    with pytest.raises(InvalidIdToken, match="2 keys"):
        await verify(signer)


@pytest.mark.parametrize(
    "token", ["", "a.b.c", "a.b", "a" * 40_000, ".."], ids=["empty", "junk", "two", "long", "dots"]
)
async def test_what_is_no_token_is_refused(signer: StandIn, token: str) -> None:
    signer.sign = lambda header, claims: token
    with pytest.raises(InvalidIdToken):
        await verify(signer)


async def test_a_changed_token_is_refused(signer: StandIn) -> None:
    good = signer.sign

    def sign(header: dict[str, Any], claims: dict[str, Any]) -> str:
        head, _, signature = good(header, claims).split(".")
        return f"{head}.{encode(json.dumps(claims | {'sub': 'somebody else'}).encode())}.{signature}"

    signer.sign = sign
    with pytest.raises(InvalidIdToken, match="signature"):
        await verify(signer)


@pytest.mark.usefixtures("recwarn")  # joserfc prefers the new name of EdDSA
@pytest.mark.parametrize("algorithm", ["ES256", "EdDSA", "Ed25519", "PS256"])
async def test_tokens_of_each_allowed_algorithm_are_taken(signer: StandIn, algorithm: str) -> None:
    key: Any = rsa_key(3)
    if algorithm == "ES256":
        key = jwk.ECKey.generate_key("P-256", {"kid": "ec"})
    elif algorithm != "PS256":
        key = jwk.OKPKey.generate_key("Ed25519", {"kid": "okp"})
    signer.keys, signer.signs_with, signer.algorithm = [rsa_key(), key], key, algorithm
    assert (await verify(signer))["sub"] == signer.person["sub"]


@pytest.mark.parametrize("algorithm", ["RS384", "RS512", "ES512"])
async def test_other_algorithms_are_refused(signer: StandIn, algorithm: str) -> None:
    signer.header = {"alg": algorithm}
    signer.sign = lambda header, claims: (
        f"{encode(json.dumps(header).encode())}.{encode(json.dumps(claims).encode())}.eA"
    )
    with pytest.raises(InvalidIdToken, match="algorithm"):
        await verify(signer)


async def test_a_key_of_1024_bits_is_refused(signer: StandIn) -> None:
    with pytest.warns(match="2048"):
        short = jwk.RSAKey.import_key(rsa.generate_private_key(65537, 1024), {"kid": "short"})  # noqa: S505
    signer.keys, signer.signs_with = [short], short
    with pytest.raises(InvalidIdToken, match="short"):
        await verify(signer)


async def is_refused(browser: Browser, provider: StandIn) -> None:
    """Nobody gets in, nothing is stored, and the sign-in page says so."""
    response = await sign_in_with(browser, provider)
    assert UNTRUSTED in await notice_after(browser, response)
    assert await Identity.all().count() == 0 and await Session.all().count() == 0


@pytest.mark.parametrize("forge", [unsigned, signed_with_the_public_key])
async def test_a_forged_token_lets_nobody_in(visitor: Browser, provider: StandIn, forge: Any) -> None:
    provider.sign = forge
    await is_refused(visitor, provider)


async def test_a_token_for_another_client_lets_nobody_in(visitor: Browser, provider: StandIn) -> None:
    provider.claims = {"aud": "another client"}
    await is_refused(visitor, provider)


async def test_a_code_is_redeemed_once(visitor: Browser, provider: StandIn) -> None:
    back = provider.visit(await begin(visitor))
    await come_back(visitor, back)
    code = back.partition("code=")[2].partition("&")[0]
    other = provider.visit(await begin(visitor))
    response = await come_back(visitor, other, code=code)
    assert UNTRUSTED in await notice_after(visitor, response)


async def test_a_code_of_another_sign_in_is_refused_by_its_verifier(
    visitor: Browser, as_budi: Browser, provider: StandIn
) -> None:
    stolen = provider.visit(await begin(as_budi)).partition("code=")[2].partition("&")[0]
    response = await come_back(visitor, provider.visit(await begin(visitor)), code=stolen)
    assert UNTRUSTED in await notice_after(visitor, response)
