"""An authenticator in software, as a phone or a security key is: it makes passkeys and signs with them (ES256).

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
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

UP, UV, BE, BS, AT = 0x01, 0x04, 0x08, 0x10, 0x40  # present, verified, may be backed up, is backed up, has a new key
ICLOUD = bytes.fromhex("fbfc3007154e4ecc8c0b6e020557d7bd")


def encode(data: bytes) -> str:
    return urlsafe_b64encode(data).decode().rstrip("=")


def decode(text: str) -> bytes:
    return urlsafe_b64decode(f"{text}===")


@dataclass
class Credential:
    rp_id: str
    user_handle: str
    id: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    count: int = 0


@dataclass
class Authenticator:
    """`counts` is whether it counts its signatures; those that copy passkeys to other devices do not."""

    origin: str = "https://kliqs.test"
    counts: bool = True
    aaguid: bytes = bytes(16)
    flags: int = UP | UV
    credentials: list[Credential] = field(default_factory=list)

    def make(self, options: dict[str, Any], *, origin: str = "", rp_id: str = "", flags: int | None = None) -> str:
        """What a browser answers to `navigator.credentials.create()` with these options."""
        rp_id = rp_id or options["rp"]["id"]
        credential = Credential(rp_id, options["user"]["id"])
        self.credentials.append(credential)
        numbers = credential.key.public_key().public_numbers()
        cose = {1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32, "big"), -3: numbers.y.to_bytes(32, "big")}
        attested = self.aaguid + len(credential.id).to_bytes(2, "big") + credential.id + cbor2.dumps(cose)
        data = self._data(rp_id, (self.flags if flags is None else flags) | AT, 0) + attested
        attestation = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": data})
        client = client_data("webauthn.create", options["challenge"], origin or self.origin)
        return answer(credential, {"clientDataJSON": client, "attestationObject": attestation})

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
        signature = credential.key.sign(data + hashlib.sha256(signed).digest(), ec.ECDSA(hashes.SHA256()))
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
