"""What was typed into the form of a block, or of the social icons: links are understood, and every fault is named.

The names of a block's form: those of its kind's fields (`url`, or `answer-2` in the third line of a list), and FRAME,
what all kinds have. No kind may have a field that is called as one of FRAME; a test holds that.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from app.blocks.kind import Kind, Refusals
from app.blocks.link_blocks import SOCIAL
from app.kernel import text, time_parser
from app.kernel.i18n import from_local, local_input
from app.kernel.i18n import gettext as _
from app.kernel.refusal import Refusal
from app.links.known_sites import SITES
from app.links.link_input import WhichSite, is_email, is_number, read_link, suggest_title
from app.links.site_icon import tile
from app.pages.block import Block, InvalidSchedule
from app.payloads import qris
from app.web.forms import Form

SCHEDULE = {"show_from": "starts", "show_until": "ends"}
FRAME = ("highlight", "thumbnail", *SCHEDULE, "version", "more", "without", "kind", "at")
PLAYED = {"video", "music"}  # addresses to be played: an account's name is none
TITLED = {"link", "product"}  # a title is proposed from the address where there was none
SITE = "site-"  # before the name of a field: the site that the name in it is on


def read_block(old: Block, form: Form) -> tuple[Block, Refusals]:
    """The block as it was typed so far, and all that is wrong with it, by the names of the form."""
    values, faults = _with_links(old.kin, form)
    if old.kind in TITLED and values["url"] and not (form["title"].strip() or old.given.get("title")):
        values["title"] = suggest_title(values["url"])
    lines = typed_items(form, old.kin)
    if old.kin is SOCIAL:
        lines, wrong = read_accounts(lines)
        faults += wrong
    new, wrong = old.typed(values, lines)
    blamed = {refusal.field for refusal in faults}
    faults += [refusal for refusal in wrong if refusal.field not in blamed]
    new, wrong = _framed(new, form)
    return new, faults + wrong


def link_fields(kind: Kind) -> tuple[str, ...]:
    """The fields of a kind that ask for a link."""
    if kind.key in PLAYED:
        return ()
    return tuple(field.name for field in kind.fields if field.input == "url" or field.name == "website")


def _with_links(kind: Kind, form: Form) -> tuple[dict[str, str], Refusals]:
    values, faults = dict(form.values), Refusals()
    for name in link_fields(kind):
        try:
            values[name] = read_link(form[name], _site(form[f"{SITE}{name}"]), name).url
        except Refusal as refusal:
            faults.append(refusal)
            values[name] = ""
    return values, faults


def _site(key: str) -> str:
    return key if key in SITES and SITES[key].profile else ""


def read_accounts(lines: list[dict[str, str]]) -> tuple[list[dict[str, str]], Refusals]:
    """Social icons as they were typed, each with its network: an address, an email address and a number tell it.

    Refusals, by fields such as `network-2`: WhichSite for a name alone of which no network was chosen.
    """
    read, faults = list[dict[str, str]](), Refusals()
    for at, line in enumerate(lines):
        try:
            read.append(_account(line))
        except Refusal as refusal:
            refusal.field = f"{'network' if isinstance(refusal, WhichSite) else 'account'}-{at}"
            faults.append(refusal)
            read.append(line | {"account": ""})
    return read, faults


def _account(line: Mapping[str, str]) -> dict[str, str]:
    typed, network = text.trimmed(line["account"]), line["network"]
    if not typed or len(typed) > SOCIAL.item[1].most:
        return dict(line)
    if not network and is_email(typed):
        return {"network": "email", "account": typed}
    if not network and is_number(typed):
        return {"network": "whatsapp", "account": typed}
    if network and "/" not in typed and " " not in typed:
        return dict(line)  # its name there
    if network == "email":
        return dict(line)
    url, site = read_link(typed, _site(network), "account")
    return {"network": site if _site(site) else network or "website", "account": url}


def _framed(block: Block, form: Form) -> tuple[Block, Refusals]:
    """Highlight, thumbnail and schedule in local time of the account; a schedule that was not sent stays."""
    block = replace(block, highlight=form.given("highlight"), thumbnail=form["thumbnail"])
    times, faults = {"starts": block.starts, "ends": block.ends}, Refusals()
    own = {field.name for field in block.kin.fields}
    for name, kept in SCHEDULE.items():
        sent = name if form.given(name) or kept in own else kept  # a form that was open before names were told apart
        if form.given(sent):
            try:
                times[kept] = _instant(form[sent], name, getattr(block, f"{kept}_at"))
            except Refusal as refusal:
                faults.append(refusal)
    if faults:
        return block, faults
    try:
        return block.scheduled(**times), faults
    except Refusal as refusal:
        refusal.field = next(name for name, kept in SCHEDULE.items() if kept == refusal.field)
        return block, [refusal]


def _instant(typed: str, name: str, before: datetime | None) -> str:
    """The moment that was typed; the one before to the second where the form shows it still."""
    if before and typed == local_input(before):
        return before.isoformat()
    try:
        return from_local(typed).isoformat() if typed.strip() else ""
    except time_parser.NotATime as problem:
        raise problem.refusal(InvalidSchedule, name) from None


def typed_items(form: Form, kind: Kind) -> list[dict[str, str]]:
    """The lines of a list as a form sends them: `question-0`, `answer-0`, `question-1`, …"""
    names = [field.name for field in kind.item]
    lines = range(kind.most_items)
    return [{name: form[f"{name}-{at}"] for name in names} for at in lines if f"{names[0]}-{at}" in form.values]


def form_names(block: Block, lines: int) -> list[str]:
    """The names of all inputs of a block's form that can be refused."""
    each = [f"{field.name}-{at}" for at in range(lines) for field in block.kin.item]
    return [*(field.name for field in block.kin.fields), *each, *SCHEDULE, "thumbnail"]


class Note(NamedTuple):
    """What became of what was typed into a field. `value` is what the field holds now, where it was not `typed`."""

    text: str
    icon: str
    value: str = ""
    typed: str = ""


def notes_of(block: Block, form: Form | None = None) -> dict[str, Note]:
    """What is said below the fields of a block: where a link leads, which title was proposed, whom a QRIS pays."""
    notes = dict[str, Note]()
    for name in link_fields(block.kin) if form else ():
        url, typed = block.given.get(name, ""), text.trimmed((form or Form())[name])
        if url and url != typed:
            notes[f"{block.id}-{name}"] = Note(url.partition("://")[2], tile(url).icon or "link", url, typed)
    if form and block.kind in TITLED and block.given.get("title") and not form["title"].strip():
        notes[f"{block.id}-title"] = Note(_("Proposed from the address. Change it as you like."), "bolt",
                                          block.given["title"])
    for field in block.kin.fields:
        if field.input == "qris" and block.complete:
            merchant = qris.read(block.given[field.name])
            said = _("Pays %(name)s, %(city)s.") % {"name": merchant.name, "city": merchant.city}
            notes[f"{block.id}-{field.name}"] = Note(said, "building-store")
    return notes
