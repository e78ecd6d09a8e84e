"""The cast. Sari is a creator and owns things; Budi is a stranger, a marketer; Dewi is a developer and holds a key."""

from itertools import count

from app.accounts.models import Account
from app.kernel import clock
from app.keys.models import ApiKey
from app.links.models import Link
from app.names.name_key import INSTALLATION, NameKey

PASSWORD = "correct horse battery"
SECRET = "a-secret-of-the-tests-longer-than-32-characters"  # of the installation
DESTINATION = "https://example.com/a/long/page"
_numbers = count(1)


async def sari() -> Account:
    return await Account.register("sari@example.com", "Sari", PASSWORD)


async def budi() -> Account:
    return await Account.register("budi@example.com", "Budi", PASSWORD, language="en", plan="starter")


async def dewi() -> Account:
    return await Account.register("dewi@example.com", "Dewi", PASSWORD, language="en", plan="pro")


def name_key(folded: str) -> NameKey:
    """The key of a name of the installation's own domain."""
    return NameKey(INSTALLATION, folded)


async def key_of(account: Account) -> str:
    """A raw API key of the account."""
    return (await ApiKey.issue(account, "production-server"))[1]


async def crowd(size: int, plan: str = "free") -> list[Account]:
    """As many accounts as that; their passwords open nothing."""
    now = clock.now()
    return [
        await Account.create(
            email=f"person-{next(_numbers)}@example.com",
            name="Person",
            password_hash="",
            language="id",
            plan_name=plan,
            age_confirmed_at=now,
            created_at=now,
        )
        for _ in range(size)
    ]


async def shorten(account: Account, slug: str = "", url: str = DESTINATION) -> Link:
    return await Link.shorten(account, url=url, slug=slug)


async def links_used(account: Account) -> int:
    """What the database says the account uses; asserts that so many of its links exist."""
    used = (await Account.get(id=account.id)).links_used
    assert used == await Link.owned_by(account).count()
    return used
