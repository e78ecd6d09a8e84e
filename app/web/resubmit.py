"""A form that could not be taken is not lost: what was typed, to be sent once more from the page that says so.

Passwords and tokens are never written into a page; they are asked for again. Which fields are such is read from the
templates when the app starts, where one macro renders all of them (`ui.password`, `ui.secret_input`), and from the
declarations of what QR codes and blocks hold (app/payloads/field.py).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple, Self

from jinja2 import Environment, nodes
from quart import Quart, request
from werkzeug.exceptions import HTTPException

from app.kernel import secret_fields
from app.kernel.text import whole
from app.web import csrf

MACROS = {"password", "secret_input"}  # of templates/shared/ui.html; both begin with the label and the name
MOST = 64 * 1024  # bytes of a form that are carried on
FORM = "application/x-www-form-urlencoded"


def install(app: Quart) -> None:
    """Registers every secret field of the templates."""
    for label, name in rendered(app.jinja_env):
        if isinstance(name, nodes.Const):
            secret_fields.register(name.value, _words(label))


def rendered(env: Environment) -> Iterator[tuple[nodes.Expr, nodes.Expr]]:
    """The label and the name of each secret field that a template renders, as they are written there."""
    for path in env.list_templates(extensions=["html"]):
        source = env.loader.get_source(env, path)[0] if env.loader else ""
        calls = env.parse(source).find_all(nodes.Call) if any(f"ui.{macro}(" in source for macro in MACROS) else ()
        for call in calls:
            if isinstance(call.node, nodes.Getattr) and call.node.attr in MACROS and len(call.args) > 1:
                yield call.args[0], call.args[1]


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
        return [(name, secret_fields.label_of(name)) for name in self.secrets]

    @classmethod
    def read(cls, text: str, below: str) -> Self | None:
        """What `text` made of one says; None for anything else, and for a form that goes elsewhere than `below`."""
        try:
            action, fields, secrets = json.loads(text[:2 * MOST])
            pairs = [(str(name), str(value)) for name, value in fields]
            found = cls(str(action), [pair for pair in pairs if not secret_fields.secret(pair[0])],
                        [str(name) for name in secrets if secret_fields.secret(str(name))])
        except (ValueError, TypeError, RecursionError):
            return None
        return found if found.action.startswith(below) and found.action.isprintable() else None


async def typed() -> Again | None:
    """The form of this request, when it is one of our own pages' and of text alone."""
    if request.method != "POST" or request.mimetype != FORM or not csrf.ours():
        return None
    if (request.content_length or 0) > MOST:
        return None
    try:
        form = await request.form
    except (HTTPException, TimeoutError):
        return None
    pairs = [(name, whole(value)) for name, value in form.items(multi=True) if isinstance(value, str)]
    secrets = list(dict.fromkeys(name for name, value in pairs if value and secret_fields.secret(name)))
    fields = [(name, value) for name, value in pairs if not secret_fields.secret(name)]
    fits = 0 < sum(len(name) + len(value) for name, value in pairs) <= MOST
    return Again(request.full_path.rstrip("?"), fields, secrets) if fits else None


def _words(label: nodes.Expr) -> str:
    """The English words of a label; of two that a condition chooses from, the last."""
    return [str(word.value) for word in label.find_all(nodes.Const) if isinstance(word.value, str)][-1]
