"""Checks of the values of a link that need the database: where it leads, and whose its picture is."""

from __future__ import annotations

from collections.abc import Mapping

from app.accounts.models import Account
from app.blocklists.destination_guard import check_destinations
from app.links.all_destinations import destinations_in
from app.links.preview_picture import protect_picture
from app.links.validation import Changes


async def check_new_values(account: Account, columns: Mapping[str, object], changes: Changes) -> None:
    """Checks the values of columns that these changes set. Raises: those of `check_destinations`, `protect_picture`."""
    await check_destinations(account, destinations_in(columns))
    await protect_picture(account, changes)
