"""Random tokens, their digests, and peppers that outlive a rotation of the server's secret."""

import ast
import binascii

from app.kernel import installation, secrets
from app.kernel.package_files import ROOT
from tests.source_files import syntax


def test_tokens_are_long_and_never_the_same() -> None:
    tokens = {secrets.new_token() for _ in range(1000)}
    assert len(tokens) == 1000
    assert min(len(token) for token in tokens) >= 43


def test_a_pepper_depends_on_purpose_text_and_secret() -> None:
    installation.current().secret_keys = ["new"]
    [digest] = secrets.hmac_digests("api-key", "x")
    assert digest != secrets.hmac_digests("other", "x")[0]
    assert digest != secrets.hmac_digests("api-key", "y")[0]
    installation.current().secret_keys = ["newer"]
    assert digest != secrets.hmac_digests("api-key", "x")[0]


def test_older_secrets_still_recognise_what_they_made() -> None:
    installation.current().secret_keys = ["old"]
    [before] = secrets.hmac_digests("api-key", "x")
    installation.current().secret_keys = ["new", "old"]
    assert secrets.hmac_digests("api-key", "x")[1:] == [before]


def test_base62_uses_all_its_characters() -> None:
    drawn = secrets.random_base62(10_000)
    assert len(drawn) == 10_000
    assert set(drawn) == set(secrets.BASE62) and len(secrets.BASE62) == 62


def test_a_checksum_is_the_crc_32_in_base62() -> None:
    check = secrets.crc32_base62("kliqs_sk_live_x")
    number = 0
    for char in check:
        number = number * 62 + secrets.BASE62.index(char)
    assert number == binascii.crc32(b"kliqs_sk_live_x")
    assert len(check) == len(secrets.crc32_base62("")) == 6


def test_digests_are_sha_256() -> None:
    assert secrets.sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_secrets_and_codes_come_from_the_random_numbers_of_the_system() -> None:
    """Python's module `random` can be predicted; `secrets` cannot."""
    for package in ("accounts", "sign_in", "keys", "team", "guests", "privacy", "kernel"):
        for path in (ROOT / "app" / package).rglob("*.py"):
            imports = [node for node in ast.walk(syntax(path)) if isinstance(node, ast.Import | ast.ImportFrom)]
            names = {name.name for node in imports if isinstance(node, ast.Import) for name in node.names}
            names |= {node.module or "" for node in imports if isinstance(node, ast.ImportFrom)}
            assert "random" not in names, path
