"""Redis only makes things more exact: whatever happens to it, nobody waits for it and it is used again by itself."""

import asyncio
from collections.abc import AsyncGenerator, Iterator
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from app.kernel import installation, redis_link
from app.kernel.config import Config
from app.kernel.installation import Installation
from app.kernel.redis_link import RedisLink, RedisUnavailable
from tests.redis_server import IN_URL, PASSWORD, RedisServer, needed
from tests.serving import free_port
from tests.waiting import eventually, finishes

pytestmark = needed


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisServer]:
    server = RedisServer(tmp_path_factory.mktemp("redis"))
    yield server
    server.thaw()
    server.kill()


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A time-out for a machine with much to do, where the test is not about the time-out."""
    monkeypatch.setattr(redis_link, "TIMEOUT", 5.0)
    monkeypatch.setattr(redis_link, "PAUSE", 0.01)


def link_to(url: str, folder: Path) -> RedisLink:
    """The link of a new installation, which is that of the process."""
    installation.use(Installation(Config(data_dir=folder, redis_url=url)))
    link = redis_link.current()
    assert link
    return link


@pytest.fixture
async def link(server: RedisServer, tmp_path: Path, patient: None) -> AsyncGenerator[RedisLink]:
    link = link_to(server.url, tmp_path)
    yield link
    await link.close()


async def count(link: RedisLink) -> int:
    return int(await link.ask(lambda: link.client.incr("calls")))


async def is_away(link: RedisLink) -> bool:
    try:
        await count(link)
    except RedisUnavailable:
        return True
    return False


def test_without_the_setting_there_is_no_redis(tmp_path: Path) -> None:
    installation.use(Installation(Config(data_dir=tmp_path)))
    assert redis_link.current() is None


async def test_a_password_with_all_signs_and_a_number_of_a_database_are_used(
    link: RedisLink, server: RedisServer
) -> None:
    server.client.delete("calls")
    assert await count(link) == 1
    assert server.client.get("calls") == b"1"


async def test_a_server_that_refuses_is_left_alone_until_one_caller_tries_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link, tries = link_to(f"redis://127.0.0.1:{free_port()}", tmp_path), 0

    async def question() -> int:
        nonlocal tries
        tries += 1
        return int(await link.client.incr("calls"))

    for _ in range(20):
        with pytest.raises(RedisUnavailable):
            await link.ask(question)
    assert tries == 1
    link._retry_at = 0.0
    answers = await asyncio.gather(*(link.ask(question) for _ in range(20)), return_exceptions=True)
    assert all(isinstance(answer, RedisUnavailable) for answer in answers)
    assert tries == 2


async def test_an_outage_is_one_line_and_no_line_has_the_password(server: RedisServer, tmp_path: Path) -> None:
    wrong = server.url.replace(IN_URL, f"{IN_URL}-of-yesterday")
    with capture_logs() as lines:
        for url in (wrong, f"redis://:{IN_URL}@127.0.0.1:{free_port()}"):
            link = link_to(url, tmp_path)
            for _ in range(5):
                link._retry_at = 0.0
                assert await is_away(link)
            await link.close()
    assert [line["event"] for line in lines] == ["redis_unavailable", "redis_unavailable"]
    assert not any(secret in str(lines) for secret in (PASSWORD, IN_URL, "yesterday"))
    config = Config(redis_url=server.url, data_dir=tmp_path)
    assert IN_URL not in repr(config)


@pytest.mark.parametrize(
    ("settings", "repaired"),
    [
        ({"min-replicas-to-write": "1"}, {"min-replicas-to-write": "0"}),
        ({"maxmemory": "1", "maxmemory-policy": "noeviction"}, {"maxmemory": "0"}),
    ],
)
async def test_one_that_takes_no_writes_is_away_until_it_does(
    link: RedisLink, server: RedisServer, settings: dict[str, str], repaired: dict[str, str]
) -> None:
    assert await link.answers()
    server.client.config_set(*(part for pair in settings.items() for part in pair))
    try:
        assert await is_away(link)
        assert not await link.answers()
    finally:
        server.client.config_set(*(part for pair in repaired.items() for part in pair))
    await eventually(link.answers)
    assert await count(link)


async def test_one_that_became_a_replica_is_away_until_it_is_none(link: RedisLink, server: RedisServer) -> None:
    server.client.replicaof("127.0.0.1", free_port())
    try:
        assert await is_away(link)
        assert not await link.answers()
    finally:
        server.client.replicaof("NO", "ONE")
    await eventually(link.answers)


@pytest.mark.slow
async def test_one_that_hangs_costs_one_time_out_and_is_used_again_when_it_goes_on(
    server: RedisServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link, waited = link_to(server.url, tmp_path), 0
    monkeypatch.setattr(redis_link, "PAUSE", 3600.0)

    async def question() -> int:
        nonlocal waited
        waited += 1
        return int(await link.client.incr("calls"))

    server.freeze()
    try:
        with finishes():
            for _ in range(50):
                with pytest.raises(RedisUnavailable):
                    await link.ask(question)
        assert waited == 1
    finally:
        server.thaw()
    monkeypatch.setattr(redis_link, "PAUSE", 0.01)
    link._retry_at = 0.0
    await eventually(link.answers)
    await link.close()


@pytest.mark.slow
async def test_one_that_was_killed_and_started_empty_is_used_again(link: RedisLink, server: RedisServer) -> None:
    assert await count(link)
    server.kill()
    assert await is_away(link)
    server.start()
    await eventually(link.answers)
    assert await count(link) == 1


async def test_a_connection_that_was_cut_is_opened_again_within_the_call(link: RedisLink, server: RedisServer) -> None:
    assert await count(link)
    server.client.client_kill_filter(_type="normal", skipme=True)
    assert await count(link)


@pytest.mark.slow
async def test_it_speaks_tls_and_trusts_nobody_whose_certificate_it_cannot_check(tmp_path: Path, patient: None) -> None:
    certificate, key = tmp_path / "redis.crt", tmp_path / "redis.key"
    names = "subjectAltName=IP:127.0.0.1"
    process = await asyncio.create_subprocess_exec(
        *(
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:prime256v1",
            "-nodes",
            "-days",
            "2",
        ),
        *("-subj", "/CN=redis", "-addext", names, "-keyout", str(key), "-out", str(certificate)),
        stderr=asyncio.subprocess.DEVNULL,
    )
    assert await process.wait() == 0
    port, files = free_port(), ("--tls-cert-file", str(certificate), "--tls-key-file", str(key))
    server = RedisServer(tmp_path, "--tls-port", str(port), *files, "--tls-auth-clients", "no")
    url = f"rediss://:{IN_URL}@127.0.0.1:{port}/3"
    try:
        trusting = link_to(f"{url}?ssl_ca_certs={certificate}", tmp_path)
        assert await count(trusting) == 1
        await trusting.close()
        distrustful = link_to(url, tmp_path)
        assert await is_away(distrustful)
        await distrustful.close()
    finally:
        server.kill()
