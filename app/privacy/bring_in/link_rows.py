"""The links of an import: their values, the verdict about each, and how one is made."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any

from app.accounts.models import Account
from app.kernel import clock, text, time_parser
from app.kernel.db import transaction
from app.kernel.destination import clean_url
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_, InvalidRequest, Refusal
from app.links.models import Link
from app.links.name_claims import MAX_ALIASES
from app.links.tag import COLOUR_COUNT, MAX_DESCRIPTION, Tag, fold_tag, parse_tags
from app.links.validation import Changes, check_changes, parse_expiry, parse_link_time
from app.names import slug as slugs
from app.names.models import Name
from app.privacy.bring_in.dry_run_state import ImportPlan, reason_of, suggest_names
from app.privacy.bring_in.import_row import CANNOT, HERE, LINK, MAKE, RENAME, ImportRow
from app.privacy.bring_in.row_schema import LinkRow, TagRow, read_row
from app.privacy.bring_in.undoing_names import held_names

Numbered = Sequence[tuple[int, dict[str, Any]]]
TagColumns = dict[str, dict[str, Any]]  # by folded name


class InTheTrash(InvalidRequest):
    """The object was deleted when the export was made."""

    says = N_("It was in the trash when the file was made.")


class Blocked(InvalidRequest):
    """The object was blocked by the operator when the export was made."""

    says = N_("It was blocked by whoever ran that Kliqs.")


class UsedUp(InvalidRequest):
    """The click limit of the link is reached."""

    says = N_("Its click limit was reached.")


def link_values(row: LinkRow) -> Changes:
    """The values of a link, without its names. A link that had a password is paused.

    A click limit is what was left of it. Raises: InTheTrash, Blocked, UsedUp, those of `parse_expiry`,
    `parse_link_time` and `parse_tags`.
    """
    if row.deleted_at:
        raise InTheTrash
    if row.blocked_at:
        raise Blocked
    return Changes(
        url=row.destination_url,
        title=row.title,
        description=row.description,
        notes=row.notes,
        expires_at=parse_expiry(row.expires_at or ""),
        click_limit=_remaining_clicks(row),
        forward_query=row.forward_query,
        redirect_status=row.redirect_status,
        tracked=row.tracked,
        paused=bool(row.paused_at) or row.has_password,
        tags=parse_tags(",".join(row.tags)),
        **_further_destinations(row),
    )


def _remaining_clicks(row: LinkRow) -> int | None:
    """What is left of the click limit; None without one. Raises: UsedUp."""
    limit = None if row.click_limit is None else row.click_limit - max(row.admitted, 0)
    if limit is not None and limit <= 0:
        raise UsedUp
    return limit


def _further_destinations(row: LinkRow) -> Changes:
    """Where else a link leads, the id that a program gave it, and the words of its preview."""
    return Changes(
        rules=row.rules,
        ios_url=row.ios_url,
        android_url=row.android_url,
        opens_at=parse_link_time(row.opens_at or "", "opens_at"),
        fallback_url=row.fallback_url,
        next_url=row.next_url,
        next_url_at=parse_link_time(row.next_url_at or "", "next_url_at"),
        append_path=row.append_path,
        external_id=row.external_id,
        preview_title=row.preview_title,
        preview_description=row.preview_description,
    )


def creation_time(row: LinkRow) -> datetime | None:
    """When a link was made; None if the file does not say it in a form that can be read, or says a time to come."""
    with suppress(ValueError):
        when = time_parser.parse_time(row.created_at or "")
        return when if when <= clock.now() else None
    return None


def alias_names(row: LinkRow) -> list[str]:
    """The well-formed further names of a link, as many as a link may have."""
    names = {slugs.fold_name(name): name for name in row.names if slugs.lookup_key(name)}
    names.pop(slugs.fold_name(row.short_code), None)
    return list(names.values())[:MAX_ALIASES]


async def plan_links(plan: ImportPlan, numbered: Numbered) -> list[ImportRow]:
    """The rows of a batch of links with their verdicts, without links of bio pages and posts: those make their own."""
    rows: list[tuple[ImportRow, LinkRow]] = []
    refused: list[ImportRow] = []
    for number, raw in numbered:
        row = plan.row(LINK, number, str(raw.get("id", "")), str(raw.get("short_code", "")), _about(raw))
        try:
            link = read_row(LinkRow, raw)
            if link.page_id or link.post_variant_id:
                continue
            check_changes(link_values(link))
            rows.append((row, link))
        except Refusal as refusal:
            row.verdict, row.reason = CANNOT, reason_of(refusal)
            refused.append(row)
    await _decide_names(plan, rows)
    return sorted([*refused, *(row for row, _link in rows)], key=lambda row: row.number)


async def _decide_names(plan: ImportPlan, rows: list[tuple[ImportRow, LinkRow]]) -> None:
    """Gives the rows of valid links their verdicts and names."""
    wanted = {slugs.fold_name(name) for _row, link in rows for name in (link.short_code, *alias_names(link))}
    names = await Name.on_domain().filter(folded__in=list(wanted)).select_related("link") if wanted else []
    existing = {name.folded: name for name in names}
    to_rename = []
    for row, link in rows:
        if not link.short_code.strip():
            plan.take_room(row, MAKE, _("Your plan has no room left for it."))
            continue
        folded = slugs.fold_name(link.short_code)
        if own := _own_link(plan.account, existing.get(folded), link):
            row.verdict, row.undo = HERE, {"here": str(own.id)}
            continue
        free = folded not in plan.used and _is_free(plan.account, existing.get(folded), link.short_code)
        if free:
            plan.used.add(folded)
        else:
            to_rename.append(row)
        row.reason = _notes(plan.account, link, existing)
        plan.take_room(row, MAKE if free else RENAME, _("Your plan has no room left for it."))
    suggestions = await suggest_names(dict.fromkeys(row.wanted for row in to_rename), plan.used)
    for row in to_rename:
        row.name = suggestions.pop(row.wanted, "") or (await suggest_names([row.wanted], plan.used))[row.wanted]


def _own_link(account: Account, name: Name | None, link: LinkRow) -> Link | None:
    """The account's own live link of a name if it has the destination of the row."""
    own: Any = name.link if name and name.account_id == account.id and name.held_at is None else None
    return own if own and own.destination_url == clean_url(link.destination_url) else None


