"""TLS to PostgreSQL as libpq has it: what is asked for is had, and whom we were not told to trust we do not trust."""

import asyncio
import os
import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from app.kernel import db
from app.kernel.database_upgrade import upgrade_database
from tests.debian_postgres import NEEDS_POSTGRES, DebianPostgres, debian_postgres
from tests.waiting import eventually

pytestmark = [NEEDS_POSTGRES, pytest.mark.slow]
SHOWN = "SELECT ssl, client_dn FROM pg_stat_ssl WHERE pid = pg_backend_pid()"


def _subject(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


class Authority:
    """A certificate authority that nobody knows."""

    def __init__(self, folder: Path, name: str) -> None:
        self.folder, self.name = folder, _subject(name)
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.file = folder / f"{name}.pem"
        self._write(self.file, self._signed(self.name, self.key, x509.BasicConstraints(ca=True, path_length=None)))

    def issue(self, name: str, *alternatives: x509.GeneralName) -> tuple[Path, Path]:
        """The files of a certificate for a name, and of its key."""
        key, subject = (ec.generate_private_key(ec.SECP256R1()), _subject(name))
        extensions = [x509.SubjectAlternativeName(alternatives)] * bool(alternatives)
        certificate, secret = self.folder / f"{name}.crt", self.folder / f"{name}.key"
        self._write(certificate, self._signed(subject, key, *extensions))
        plain = serialization.NoEncryption()
        secret.write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain))
        secret.chmod(0o600)
        return certificate, secret

    def _signed(
        self, subject: x509.Name, key: ec.EllipticCurvePrivateKey, *extensions: x509.ExtensionType
    ) -> x509.Certificate:
        now, builder = datetime.now(UTC), x509.CertificateBuilder(self.name, subject, key.public_key())
        builder = builder.serial_number(x509.random_serial_number())
        builder = builder.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
        for extension in extensions:
            builder = builder.add_extension(extension, critical=isinstance(extension, x509.BasicConstraints))
        return builder.sign(self.key, hashes.SHA256())

    @staticmethod
    def _write(file: Path, certificate: x509.Certificate) -> None:
        file.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
        file.chmod(0o644)  # other tests leave a private umask


@pytest.fixture(scope="module")
def ours() -> Iterator[Authority]:
    with tempfile.TemporaryDirectory(prefix="kliqs-tls-") as folder:  # pytest's folders are closed to other users
        Path(folder).chmod(0o755)  # the server is another user
        yield Authority(Path(folder), "ours")


def server_settings(authority: Authority, *names: x509.GeneralName) -> list[str]:
    certificate, key = authority.issue(f"server-{len(names)}", *names)
    if os.geteuid() == 0:
        shutil.chown(key, "postgres", "postgres")
    return ["ssl=on", f"ssl_cert_file={certificate}", f"ssl_key_file={key}", f"ssl_ca_file={authority.file}"]


@pytest.fixture(scope="module")
def server(ours: Authority) -> Iterator[DebianPostgres]:
    """A server that lets in who speaks TLS, with a certificate for 127.0.0.1."""
    settings = server_settings(ours, x509.IPAddress(ip_address("127.0.0.1")))
    access = "hostssl all kliqs 127.0.0.1/32 trust\nhostssl all guarded 127.0.0.1/32 cert"
    with debian_postgres(*settings, access=access) as server:
        server.sql("CREATE ROLE guarded LOGIN")
        yield server


async def shown(url: str) -> tuple[bool, str | None]:
    """Whether the server speaks TLS with us, and whose certificate it saw."""
    await db.wait_for_postgres(url, print, 0)
    async with db.database_open(url):
        [row] = await db.query_rows(SHOWN, [])
    return row["ssl"], row["client_dn"]


async def refusal(url: str) -> str:
    """The sentence for the operator, which comes at once and not after a minute."""
    with pytest.raises(db.DatabaseUnreachable) as refused:
        await db.wait_for_postgres(url, print)
    transports = asyncio.get_running_loop()._transports  # type: ignore[attr-defined]
    # asyncpg closes what was refused in a later turn of the loop; otherwise the next test is blamed for its socket
    await eventually(lambda: not any(transport._sock for transport in transports.values()))
    return str(refused.value)


@pytest.mark.parametrize("mode", ["require", "verify-ca", "verify-full"])
async def test_a_server_with_the_right_certificate_is_trusted(
    server: DebianPostgres, ours: Authority, mode: str
) -> None:
    assert await shown(f"{server.url}?sslmode={mode}&sslrootcert={ours.file}") == (True, None)


async def test_require_without_an_authority_asks_for_no_certificate(server: DebianPostgres) -> None:
    assert await shown(f"{server.url}?sslmode=require") == (True, None)


@pytest.mark.parametrize("mode", ["require", "verify-ca", "verify-full"])
async def test_a_certificate_of_another_authority_is_refused_at_the_start(
    server: DebianPostgres, tmp_path: Path, mode: str
) -> None:
    other = Authority(tmp_path, "theirs")
    sentence = await refusal(f"{server.url}?sslmode={mode}&sslrootcert={other.file}")
    assert "its certificate is not the expected one" in sentence
    assert str(server.port) in sentence


async def test_a_certificate_for_another_host_is_refused_only_where_the_host_is_verified(ours: Authority) -> None:
    names = [x509.DNSName("db.example"), x509.DNSName("db2.example")]
    with debian_postgres(*server_settings(ours, *names), access="hostssl all all 127.0.0.1/32 trust") as server:
        assert await shown(f"{server.url}?sslmode=verify-ca&sslrootcert={ours.file}") == (True, None)
        sentence = await refusal(f"{server.url}?sslmode=verify-full&sslrootcert={ours.file}")
    assert "IP address mismatch" in sentence


async def test_who_does_not_speak_tls_is_refused_where_it_is_required(server: DebianPostgres) -> None:
    assert "no encryption" in await refusal(f"{server.url}?sslmode=disable")


async def test_a_server_without_tls_is_refused_where_it_is_required() -> None:
    with debian_postgres() as server:
        assert "does not offer TLS" in await refusal(f"{server.url}?sslmode=require")


async def test_a_certificate_of_the_client_lets_it_in(server: DebianPostgres, ours: Authority) -> None:
    certificate, key = ours.issue("guarded")
    url = f"{server.url.replace('kliqs:kliqs', 'guarded:')}?sslmode=verify-full&sslrootcert={ours.file}"
    assert await shown(f"{url}&sslcert={certificate}&sslkey={key}") == (True, "/CN=guarded")
    assert "certificate" in await refusal(url)


async def test_the_database_is_migrated_over_tls(server: DebianPostgres, ours: Authority) -> None:
    url = f"{server.url}?sslmode=verify-full&sslrootcert={ours.file}"
    assert await upgrade_database(url)
    assert await upgrade_database(url) == []
