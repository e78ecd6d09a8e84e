"""An authenticator in software, as a phone or a security key is: it makes passkeys and signs with them.

Written from Web Authentication Level 2, §6.1 (authenticator data) and §6.5 (attested credential data), not from the
library that the product verifies with. A test can make it misbehave: see the parameters of `make` and `sign`.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field
from typing import Any

import cbor2
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256

UP, UV, BE, BS, AT = 0x01, 0x04, 0x08, 0x10, 0x40  # present, verified, may be backed up, is backed up, has a new key
ICLOUD = bytes.fromhex("fbfc3007154e4ecc8c0b6e020557d7bd")


def encode(data: bytes) -> str:
    return urlsafe_b64encode(data).decode().rstrip("=")


def decode(text: str) -> bytes:
    return urlsafe_b64decode(f"{text}===")


class P256:
    """ECDSA on P-256 with SHA-256, what most passkeys are (ES256)."""

    def __init__(self) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())

    @property
    def cose(self) -> dict[int, Any]:
        numbers = self.key.public_key().public_numbers()
        return {1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32, "big"), -3: numbers.y.to_bytes(32, "big")}

    def sign(self, data: bytes) -> bytes:
        return self.key.sign(data, ec.ECDSA(SHA256()))


class Ed25519:
    def __init__(self) -> None:
        self.key = ed25519.Ed25519PrivateKey.generate()

    @property
    def cose(self) -> dict[int, Any]:
        return {1: 1, 3: -8, -1: 6, -2: self.key.public_key().public_bytes_raw()}

    def sign(self, data: bytes) -> bytes:
        return self.key.sign(data)


class Rsa:
    """RSA with PKCS #1 v1.5, what older devices with Windows Hello make (RS256)."""

    def __init__(self) -> None:
        self.key = rsa.generate_private_key(65537, 2048)

    @property
    def cose(self) -> dict[int, Any]:
        return {1: 3, 3: -257, -1: self.key.public_key().public_numbers().n.to_bytes(256, "big"), -2: b"\x01\x00\x01"}

    def sign(self, data: bytes) -> bytes:
        return self.key.sign(data, padding.PKCS1v15(), SHA256())


Key = P256 | Ed25519 | Rsa


@dataclass
class Credential:
    rp_id: str
    user_handle: str
    id: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    key: Key = field(default_factory=P256)
    count: int = 0


@dataclass
class Authenticator:
    """`counts` is whether it counts its signatures; those that copy passkeys to other devices do not."""

    origin: str = "https://kliqs.test"
    counts: bool = True
    aaguid: bytes = bytes(16)
    kind: type[Key] = P256
    flags: int = UP | UV
    credentials: list[Credential] = field(default_factory=list)

    def make(
        self,
        options: dict[str, Any],
        *,
        origin: str = "",
        rp_id: str = "",
        flags: int | None = None,
        attestation: str = "none",
    ) -> str:
        """What a browser answers to `navigator.credentials.create()` with these options."""
        rp_id = rp_id or options["rp"]["id"]
        credential = Credential(rp_id, options["user"]["id"], key=self.kind())
        self.credentials.append(credential)
        attested = self.aaguid + len(credential.id).to_bytes(2, "big") + credential.id
        data = self._data(rp_id, (self.flags if flags is None else flags) | AT, 0) + attested
        data += cbor2.dumps(credential.key.cose)
        client = client_data("webauthn.create", options["challenge"], origin or self.origin)
        own = {"alg": credential.key.cose[3], "sig": credential.key.sign(data + hashlib.sha256(client).digest())}
        statement = own if attestation == "packed" else {}
        parts = {"fmt": attestation, "attStmt": statement, "authData": data}
        return answer(credential, {"clientDataJSON": client, "attestationObject": cbor2.dumps(parts)})

    def sign(
        self,
        options: dict[str, Any],
        *,
        credential: Credential | None = None,
        origin: str = "",
        rp_id: str = "",
        flags: int | None = None,
        **client: Any,
    ) -> str:
        """What a browser answers to `navigator.credentials.get()`; `client` are more fields of the client data."""
        credential = credential or self.credentials[-1]
        credential.count += self.counts
        data = self._data(rp_id or options["rpId"], self.flags if flags is None else flags, credential.count)
        signed = client_data("webauthn.get", options["challenge"], origin or self.origin, **client)
        signature = credential.key.sign(data + hashlib.sha256(signed).digest())
        parts = {"clientDataJSON": signed, "authenticatorData": data, "signature": signature}
        return answer(credential, parts | {"userHandle": decode(credential.user_handle)})

    def _data(self, rp_id: str, flags: int, count: int) -> bytes:
        return hashlib.sha256(rp_id.encode()).digest() + bytes([flags]) + count.to_bytes(4, "big")


def client_data(kind: str, challenge: str, origin: str, **more: Any) -> bytes:
    fields = {"type": kind, "challenge": challenge, "origin": origin, "crossOrigin": False}
    return json.dumps(fields | more).encode()


def answer(credential: Credential, parts: dict[str, bytes]) -> str:
    response = {name: encode(value) for name, value in parts.items()}
    return json.dumps(
        {"id": encode(credential.id), "rawId": encode(credential.id), "type": "public-key", "response": response}
    )


def altered(text: str, **parts: str) -> str:
    """The answer with other values: of its own fields, or of those of its response."""
    fields = json.loads(text)
    for name, value in parts.items():
        (fields["response"] if name in fields["response"] else fields)[name] = value
    return json.dumps(fields)
