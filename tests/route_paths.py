"""Addresses that fit the rules of the app, for tests that walk all of them."""

import re
from uuid import uuid4

ORDER = f"KLQ-{'0' * 26}"


def fill_rule(rule: str, name: str = "nothing") -> str:
    """The rule with a value that fits in place of each variable part; nothing has these ids and names."""
    path = re.sub(r"<any\('?([\w-]+)[^)]*\):\w+>", r"\1", rule.replace("<reference:reference>", ORDER))
    path = re.sub(r"<uuid:\w+>", str(uuid4()), path)
    return re.sub(r"<(?:path:)?\w+>", name, re.sub(r"<int:\w+>", "1", path))
