"""Reads a request body into a draft: cleaned, and everything that it names is the account's. All faults at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import available_timezones

from app.accounts.models import Account
from app.kernel import time_parser
from app.kernel.refusal import N_, Faults, InvalidRequest
from app.kernel.text import clean_line, clean_multiline
from app.kernel.uuid_parser import parse_uuid
from app.publishing.api.post_requests import MediaLine, PostFields, VariantLine
from app.publishing.connections.connection import Connection
from app.publishing.files.post_file import PostFile
from app.publishing.networks.registry import NETWORKS
from app.publishing.posts.drafts import LONGEST_ALT, LONGEST_CAMPAIGN, Draft, VariantDraft, new_variant
from app.publishing.posts.post import MOST_TEXT


class InvalidPlannedAt(InvalidRequest):
    """The time cannot be read."""

    field, says = "planned_at", time_parser.OffsetMissing.says


class UnknownZone(InvalidRequest):
    """There is no such time zone."""

    field, says = "time_zone", N_("There is no such time zone. Write one like Asia/Jakarta.")


class UnknownConnection(InvalidRequest):
    """The connection does not exist, or is another account's."""

    says = N_("You have no connection with this id.")


class ConnectionTwice(InvalidRequest):
    """The connection stands in two variants."""

    says = N_("This connection has a variant already.")


class UnknownPostFile(InvalidRequest):
    """The file does not exist, or is another account's."""

    says = N_("You have no file with this id.")


class FileNotOfPost(InvalidRequest):
    """A variant names a file that the post does not have."""

    says = N_("The post has no file with this id. Add it to “media” of the post first.")


class UnknownQuestion(InvalidRequest):
    """The network has no such question. Facts: network."""

    says = N_("%(network)s asks no such question. The connection lists those that it asks.")


class WrongAnswer(InvalidRequest):
    """The answer has another type than the question."""

    says = N_("Answer a switch with true or false, and a choice with one of its values.")


async def read_draft(account: Account, body: PostFields, stored: Draft) -> Draft:
    """Returns a stored draft with what a body says. Raises: Faults, or the only refusal."""
    faults = Faults.gather()
    draft = _read_words(body, stored, faults)
    media = await _read_media(account, body, stored, faults)
    draft = replace(draft, media=media)
    if "variants" in body.model_fields_set:
        networks = {str(id): name for id, name in await Connection.owned_by(account).values_list("id", "network")}
        variants = _read_variants(body.variants or [], networks, stored.variants, media, faults)
        draft = replace(draft, variants=variants)
    faults.raise_if_any()
    return draft


def parse_planned_at(text: str) -> datetime:
    """Parses a time with an offset. Raises: InvalidPlannedAt."""
    try:
        return time_parser.parse_time(text)
    except time_parser.InvalidTime as error:
        raise error.refusal(InvalidPlannedAt) from None


def check_zone(name: str) -> str:
    """Returns the name of a time zone. Raises: UnknownZone."""
    if name not in available_timezones():
        raise UnknownZone
    return name


def _read_words(body: PostFields, stored: Draft, faults: Faults) -> Draft:
    """Reads what is not about files and connections: null is what a new post has."""
    sent, changes = body.model_fields_set, dict[str, Any]()
    if "text" in sent:
        with faults.catching():
            changes["text"] = clean_multiline(body.text or "", MOST_TEXT, "text")
    if "campaign" in sent:
        with faults.catching():
            changes["campaign"] = clean_line(body.campaign or "", LONGEST_CAMPAIGN, "campaign")
    for name in {"short_links", "utm"} & sent:
        changes[name] = getattr(body, name) is not False
    if "planned_at" in sent:
        with faults.catching():
            changes["planned_at"] = parse_planned_at(body.planned_at) if body.planned_at is not None else None
    if body.time_zone:
        with faults.catching():
            changes["zone"] = check_zone(body.time_zone)
    return replace(stored, **changes)


async def _read_media(account: Account, body: PostFields, stored: Draft, faults: Faults) -> Mapping[str, str]:
    """Reads the files: those that the post has already may stay, others have to be the account's."""
    if "media" not in body.model_fields_set:
        return stored.media
    lines = body.media or []
    ids = [str(parse_uuid(line.id) or "") for line in lines]
    rows = PostFile.owned_by(account).filter(id__in=[id for id in ids if id])
    own = {str(id) for id in await rows.values_list("id", flat=True)} | stored.media.keys()
    alts = dict[str, str]()
    for at, (line, id) in enumerate(zip(lines, ids, strict=True)):
        with faults.catching():
            if id not in own:
                raise UnknownPostFile(field=f"media[{at}].id")
            alts[id] = _read_alt(line, at)
    return alts


def _read_alt(line: MediaLine, at: int) -> str:
    return clean_multiline(line.alt or "", LONGEST_ALT, f"media[{at}].alt")


def _read_variants(
    lines: list[VariantLine],
    networks: Mapping[str, str],
    stored: Mapping[UUID, VariantDraft],
    media: Collection[str],
    faults: Faults,
) -> dict[UUID, VariantDraft]:
    """Reads the variants; those of connections that are no more may stay."""
    variants = dict[UUID, VariantDraft]()
    for at, line in enumerate(lines):
        place, id = f"variants[{at}]", parse_uuid(line.connection_id)
        with faults.catching():
            if id is None or (str(id) not in networks and id not in stored):
                raise UnknownConnection(field=f"{place}.connection_id")
            if id in variants:
                raise ConnectionTwice(field=f"{place}.connection_id")
            variants[id] = _read_variant(line, place, networks.get(str(id), ""), media, faults)
    return variants


def _read_variant(line: VariantLine, place: str, network: str, media: Collection[str], faults: Faults) -> VariantDraft:
    """Reads one variant; its faults are collected. What is left out is as a new one has it."""
    text, reply, files, new = None, "", None, new_variant(network)
    with faults.catching():
        text = clean_multiline(line.text or "", MOST_TEXT, f"{place}.text") or None
    with faults.catching():
        reply = clean_multiline(line.reply or "", MOST_TEXT, f"{place}.reply")
    if line.media is not None:
        files = list(dict.fromkeys(str(parse_uuid(id) or id) for id in line.media))
        for at, id in enumerate(files):
            with faults.catching():
                if id not in media:
                    raise FileNotOfPost(field=f"{place}.media[{at}]")
    options = _read_options(line.options or {}, f"{place}.options", network, faults)
    if line.link_in_reply is None and line.options is None:
        options, in_reply = dict(new.options), new.link_in_reply
    else:
        in_reply = bool(line.link_in_reply)
    return VariantDraft(text, files, reply, options, line.short_links, in_reply)


def _read_options(sent: Mapping[str, str | bool], place: str, network: str, faults: Faults) -> dict[str, Any]:
    """Reads the answers to a network's questions; switches that are off and empty choices are left out."""
    adapter = NETWORKS.get(network)
    kinds = {option.name: option.kind for option in adapter.options} if adapter else {}
    answers = dict[str, Any]()
    for name, answer in sent.items():
        with faults.catching():
            if name not in kinds:
                raise UnknownQuestion(field=f"{place}.{name[:60]}", network=adapter.label if adapter else network)
            if isinstance(answer, bool) != (kinds[name] == "switch"):
                raise WrongAnswer(field=f"{place}.{name}")
            if answer:
                answers[name] = answer
    return answers
