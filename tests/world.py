"""The cast. Sari is a creator and owns things; Budi is a stranger, a marketer; Dewi is a developer and holds a key."""

from itertools import count

from app.accounts.models import Account, Membership, Session
from app.accounts.registration import register
from app.accounts.user import User
from app.kernel import clock, installation
from app.kernel.attempt_store import AttemptStore
from app.keys.models import ApiKey
from app.links.models import Link
from app.names.name_on_domain import INSTALLATION, NameKey
from app.privacy import erasure
from app.sign_in.passkeys.models import Passkey

PASSWORD = "correct horse battery"
SECRET = "a-secret-of-the-tests-longer-than-32-characters"  # of the installation
DESTINATION = "https://example.com/a/long/page"
_numbers = count(1)


async def sari() -> Account:
    return (await register("sari@example.com", "Sari", PASSWORD)).account


async def budi() -> Account:
    return (await register("budi@example.com", "Budi", PASSWORD, language="en", plan="starter")).account


async def dewi() -> Account:
    return (await register("dewi@example.com", "Dewi", PASSWORD, language="en", plan="pro")).account


async def owner(account: Account) -> User:
    """The first user who owns the account."""
    return (await account.owners())[0]


async def erase(account: Account) -> None:
    """Deletes the account's owner and what is theirs alone at once, without the days of grace."""
    assert await erasure.erase_user((await owner(account)).id, at_once=True)


async def account_of(email: str) -> Account:
    """The account of the user with this email."""
    return (await Membership.get(user__email=email).select_related("account")).account


async def passkey_of(user: User, credential_id: str = "AAAA", rp_id: str = "kliqs.test") -> Passkey:
    """A passkey of the user's, whose authenticator nobody has."""
    return await Passkey.create(
        user=user,
        rp_id=rp_id,
        credential_id=credential_id,
        public_key="",
        user_handle="",
        name="Ponsel",
        created_at=clock.now(),
    )


async def forget_attempts() -> None:
    """Forgets all attempts at guessing."""
    await installation.current().resource(AttemptStore)._run("DELETE FROM attempts WHERE salt IS NULL", [])


async def begin_session(account: Account, device: str = "") -> str:
    """The secret of a new session of the account's owner."""
    return await Session.begin(await owner(account), device)


def name_key(folded: str) -> NameKey:
    """The key of a name of the installation's own domain."""
    return NameKey(INSTALLATION, folded)


async def key_of(account: Account) -> str:
    """A raw API key of the account."""
    return (await ApiKey.issue(account, "production-server"))[1]


async def crowd(size: int, plan: str = "free") -> list[Account]:
    """As many accounts as that, which nobody can sign in to."""
    return [
        await Account.create(name=f"Person {next(_numbers)}", language="id", plan_name=plan, created_at=clock.now())
        for _ in range(size)
    ]


async def shorten(account: Account, slug: str = "", url: str = DESTINATION) -> Link:
    return await Link.shorten(account, url=url, slug=slug)


async def links_used(account: Account) -> int:
    """What the database says the account uses; asserts that so many of its links exist."""
    used = (await Account.get(id=account.id)).links_used
    assert used == await Link.owned_by(account).count()
    return used
