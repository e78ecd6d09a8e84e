"""How phases are shown: a word, a mark and a tone, the same on the calendar, in lists and on the page of a post."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from app.kernel.refusal import N_
from app.publishing.posts import phases


class PhaseLook(NamedTuple):
    """A word (English, to be translated), the name of an icon and a tone of badges."""

    label: str
    icon: str
    tone: str


_UNDER_WAY = PhaseLook(N_("Being published"), "loader-2", "accent")
LOOKS = {
    phases.UNCONFIRMED: PhaseLook(N_("Unconfirmed"), "help", "warm"),
    phases.FAILED: PhaseLook(N_("Failed"), "alert-circle", "bad"),
    phases.NEEDS_RECONNECT: PhaseLook(N_("Needs reconnect"), "plug-connected", "warm"),
    phases.REMINDER: PhaseLook(N_("Reminder"), "bell", "warm"),
    phases.WAITING: PhaseLook(N_("Waits for approval"), "hourglass-empty", "warm"),
    phases.CLAIMED: _UNDER_WAY,
    phases.PREPARING: _UNDER_WAY,
    phases.SENDING: _UNDER_WAY,
    phases.CONFIRMING: _UNDER_WAY,
    phases.RETRY: PhaseLook(N_("Tries again"), "refresh", "accent"),
    phases.PLANNED: PhaseLook(N_("Scheduled"), "clock", "accent"),
    phases.DRAFT: PhaseLook(N_("Draft"), "pencil", ""),
    phases.PUBLISHED: PhaseLook(N_("Published"), "check", "good"),
    phases.CANCELLED: PhaseLook(N_("Cancelled"), "x", ""),
}
LEGEND = (
    *(phases.PLANNED, phases.WAITING, phases.SENDING, phases.PUBLISHED, phases.FAILED, phases.UNCONFIRMED),
    *(phases.NEEDS_RECONNECT, phases.REMINDER, phases.DRAFT),
)


def most_urgent(of_variants: Iterable[str]) -> str:
    """Returns the phase that is shown for a post whose variants are in these phases: the most urgent one."""
    present = set(of_variants)
    return next((phase for phase in LOOKS if phase in present), phases.DRAFT)
