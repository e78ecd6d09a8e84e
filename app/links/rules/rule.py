"""A rule of a link: visitors for whom all its conditions hold are led to its destination, or to one of several by their
shares. The rules of a link are tried in order, and the first that applies decides.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import orjson

from app.links.rules.condition import Condition
from app.names.slug import ALPHABET

MAX_RULES, MAX_CONDITIONS, MAX_DESTINATIONS, MAX_VALUES = 20, 10, 10, 100
MAX_ID, MAX_NAME, ID_LENGTH = 16, 60, 6
MAX_BYTES = 64 * 1024  # of all rules of a link as JSON


@dataclass(frozen=True, slots=True)
class Destination:
    """A place that a rule leads to, and its share of the rule's visitors in percent."""

    url: str
    weight: int = 100


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule. `id` is unique among the rules of a link and stays when the rule is changed; `name` may be empty.

    `to` has one destination, or a split of several whose weights sum to 100.
    """

    id: str
    when: tuple[Condition, ...]
    to: tuple[Destination, ...]
    name: str = ""
    on: bool = True

    def as_json(self) -> dict[str, Any]:
        """Returns the rule as JSON: what the API answers and the column `links.rules` stores."""
        return {
            "id": self.id,
            "name": self.name,
            "on": self.on,
            "when": [condition.as_json() for condition in self.when],
            "to": [{"url": place.url, "weight": place.weight} for place in self.to],
        }


def new_rule_id() -> str:
    """Returns a random id for a rule."""
    return "".join(secrets.choice(ALPHABET) for _ in range(ID_LENGTH))


def rules_column(rules: Iterable[Rule]) -> str | None:
    """Returns rules as the column `links.rules` stores them; None for no rules."""
    items = [rule.as_json() for rule in rules]
    return orjson.dumps(items).decode() if items else None
