"""What `kliqs doctor` says of the Redis that several machines may share."""

from collections.abc import AsyncGenerator

from app.kernel import redis_link
from app.kernel.config import Config
from app.ops.finding import Finding


async def check_redis(_config: Config) -> AsyncGenerator[Finding]:
    """Yields whether Redis takes writes, where KLIQS_REDIS_URL is set."""
    if (link := redis_link.current()) is None:
        return
    if await link.answers():
        yield Finding("Redis answers.")
    else:
        yield Finding("Redis takes no writes: until it does, each process counts KLIQS_BURST_LIMIT for itself.", False)
    await link.close()
