"""Reads the form of the composer into a draft.

The form holds only what its page shows: the text of all variants or, on the tab of one, its own. Each part has a marker
field (`where`, `asks`, `linked`, `media`); a part without its marker keeps what is stored.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import available_timezones

from werkzeug.datastructures import MultiDict

from app.kernel import clock, time_parser
from app.kernel.refusal import N_, Faults, InvalidRequest
from app.kernel.text import clean_line, clean_multiline, storable
from app.kernel.uuid_parser import parse_uuid
from app.publishing.composer.variant_files import read_files
from app.publishing.networks.network import Network
from app.publishing.networks.registry import NETWORKS
from app.publishing.planning.plan_by_time_choice import AT, NOW, SLOT
from app.publishing.posts.drafts import LONGEST_CAMPAIGN, MOST_CONNECTIONS, Draft, VariantDraft, new_variant
from app.publishing.posts.planning_actions import LONGEST_AHEAD, TimeTooFar
from app.publishing.posts.post import MOST_TEXT

LONGEST_ANSWER = 100


class WrongTime(InvalidRequest):
    """The day and time cannot be read."""

    field, says = "at", N_("That is not a day and time. Write it like 2026-11-30T19:00.")


class TimeMissing(InvalidRequest):
    """A post is to be planned, and no time was chosen."""

    field, says = "at", N_("Choose a day and a time.")


@dataclass(slots=True)
class ComposerForm:
    """What was submitted: the draft that it makes of the stored one, what could not be read, and where it came from.

    `tab` is the connection whose variant the page shows, None for the text of all. `seen` is the version for which the
    page was drawn, or the newer one that its reader decided to overwrite. `when` is NOW, AT or SLOT. `typed` are the
    raw values, to show them again. `stored` is the draft as it was before, None for a form that nobody submitted.
    """

    draft: Draft
    tab: UUID | None = None
    seen: int | None = None
    when: str = AT
    faults: Faults = field(default_factory=Faults.gather)
    typed: Mapping[str, str] = field(default_factory=dict)
    stored: Draft | None = None

    @property
    def changed(self) -> bool:
        """Whether the form says something else than what is stored."""
        stored = self.stored
        moved = stored is None or list(self.draft.media) != list(stored.media)  # equal mappings may differ in order
        return moved or self.draft != stored

    def check_time(self) -> None:
        """Checks that there is a time if one is needed. Raises: TimeMissing."""
        if self.when == AT and self.draft.planned_at is None and not self.faults.refusals:
            raise TimeMissing


def read_form(values: MultiDict[str, str], stored: Draft, networks: Mapping[UUID, str]) -> ComposerForm:
    """Reads a submitted form; `networks` are the names of the networks of the account's connections, by their ids."""
    typed = {name: storable(value) for name, value in values.items()}
    form = ComposerForm(stored, parse_uuid(typed.get("for", "")), typed=typed, stored=stored)
    form.seen = _version(typed.get("overwrite") or typed.get("version", ""))
    form.when = typed["when"] if typed.get("when") in {NOW, AT, SLOT} else AT
    variants = _chosen_variants(values, stored, networks)
    if form.tab not in variants:
        form.tab = None
    _read_links(form, values, variants, networks)
    _read_answers(values, variants, networks)
    form.draft = replace(form.draft, variants=variants)
    _read_words(form, values)
    form.draft = read_files(form.draft, form.tab, values)
    _read_time(form)
    return form


def _chosen_variants(
    values: MultiDict[str, str], stored: Draft, networks: Mapping[UUID, str]
) -> dict[UUID, VariantDraft]:
    """Returns the variants of the chosen connections, those that are stored as they are."""
    if "where" not in values:
        return dict(stored.variants)
    chosen = [id for id in map(parse_uuid, values.getlist("connection")[:MOST_CONNECTIONS]) if id]
    known = [id for id in chosen if id in networks or id in stored.variants]
    return {id: stored.variants.get(id) or new_variant(networks[id]) for id in known}


