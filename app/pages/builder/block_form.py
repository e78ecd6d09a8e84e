"""Reads the form of a block and that of the social icons: completes links and collects all refusals by input.

The inputs of a block's form are the fields of its kind (`url`, or `answer-2` in the third line of a list) and FRAME,
which every kind has. A field of a kind must not have a name of FRAME; a test checks that.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from app.blocks.kind import Kind, Refusals
from app.blocks.link_blocks import SOCIAL
from app.kernel import text, time_parser
from app.kernel.i18n import format_datetime_input, parse_datetime_input
from app.kernel.i18n import gettext as _
from app.kernel.refusal import Refusal
from app.links.known_sites import SITES
from app.links.site_icon import site_icon
from app.links.typed_destination import SiteUnknown, is_email, is_phone_number, parse_link, suggest_title
from app.pages.block import Block, InvalidSchedule
from app.payloads import qris
from app.web.forms import Form

SCHEDULE = {"show_from": "starts", "show_until": "ends"}
FRAME = ("highlight", "thumbnail", *SCHEDULE, "version", "more", "without", "kind", "at")
PLAYER_KINDS = {"video", "music"}  # their URLs are of a video or a song, so the name of an account is not completed
TITLED_KINDS = {"link", "product"}  # an empty title is filled in from the URL
SITE = "site-"  # prefix of an input: the site on which the account named in the input behind it is


def read_block(old: Block, form: Form) -> tuple[Block, Refusals]:
    """The block as the form has it, which may be incomplete, and all refusals, with their inputs as fields."""
    values, faults = _complete_links(old.block_kind, form)
    if old.kind in TITLED_KINDS and values["url"] and not (form["title"].strip() or old.values.get("title")):
        values["title"] = suggest_title(values["url"])
    lines = submitted_items(form, old.block_kind)
    if old.block_kind is SOCIAL:
        lines, account_faults = read_social_accounts(lines)
        faults += account_faults
    new, value_faults = old.with_partial_values(values, lines)
    blamed = {refusal.field for refusal in faults}
    faults += [refusal for refusal in value_faults if refusal.field not in blamed]
    new, frame_faults = _read_frame(new, form)
    return new, faults + frame_faults


def completed_link_fields(kind: Kind) -> tuple[str, ...]:
    """The names of a kind's fields that take a URL, or the name of an account, which is completed to one."""
    if kind.key in PLAYER_KINDS:
        return ()
    return tuple(field.name for field in kind.fields if field.input == "url" or field.name == "website")


def _complete_links(kind: Kind, form: Form) -> tuple[dict[str, str], Refusals]:
    """The values of the form with its links completed to URLs; a link that is refused is empty."""
    values, faults = dict(form.values), Refusals()
    for name in completed_link_fields(kind):
        try:
            values[name] = parse_link(form[name], _site(form[f"{SITE}{name}"]), name).url
        except Refusal as refusal:
            faults.append(refusal)
            values[name] = ""
    return values, faults


def _site(key: str) -> str:
    """The key of a known site that has profiles, or empty."""
    return key if key in SITES and SITES[key].profile else ""


def read_social_accounts(lines: list[dict[str, str]]) -> tuple[list[dict[str, str]], Refusals]:
    """The lines of the social icons, with the network of a URL, an email address or a phone number filled in.

    Returns the lines and all refusals, with fields such as `network-2`: SiteUnknown for the name of an account without
    a
    network, and those of `parse_link`. A refused account is empty.
    """
    read, faults = list[dict[str, str]](), Refusals()
    for at, line in enumerate(lines):
        try:
            read.append(_read_account(line))
        except Refusal as refusal:
            refusal.field = f"{'network' if isinstance(refusal, SiteUnknown) else 'account'}-{at}"
            faults.append(refusal)
            read.append(line | {"account": ""})
    return read, faults


