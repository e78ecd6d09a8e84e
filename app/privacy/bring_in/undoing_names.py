"""The names that an account held before an import took them, so that undoing the import holds them again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from app.accounts.models import Account
from app.kernel.uuid_parser import parse_uuid
from app.links.models import Link
from app.names import slug as slugs
from app.names.models import Name
from app.pages.models import Page


async def held_names(account: Account, names: Sequence[str]) -> list[dict[str, Any]]:
    """The account's own held names among these, as JSON values."""
    folded = [slugs.fold_name(name) for name in names]
    held = Name.on_domain().filter(folded__in=folded, account_id=account.id, held_at__not_isnull=True)
    return [
        {
            "folded": name.folded,
            "shown": name.shown,
            "held_at": name.held_at.isoformat() if name.held_at else "",
            "link": str(name.link_id or ""),
            "page": str(name.page_id or ""),
        }
        for name in await held
    ]


async def hold_again(account: Account, held: Sequence[dict[str, Any]]) -> None:
    """Holds names as they were held; one that somebody has taken since is left. Call it inside a transaction."""
    for name in held:
        link, page = parse_uuid(name["link"]), parse_uuid(name["page"])
        values = {
            "shown": name["shown"],
            "held_at": datetime.fromisoformat(name["held_at"]),
            "link_id": link if link and await Link.filter(id=link).exists() else None,
            "page_id": page if page and await Page.filter(id=page).exists() else None,
        }
        if not await Name.on_domain().filter(folded=name["folded"]).exists():
            await Name.create(folded=name["folded"], account_id=account.id, **values)
