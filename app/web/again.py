"""A form that could not be taken is not lost: what was typed, to be sent once more from the page that says so.

Passwords and tokens are never written into a page; they are asked for again.
"""

from __future__ import annotations

import json
from typing import NamedTuple, Self

from quart import request
from werkzeug.exceptions import HTTPException

from app.kernel.refusal import N_
from app.kernel.text import whole
from app.web import forgery

SECRETS = {"password": N_("Password"), "current": N_("Current password"), "token": N_("Save code"),
           "key": N_("API key")}
MOST = 64 * 1024  # bytes of a form that are carried on
FORM = "application/x-www-form-urlencoded"


class Again(NamedTuple):
    """Where a form went, its fields in their order, and the names of the secrets that were typed beside them."""

    action: str
    fields: list[tuple[str, str]]
    secrets: list[str]

    @property
    def text(self) -> str:
        """All of it as one value of a form."""
        return json.dumps(self)

    @property
    def asked(self) -> list[tuple[str, str]]:
        """The secrets with their labels, English, to be translated."""
        return [(name, SECRETS[name]) for name in self.secrets]

    @classmethod
    def read(cls, text: str, below: str) -> Self | None:
        """What `text` made of one says; None for anything else, and for a form that goes elsewhere than `below`."""
        try:
            action, fields, secrets = json.loads(text[:2 * MOST])
            found = cls(str(action), [(str(name), str(value)) for name, value in fields],
                        [name for name in SECRETS if name in secrets])
        except (ValueError, TypeError, RecursionError):
            return None
        return found if found.action.startswith(below) and found.action.isprintable() else None


async def typed() -> Again | None:
    """The form of this request, when it is one of our own pages' and of text alone."""
    if request.method != "POST" or request.mimetype != FORM or not forgery.ours():
        return None
    if (request.content_length or 0) > MOST:
        return None
    try:
        form = await request.form
    except (HTTPException, TimeoutError):
        return None
    pairs = [(name, whole(value)) for name, value in form.items(multi=True) if isinstance(value, str)]
    secrets = [name for name in SECRETS if form.get(name)]
    fields = [(name, value) for name, value in pairs if name not in secrets]
    fits = 0 < sum(len(name) + len(value) for name, value in pairs) <= MOST
    return Again(request.full_path.rstrip("?"), fields, secrets) if fits else None
