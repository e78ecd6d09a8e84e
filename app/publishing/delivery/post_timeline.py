"""The timeline of a variant as its page shows it: events of the same kind in a row are one line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from app.accounts.user import User
from app.kernel import i18n
from app.kernel.i18n import gettext, ngettext
from app.publishing.delivery import event_keys as words
from app.publishing.networks.trouble_sentences import trouble_sentence
from app.publishing.posts import event_sentences
from app.publishing.posts.event_sentences import EVENT_SENTENCES
from app.publishing.posts.post_event import PostEvent

MOST_EVENTS = 200
LOOKS: Mapping[str, tuple[str, str]] = {  # the icon and the tone of an event; others are an act of a person
    words.UPLOADED: ("arrow-up", "good"),
    words.SENT: ("send", "accent"),
    words.PROCESSING: ("clock", "accent"),
    words.PUBLISHED: ("check", "good"),
    words.WAITING: ("hourglass-empty", "warm"),
    words.STOPPED: ("hourglass-empty", "warm"),
    words.RETRY: ("refresh", "warm"),
    words.FAILED: ("alert-circle", "bad"),
    words.NEEDS_RECONNECT: ("plug-connected", "warm"),
    words.INTERRUPTED: ("help", "warm"),
    words.LOOKED: ("search", "warm"),
    words.UNCONFIRMED: ("help", "warm"),
    words.REMINDED: ("bell", "warm"),
    words.REPLY_PUBLISHED: ("check", "good"),
    words.REPLY_FAILED: ("alert-circle", "bad"),
    words.REPLY_UNCONFIRMED: ("help", "warm"),
    event_sentences.CANCELLED: ("x", ""),
}
BY_PEOPLE = ("user", "")
WITH_REASON = frozenset({words.RETRY, words.FAILED, words.NEEDS_RECONNECT, words.STOPPED, words.WAITING})


@dataclass(slots=True)
class TimelineEntry:
    """A line of the timeline: `times` events of one kind from `first` to `last`; `by` is the name of the person who
    acted.
    """

    event: PostEvent
    network: str
    by: str
    first: datetime
    last: datetime
    times: int = 1

    @property
    def look(self) -> tuple[str, str]:
        """The icon and the tone."""
        return LOOKS.get(self.event.what, BY_PEOPLE)

    @property
    def sentence(self) -> str:
        """What happened, in the reader's language."""
        sentence = gettext(EVENT_SENTENCES.get(self.event.what, self.event.what))
        if self.times > 1:
            times = ngettext("%(num)s time", "%(num)s times", self.times) % {"num": i18n.format_number(self.times)}
            return f"{sentence} ({times})"
        return sentence

    @property
    def reason(self) -> str:
        """The reason of a failure; empty if nothing failed."""
        shown = self.event.trouble and self.event.what in WITH_REASON
        return trouble_sentence(self.event.trouble, self.network) if shown else ""

    @property
    def when(self) -> str:
        """The time, and the name of the person who acted."""
        first, last = i18n.format_datetime(self.first, seconds=True), i18n.format_datetime(self.last, seconds=True)
        time = first if first == last else f"{first} \N{EN DASH} {last}"
        return f"{time} · {self.by}" if self.by else time


class Timelines(NamedTuple):
    """The timeline of each variant of a post, the oldest event first; `cut` are the variants with earlier events."""

    entries: Mapping[UUID, list[TimelineEntry]]
    cut: frozenset[UUID]


async def timelines(networks: Mapping[UUID, str]) -> Timelines:
    """Returns the timelines of some variants; `networks` are the names to use, by variant."""
    ids = list(networks)
    most = MOST_EVENTS * max(len(ids), 1)
    events = PostEvent.filter(variant_id__in=ids)
    newest, earlier = await events.order_by("-id").limit(most + 1), list[Any]()
    if len(newest) > most:
        del newest[most:]
        earlier = await events.filter(id__lt=newest[-1].id).distinct().values_list("variant_id", flat=True)
    users = {event.user_id for event in newest if event.user_id}
    names = dict(await User.filter(id__in=list(users)).values_list("id", "name")) if users else {}
    result: dict[UUID, list[TimelineEntry]] = {id: [] for id in ids}
    for event in reversed(newest):
        _add(result[event.variant_id], event, networks[event.variant_id], str(names.get(event.user_id, "")))
    return Timelines(result, frozenset(earlier))


def _add(entries: list[TimelineEntry], event: PostEvent, network: str, by: str) -> None:
    """Adds an event as a line, or counts it to the last one that says the same."""
    last = entries[-1] if entries else None
    if last and event.user_id is None and (last.event.what, last.event.trouble) == (event.what, event.trouble):
        last.times, last.last = last.times + 1, event.at
    else:
        entries.append(TimelineEntry(event, network, by, event.at, event.at))
