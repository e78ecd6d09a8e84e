"""What an account has used of what its plan gives."""

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
    """`label` is English, to be translated; `name` is a word for code."""

    name: str
    label: str
    share: Share


async def usage(account: Account) -> list[Line]:
    """Each limit of the plan, in a handful of reads."""
    plan, pictures = quota.plan_of(account), await Media.owned_by(account).values_list("size", flat=True)
    weight = sum(int(str(size)) for size in pictures)
    return [
        Line("links", N_("Short links"), quota.links_share(account)),
        Line("requests", N_("API requests this month"), await Usage.share(account)),
        Line("codes", N_("QR codes"), Share(await QrCode.owned_by(account).count(), plan.codes)),
        Line("pages", N_("Bio pages"), Share(await Page.owned_by(account).count(), plan.pages)),
        Line("pictures", N_("Pictures"), Share(len(pictures), plan.pictures)),
        Line("weight", N_("Space for pictures (MB)"), Share(-(-weight // MB), plan.picture_bytes // MB)),
        Line("keys", N_("API keys"), Share(await ApiKey.owned_by(account).filter(revoked_at=None).count(), MOST_KEYS)),
    ]