def _read_account(line: Mapping[str, str]) -> dict[str, str]:
    """A line with its network, and a URL completed. Raises: SiteUnknown, those of `parse_link`."""
    typed, network = text.trim(line["account"]), line["network"]
    if not typed or len(typed) > SOCIAL.item[1].most:
        return dict(line)
    if not network and is_email(typed):
        return {"network": "email", "account": typed}
    if not network and is_phone_number(typed):
        return {"network": "whatsapp", "account": typed}
    if network and "/" not in typed and " " not in typed:
        return dict(line)  # the name of an account, which the kind makes into a URL
    if network == "email":
        return dict(line)
    url, site = parse_link(typed, _site(network), "account")
    return {"network": site if _site(site) else network or "website", "account": url}


def _read_frame(block: Block, form: Form) -> tuple[Block, Refusals]:
    """The block with highlight, thumbnail and schedule; times are local to the account, absent ones stay."""
    block = replace(block, highlight=form.has("highlight"), thumbnail=form["thumbnail"])
    times, faults = {"starts": block.starts, "ends": block.ends}, Refusals()
    kind_fields = {field.name for field in block.block_kind.fields}
    for name, attribute in SCHEDULE.items():
        # An older version of the form, which may still be open in a browser, has inputs named like the attributes.
        sent = name if form.has(name) or attribute in kind_fields else attribute
        if form.has(sent):
            try:
                times[attribute] = _read_time(form[sent], name, getattr(block, f"{attribute}_at"))
            except Refusal as refusal:
                faults.append(refusal)
    if faults:
        return block, faults
    try:
        return block.with_schedule(**times), faults
    except Refusal as refusal:
        refusal.field = next(name for name, attribute in SCHEDULE.items() if attribute == refusal.field)
        return block, [refusal]


def _read_time(typed: str, name: str, before: datetime | None) -> str:
    """A typed local time as RFC 3339, or empty; an unchanged one keeps the seconds of `before`, which no form shows.

    Raises: InvalidSchedule, with the field `name`.
    """
    if before and typed == format_datetime_input(before):
        return before.isoformat()
    try:
        return parse_datetime_input(typed).isoformat() if typed.strip() else ""
    except time_parser.InvalidTime as problem:
        raise problem.refusal(InvalidSchedule, name) from None


def submitted_items(form: Form, kind: Kind) -> list[dict[str, str]]:
    """The lines of a block's list from inputs such as `question-0`, `answer-0`, `question-1`, not validated."""
    names = [field.name for field in kind.item]
    indexes = range(kind.most_items)
    return [{name: form[f"{name}-{at}"] for name in names} for at in indexes if f"{names[0]}-{at}" in form.values]


def input_names(block: Block, lines: int) -> list[str]:
    """The names of all inputs of a block's form that can be refused; `lines` is the length of its list."""
    item_names = [f"{field.name}-{at}" for at in range(lines) for field in block.block_kind.item]
    return [*(field.name for field in block.block_kind.fields), *item_names, *SCHEDULE, "thumbnail"]


class Note(NamedTuple):
    """A note below an input that says how its text was understood; `icon` is the name of an icon.

    `value` is the new value of the input when it differs from what was `typed`.
    """

    text: str
    icon: str
    value: str = ""
    typed: str = ""


def make_notes(block: Block, form: Form | None = None) -> dict[str, Note]:
    """The notes below the inputs of a block by `<block id>-<name of the input>`.

    They say which URL a link was completed to, that a title was proposed, and which merchant a QRIS pays. `form` is the
    form that was submitted, if one was.
    """
    notes = dict[str, Note]()
    for name in completed_link_fields(block.block_kind) if form else ():
        url, typed = block.values.get(name, ""), text.trim((form or Form())[name])
        if url and url != typed:
            notes[f"{block.id}-{name}"] = Note(url.partition("://")[2], site_icon(url).icon or "link", url, typed)
    if form and block.kind in TITLED_KINDS and block.values.get("title") and not form["title"].strip():
        notes[f"{block.id}-title"] = Note(
            _("Proposed from the address. Change it as you like."), "bolt", block.values["title"]
        )
    for field in block.block_kind.fields:
        if field.input == "qris" and block.complete:
            merchant = qris.parse_qris(block.values[field.name])
            text_of_note = _("Pays %(name)s, %(city)s.") % {"name": merchant.name, "city": merchant.city}
            notes[f"{block.id}-{field.name}"] = Note(text_of_note, "building-store")
    return notes
