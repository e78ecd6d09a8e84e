"""How much of each limit of its plan an account uses."""

from __future__ import annotations

from dataclasses import dataclass

from app.accounts.models import Account
from app.kernel.refusal import N_
from app.keys.models import ApiKey, Usage
from app.media.models import Media
from app.pages.models import Page
from app.plans import quota
from app.plans.quota import Share
from app.plans.table import MB, MOST_KEYS
from app.qr.models import QrCode


@dataclass(frozen=True, slots=True)
class Line:
    """The usage of one limit: `label` is English, to be translated; `name` identifies the limit in code and templates.
    """

    name: str
    label: str
    share: Share


async def usage(account: Account) -> list[Line]:
    """The account's usage of each limit of its plan."""
    plan, pictures = quota.plan_of(account), await Media.owned_by(account).values_list("size", flat=True)
    picture_bytes = sum(int(str(size)) for size in pictures)
    return [
        Line("links", N_("Short links"), quota.links_share(account)),
        Line("requests", N_("API requests this month"), await Usage.share(account)),
        Line("codes", N_("QR codes"), Share(await QrCode.owned_by(account).count(), plan.codes)),
        Line("pages", N_("Bio pages"), Share(await Page.owned_by(account).count(), plan.pages)),
        Line("pictures", N_("Pictures"), Share(len(pictures), plan.pictures)),
        Line("weight", N_("Space for pictures (MB)"), Share(-(-picture_bytes // MB), plan.picture_bytes // MB)),
        Line("keys", N_("API keys"), Share(await ApiKey.owned_by(account).filter(revoked_at=None).count(), MOST_KEYS)),
    ]
