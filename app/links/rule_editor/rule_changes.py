"""Changes the rules of a link, one at a time; each is an edit of the link at the version that the page showed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.accounts.models import Account
from app.kernel.db import transaction
from app.kernel.refusal import InvalidRequest, NotFound
from app.links.history.models import LinkChange
from app.links.models import Link
from app.links.rules.column import read_rules
from app.links.rules.rule import MAX_RULES, Rule
from app.links.rules.validation import TooManyRules

ACTIONS = ("on", "off", "up", "down", "delete")


def rules_of(link: Link) -> list[Rule]:
    """The rules of a link in their order."""
    return list(read_rules(link.rules))


def find_rule(link: Link, id: str) -> Rule:
    """The rule of a link with this id. Raises: NotFound."""
    for rule in rules_of(link):
        if rule.id == id:
            return rule
    raise NotFound


async def save_rule(account: Account, link: Link, rule: Rule, seen: int | None) -> None:
    """Replaces the rule with the same id, or adds it at the end.

    Raises: TooManyRules, RulesTooLong, LinkEditedElsewhere, those of `Link.edit`.
    """
    rules = rules_of(link)
    ids = [each.id for each in rules]
    if rule.id in ids:
        rules[ids.index(rule.id)] = rule
    elif len(rules) >= MAX_RULES:
        raise TooManyRules(most=MAX_RULES)
    else:
        rules.append(rule)
    await _write(account, link, rules, seen)


async def change_rule(account: Account, link: Link, id: str, action: str, seen: int | None) -> None:
    """Does an action of ACTIONS to a rule. Raises: NotFound, LinkEditedElsewhere, those of `Link.edit`."""
    rules, rule = rules_of(link), find_rule(link, id)
    at = rules.index(rule)
    if action in ("on", "off"):
        rules[at] = replace(rule, on=action == "on")
    elif action == "delete":
        del rules[at]
    elif action in ("up", "down"):
        del rules[at]
        rules.insert(max(0, at + (1 if action == "down" else -1)), rule)
    else:
        raise NotFound
    await _write(account, link, rules, seen)


async def delete_rule(account: Account, link: Link, id: str, seen: int | None) -> int:
    """Deletes a rule, and returns the id of that change in the link's history. Raises: those of `change_rule`."""
    async with transaction():  # in which nobody else changes the link
        await change_rule(account, link, id, "delete", seen)
        change = await LinkChange.of_link(link.id).order_by("-id").first()
    return change.id if change else 0


async def order_rules(account: Account, link: Link, ids: Sequence[str], seen: int | None) -> None:
    """Puts the rules into the order of these ids; rules that it does not name stay behind the others.

    Raises: LinkEditedElsewhere, those of `Link.edit`.
    """
    places = {id: at for at, id in enumerate(ids)}
    await _write(account, link, sorted(rules_of(link), key=lambda rule: places.get(rule.id, len(places))), seen)


async def _write(account: Account, link: Link, rules: Sequence[Rule], seen: int | None) -> None:
    """Writes the rules unless somebody changed the link since the version `seen`, or since it was read."""
    try:
        await link.edit(
            account, seen=link.version if seen is None else seen, rules=[rule.as_json() for rule in rules] or None
        )
    except InvalidRequest as refusal:
        if refusal.field.startswith("rules"):
            refusal.field = ""
        raise