def _is_free(account: Account, name: Name | None, shown: str) -> bool:
    """Whether the account may claim a name that is `name` in the database, or new."""
    try:
        slugs.check_slug(shown)
    except Refusal:
        return False
    return name is None or name.is_claimable_by(account)


def _notes(account: Account, link: LinkRow, existing: dict[str, Name]) -> str:
    """What will be other than in the file, as a sentence in the current language; empty for nothing."""
    taken = [name for name in alias_names(link) if not _is_free(account, existing.get(slugs.fold_name(name)), name)]
    notes = [_("It had a password, which no export holds: it comes paused.")] if link.has_password else []
    if link.created_at and creation_time(link) is None:
        notes.append(_("We cannot read when it was made: it counts as new."))
    notes += [_("Other names that are taken: %(names)s") % {"names": ", ".join(taken)[:120]}] if taken else []
    return " ".join(notes)


def _about(raw: dict[str, Any]) -> str:
    return str(raw.get("destination_url", ""))


async def make_link(account: Account, row: ImportRow, raw: dict[str, Any], tag_columns: TagColumns) -> None:
    """Makes the link of a row, and records it in the same transaction.

    `tag_columns` are those of `columns_of_tags`. Raises: MadeAlready, those of `link_values` and Link.shorten.
    """
    link = read_row(LinkRow, raw)
    values = link_values(link)
    if link.external_id and await Link.filter(account=account, external_id=link.external_id).exists():
        values["external_id"] = None  # a program knows another link by it, which may be the one of this export
    aliases = await _free_aliases(account, link, row.name)
    async with transaction():
        undo: dict[str, Any] = {"held": await held_names(account, [*filter(None, [row.name]), *aliases])}
        before = await _tags_of(account, values["tags"])
        made = await Link.shorten(account, **values | {"slug": row.name, "aliases": aliases})
        new_tags = [tag for folded, tag in (await _tags_of(account, values["tags"])).items() if folded not in before]
        for tag in new_tags:
            await Tag.filter(id=tag.id).update(**tag_columns.get(tag.folded, {"colour": None}))
        if link.archived_at:
            await made.archive()
        if when := creation_time(link):
            await Link.filter(id=made.id).update(created_at=when)
        undo |= {"version": made.version, "tags": [tag.id for tag in new_tags]}
        await row.mark_made(made.id, undo, made.short_code)


async def _free_aliases(account: Account, link: LinkRow, name: str) -> list[str]:
    """The further names of a link that the account can have, without the one that becomes its main name."""
    others = [alias for alias in alias_names(link) if slugs.fold_name(alias) != slugs.fold_name(name)]
    return [alias for alias in others if _is_free(account, await Name.find(alias), alias)]


async def _tags_of(account: Account, names: list[str]) -> dict[str, Tag]:
    """The account's tags of these names, by folded name."""
    folded = [fold_tag(name) for name in names]
    return {tag.folded: tag for tag in await Tag.owned_by(account).filter(folded__in=folded)} if folded else {}


def columns_of_tags(rows: Numbered) -> TagColumns:
    """The colour and the description in the table of tags, by folded name; rows that cannot be read are left out."""
    columns: TagColumns = {}
    for _number, raw in rows:
        try:
            tag = read_row(TagRow, raw)
        except Refusal:
            continue
        colour = tag.colour if tag.colour is not None and 1 <= tag.colour <= COLOUR_COUNT else None
        description = text.clean_multiline(tag.description[:MAX_DESCRIPTION], MAX_DESCRIPTION, "description")
        columns[fold_tag(tag.name)] = {"colour": colour, "description": description}
    return columns