def _read_words(form: ComposerForm, values: MultiDict[str, str]) -> None:
    """Reads the text, on the tab of a variant its own one: the same words as for all, or none, mean no own text."""
    draft, tab = form.draft, form.tab
    if "text" not in values:
        return
    with form.faults.catching():
        text = clean_multiline(form.typed["text"], MOST_TEXT, "text")
        if tab is None:
            form.draft = draft = replace(draft, text=text)
        else:
            shared = form.typed.get("do") == "shared" or text in {"", draft.text}
            form.draft = draft = _changed(draft, tab, text=None if shared else text)
    if tab is not None and "reply" in values:
        with form.faults.catching():
            form.draft = _changed(draft, tab, reply=clean_multiline(form.typed["reply"], MOST_TEXT, "reply"))


def _read_links(
    form: ComposerForm, values: MultiDict[str, str], variants: dict[UUID, VariantDraft], networks: Mapping[UUID, str]
) -> None:
    """Reads what becomes of addresses: UTM parameters, campaign, and for each variant short links and their place."""
    if "links" not in values:
        return
    campaign = form.draft.campaign
    with form.faults.catching():
        campaign = clean_line(form.typed.get("campaign", ""), LONGEST_CAMPAIGN, "campaign")
    form.draft = replace(form.draft, campaign=campaign, utm="utm" in values)
    for id in map(parse_uuid, values.getlist("linked")):
        if id is None or id not in variants:
            continue
        network, wanted = NETWORKS.get(networks.get(id, "")), f"short-{id}" in values
        usual = form.draft.short_links and bool(network and network.short_links)
        variants[id] = replace(
            variants[id],
            short_links=None if wanted == usual else wanted,
            link_in_reply=f"reply-link-{id}" in values and bool(network and network.has_reply),
        )


def _read_answers(
    values: MultiDict[str, str], variants: dict[UUID, VariantDraft], networks: Mapping[UUID, str]
) -> None:
    """Reads the answers to the questions of the networks."""
    for id in map(parse_uuid, values.getlist("asks")):
        network = NETWORKS.get(networks.get(id, "")) if id else None
        if id is not None and network is not None and id in variants:
            variants[id] = replace(variants[id], options=_answers(values, network, id))


def _answers(values: MultiDict[str, str], network: Network, id: UUID) -> dict[str, Any]:
    """Returns the answers of one variant; switches that are off and questions without an answer are left out."""
    answers: dict[str, Any] = {}
    for option in network.options:
        value = values.get(f"ask-{id}-{option.name}", "")[:LONGEST_ANSWER]
        if value:
            answers[option.name] = True if option.kind == "switch" else storable(value)
    return answers


def _read_time(form: ComposerForm) -> None:
    """Reads the day and time in the zone of the form."""
    if "at" not in form.typed:
        return
    zone = form.typed.get("zone", "")
    zone = zone if zone in available_timezones() else form.draft.zone
    at: datetime | None = None
    if raw := form.typed["at"].strip()[:64]:
        with form.faults.catching():
            try:
                at = time_parser.parse_time(raw, zone)
            except time_parser.InvalidTime as error:
                raise error.refusal(WrongTime, "at") from None
            if at > clock.now() + LONGEST_AHEAD:
                at = None
                raise TimeTooFar
    form.draft = replace(form.draft, planned_at=at, zone=zone)


def _changed(draft: Draft, id: UUID, **changes: Any) -> Draft:
    """Returns a draft with changes of one variant."""
    return replace(draft, variants={**draft.variants, id: replace(draft.variants[id], **changes)})


def _version(raw: str) -> int | None:
    """Reads the version of a form; one that is no number counts as 0, which no stored post has."""
    return int(raw) if raw.isascii() and raw.isdigit() and len(raw) < 10 else 0
