"""What `kliqs doctor` says of the credits of the AI gateway: whether they are what came in less what was used."""

from __future__ import annotations

from collections.abc import AsyncGenerator

from app.gateway.metering.reconciliation import read_books
from app.kernel.config import Config
from app.ops.finding import Finding


async def check_ai_credits(_config: Config) -> AsyncGenerator[Finding]:
    """Yields whether the books of every account agree to the micro-rupiah; nothing where there were never credits."""
    books = await read_books()
    for wrong in (each for each in books if not each.agree):
        says = (
            f"{wrong.remaining} micro-rupiah are left, {wrong.booked} were booked and {wrong.spent} spent; requests "
            f"cost {wrong.of_requests} of {wrong.spent_lately}, and {wrong.under_way} of {wrong.reserved} are reserved"
        )
        yield Finding(f"The AI credits of account {wrong.account_id} do not agree: {says}.", False)
    if books and all(each.agree for each in books):
        yield Finding("All AI credits are what came in less what requests cost.")
