"""The types of events that endpoints can choose, in the order of the form and of the documentation."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from app.kernel import installation
from app.kernel.refusal import N_


class EventType(NamedTuple):
    """A type of events: its noun, whose heading it is listed under, and when it happens (English, to be translated)."""

    noun: str
    when: str


TEST, VISIT_BATCH, LINK_EXPIRED = "test", "visit.batch", "link.expired"
LIMIT_NEAR, LIMIT_REACHED = "limit.near", "limit.reached"
EVENT_TYPES: Mapping[str, EventType] = {
    "link.created": EventType("link", N_("A link is made, by hand, by the API, in a batch, or brought in.")),
    "link.updated": EventType(
        "link", N_("A link is changed, paused, resumed, archived, tagged, unblocked or brought back.")
    ),
    "link.deleted": EventType("link", N_("A link is deleted. It can be brought back for 30 days.")),
    LINK_EXPIRED: EventType("link", N_("The expiry of a link is over; told within a minute or two.")),
    "link.limit_reached": EventType("link", N_("The last visit that a click limit lets through was counted.")),
    "link.blocked": EventType("link", N_("The operator of this installation blocks a link.")),
    "page.published": EventType("page", N_("A bio page goes live, or goes live with changes.")),
    "subscriber.created": EventType("subscriber", N_("Somebody leaves an address on a bio page; see its status.")),
    "subscriber.confirmed": EventType(
        "subscriber", N_("An address confirms by email and is on the list from then on.")
    ),
    "subscriber.deleted": EventType("subscriber", N_("An address leaves the list: unsubscribed or deleted.")),
    "qr.created": EventType("qr", N_("A QR code is made, also in a batch.")),
    LIMIT_NEAR: EventType("limit", N_("Four fifths of the links or of the API requests of the plan are used.")),
    LIMIT_REACHED: EventType("limit", N_("All links or all API requests of the plan are used.")),
    "order.paid": EventType("order", N_("An order of a plan is paid.")),
    "order.expired": EventType("order", N_("An order of a plan was not paid in time.")),
    "post.published": EventType("post", N_("A post is published at one of its networks, by Kliqs or by hand.")),
    "post.failed": EventType(
        "post", N_("A post could not be published at one of its networks; nothing was sent. See its state and trouble.")
    ),
    "post.unconfirmed": EventType(
        "post", N_("Nobody knows whether a post is at one of its networks. Somebody has to look, and to decide.")
    ),
    VISIT_BATCH: EventType(
        "visit", N_("Clicks and scans since the last one, by link: at most one a minute, of up to 1,000 links.")
    ),
}
NOUNS: Mapping[str, str] = {  # the headings of the form
    "link": N_("Links"),
    "page": N_("Bio pages"),
    "subscriber": N_("Audience"),
    "qr": N_("QR codes"),
    "limit": N_("Limits of the plan"),
    "order": N_("Orders"),
    "post": N_("Posts"),
    "visit": N_("Visits"),
}


def offered_types(chosen: Collection[str] = ()) -> dict[str, EventType]:
    """Returns the types that can be chosen: where publishing is off, those of posts only if they are chosen already."""
    on = installation.current().config.publishing
    return {name: each for name, each in EVENT_TYPES.items() if on or each.noun != "post" or name in chosen}


def noun_of(event_type: str) -> str:
    """Returns the part before the dot, by which the representation of an event's data is registered."""
    return event_type.partition(".")[0]
