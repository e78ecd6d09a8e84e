"""`kliqs doctor` says whether the Redis of the settings is there."""

from pathlib import Path

import pytest

from app.kernel import installation, redis_link
from app.kernel.config import Config
from app.kernel.installation import Installation
from app.ops.finding import Finding
from app.ops.redis_check import check_redis
from tests.redis_server import RedisServer, needed
from tests.serving import free_port


async def findings(config: Config) -> list[Finding]:
    installation.use(Installation(config))
    return [finding async for finding in check_redis(config)]


async def test_without_the_setting_nothing_is_said_of_redis(tmp_path: Path) -> None:
    assert not await findings(Config(data_dir=tmp_path))


async def test_a_redis_that_is_not_there_is_wrong(tmp_path: Path) -> None:
    [finding] = await findings(Config(data_dir=tmp_path, redis_url=f"redis://127.0.0.1:{free_port()}"))
    assert not finding.ok


@needed
async def test_a_redis_that_answers_is_right(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(redis_link, "TIMEOUT", 5.0)
    server = RedisServer(tmp_path)
    try:
        [finding] = await findings(Config(data_dir=tmp_path, redis_url=server.url))
        assert finding.ok
    finally:
        server.kill()
