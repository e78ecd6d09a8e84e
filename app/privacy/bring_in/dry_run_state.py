"""What a dry run knows while it goes through a file: the room of the plan, and the names that the file uses itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from app.accounts.models import Account
from app.kernel import text
from app.kernel.refusal import Faults, Refusal
from app.names import slug as slugs
from app.names.models import Name
from app.pages.models import Page
from app.plans import quota
from app.privacy.bring_in.import_row import CODE, FULL, LINK, LONGEST_REASON, PAGE, STYLE, ImportRow
from app.privacy.bring_in.import_run import ImportRun
from app.qr.models import QrCode
from app.qr.saved_style import MAX_STYLES, SavedStyle
from app.web import envelope

SUGGESTIONS, LONGEST_BASE = 8, 56
NOT_IN_NAMES = re.compile(r"[^0-9A-Za-z_-]+")


@dataclass(slots=True)
class ImportPlan:
    """The state of a dry run. `room` is how many more of each noun the plan allows; `used` the folded names so far."""

    account: Account
    run: ImportRun
    room: dict[str, int]
    used: set[str] = field(default_factory=set)

    @classmethod
    async def begin(cls, account: Account, run: ImportRun) -> ImportPlan:
        """The state before the first row."""
        plan = quota.plan_of(account)
        room = {
            LINK: quota.links_limit(account) - account.links_used,
            CODE: plan.codes - await QrCode.count_owned(account),
            PAGE: plan.pages - await Page.owned_by(account).count(),
            STYLE: MAX_STYLES - await SavedStyle.owned_by(account).count(),
        }
        return cls(account, run, room)

    def row(self, noun: str, number: int, source: str, wanted: str, about: str) -> ImportRow:
        """A new row, without a verdict; its texts are cut to what is shown."""
        return ImportRow(
            run_id=self.run.id,
            noun=noun,
            number=number,
            source=shown_text(source, 40),
            wanted=shown_text(wanted, 80),
            name=shown_text(wanted, 80),
            about=shown_text(about, 200),
        )

    def take_room(self, row: ImportRow, verdict: str, full: str) -> None:
        """Gives a row its verdict, or FULL with the reason `full` when the plan has no room left for its noun."""
        if self.room[row.noun] <= 0:
            row.verdict, row.reason = FULL, full
            return
        self.room[row.noun] -= 1
        row.verdict = verdict


def shown_text(raw: str, most: int) -> str:
    """A text of the file as it is shown: without characters that databases reject, and cut to `most` characters."""
    return text.replace_surrogates(raw[: most * 2]).replace("\x00", "")[:most]


def reason_of(refusal: Refusal) -> str:
    """The sentence of a refusal, or of the first of several, in the current language."""
    first = refusal.refusals[0] if isinstance(refusal, Faults) and refusal.refusals else refusal
    return envelope.refusal_message(first)[:LONGEST_REASON]


async def suggest_names(wanted: Iterable[str], used: set[str]) -> dict[str, str]:
    """A free name for each wanted one: the same with a number, or else a random one. `used` are taken as well."""
    candidates = {name: _candidates(name) for name in wanted}
    folded = {slugs.fold_name(each) for names in candidates.values() for each in names}
    taken = (
        set(await Name.on_domain().filter(folded__in=list(folded)).values_list("folded", flat=True))
        if folded
        else set()
    )
    suggestions = {}
    for name, names in candidates.items():
        free = (each for each in names if slugs.fold_name(each) not in taken | used)
        suggestions[name] = next(free, "") or (await Name.random_free_names(1))[0]
        used.add(slugs.fold_name(suggestions[name]))
    return suggestions


def _candidates(name: str) -> list[str]:
    """Names such as promo-2 that are well formed and not reserved."""
    base = NOT_IN_NAMES.sub("-", name[:LONGEST_BASE]).strip("-_")
    names = []
    for number in range(2, SUGGESTIONS + 2):
        try:
            names.append(slugs.check_slug(f"{base}-{number}" if base else slugs.random_slug()))
        except Refusal:
            continue
    return names
