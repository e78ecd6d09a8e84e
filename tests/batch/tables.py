"""Tables and batches for tests."""

from app.accounts.models import Account
from app.batch.models import Batch
from app.batch.options import Options
from app.links.models import Link
from app.qr.models import QrCode


def table(count: int, start: int = 0) -> str:
    """Links with a title each."""
    lines = (f"https://example.com/{at},,Table {at}" for at in range(start, start + count))
    return "url,slug,title\n" + "\n".join(lines)


async def drafted(account: Account, typed: str, kind: str = "link", **options: object) -> Batch:
    return await Batch.create_draft(account, kind, typed, Options.of({"form": "svg"} | options))


async def made_of(account: Account) -> tuple[int, int, int]:
    """How many links and codes an account has, and what its row says of links."""
    used = (await Account.get(id=account.id)).links_used
    return await Link.owned_by(account).count(), await QrCode.owned_by(account).count(), used
