"""The filter of a list by an API key: a choice of all keys, or a field for words where an account has many of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from tortoise.expressions import Q, Subquery

from app.accounts.models import Account
from app.kernel import text
from app.kernel.uuid_parser import parse_uuid
from app.keys.models import MAX_NAME_LENGTH, ApiKey
from app.keys.raw_key import PREFIX

MOST_CHOICES, LONGEST = 200, 100  # LONGEST: characters of what was typed
SEPARATOR, END = " · …", 4  # END: how many of the last characters name a key
SECRET = re.compile(rf"{PREFIX}([0-9A-Za-z…]*)")  # also a part of a key, and one of which only the ends are shown


class KeyChoices(NamedTuple):
    """Pairs of value and label. With `typed` they are only suggestions, because there are more, or none was chosen.

    `shown` is what was chosen: its label if it is a key of the account, otherwise the words that were typed.
    """

    pairs: Sequence[tuple[str, str]]
    typed: bool
    shown: str


async def key_choices(account: Account, chosen: str, further: Sequence[tuple[str, str]] = ()) -> KeyChoices:
    """Returns the keys to choose from, ended ones too, and `further` choices.

    The account's own keys come first, then their sub-keys, each the latest first.
    """
    most = MOST_CHOICES + 1
    keys = await ApiKey.owned_by(account).order_by("-created_at", "-id").limit(most)
    if len(keys) < most:
        sub_keys = ApiKey.filter(account=account).exclude(parent_id=None).order_by("-created_at", "-id")
        keys += await sub_keys.limit(most - len(keys))
    pairs = [*((str(key.id), label_of(key)) for key in keys[:MOST_CHOICES]), *further]
    labels, cut = dict(pairs), len(keys) > MOST_CHOICES
    if cut and chosen not in labels:
        labels |= {str(key.id): label_of(key) for key in await ApiKey.filter(account=account, id=parse_uuid(chosen))}
    return KeyChoices(pairs, cut or bool(chosen and chosen not in labels), labels.get(chosen, chosen))


def label_of(key: ApiKey) -> str:
    """Returns a key as choices name it: `Shop · …4f9a`."""
    return f"{key.name}{SEPARATOR}{key.last_four}"


def has_secret(typed: str) -> bool:
    """Whether a typed text has an API key in it, which must neither stay in a URL nor be shown."""
    return PREFIX in typed


def parse_key(typed: str) -> str:
    """Returns the id of a key in its usual form, or the words that were typed instead of one.

    Of a text with an API key in it, these are only the last characters of the key.
    """
    if secret := SECRET.search(typed):
        return secret[1][-END:]
    return str(parse_uuid(typed) or "") or text.cut_line(typed, LONGEST)


def has_key(account: Account, chosen: str) -> Q:
    """Returns the condition for rows of a key of the account.

    `chosen` is the key's id or label, a part of its name, or its last four characters.
    """
    if parse_uuid(chosen):
        return Q(key_id=chosen)
    name, separator, end = chosen.rpartition(SEPARATOR)
    if separator and len(name) <= MAX_NAME_LENGTH and len(end) == END:
        words = Q(name=name, last_four=end)
    else:
        words = Q(name__icontains=chosen)
        if len(chosen) == END:
            words |= Q(last_four=chosen)
    ids: Any = ApiKey.filter(words, account_id=account.id).order_by().values("id")
    return Q(key_id__in=Subquery(ids))
