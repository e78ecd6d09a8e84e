"""Keeps a form that could not be processed, so that it can be submitted again from the error page.

Passwords and tokens are never written into a page; they have to be typed again. Which fields are secret is read from
the templates when the app starts, where only the macros `ui.password` and `ui.secret_input` render them, and from the
declarations of QR code and block fields (app/payloads/field.py).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple, Self

from jinja2 import Environment, nodes
from quart import Quart, request
from werkzeug.exceptions import HTTPException

from app.kernel import sensitive_form_fields
from app.kernel.text import replace_surrogates
from app.web import csrf

MACROS = {"password", "secret_input"}  # of templates/shared/ui.html; their first arguments are label and name
MAX_BYTES = 64 * 1024  # the largest form that is kept
FORM = "application/x-www-form-urlencoded"


def install(app: Quart) -> None:
    """Registers every secret field of the templates."""
    for label, name in rendered_secret_fields(app.jinja_env):
        if isinstance(name, nodes.Const):
            sensitive_form_fields.register_secret_field(name.value, _label_text(label))


def rendered_secret_fields(env: Environment) -> Iterator[tuple[nodes.Expr, nodes.Expr]]:
    """Yields the label and the name of each secret field in the templates, as expressions."""
    for path in env.list_templates(extensions=["html"]):
        source = env.loader.get_source(env, path)[0] if env.loader else ""
        calls = env.parse(source).find_all(nodes.Call) if any(f"ui.{macro}(" in source for macro in MACROS) else ()
        for call in calls:
            if isinstance(call.node, nodes.Getattr) and call.node.attr in MACROS and len(call.args) > 1:
                yield call.args[0], call.args[1]


class SubmittedForm(NamedTuple):
    """A submitted form: its path, its fields in their order, and the names of the secret fields that had a value."""

    action: str
    fields: list[tuple[str, str]]
    secrets: list[str]

    @property
    def text(self) -> str:
        """The form as JSON, for a hidden field."""
        return json.dumps(self)

    @property
    def secret_fields(self) -> list[tuple[str, str]]:
        """The secret fields with their labels in English, to be translated."""
        return [(name, sensitive_form_fields.secret_field_label(name)) for name in self.secrets]

    @classmethod
    def read(cls, text: str, below: str) -> Self | None:
        """Parses the JSON of `text` from a hidden field; None if it is malformed.

        Also None if the form's path does not begin with `below`.
        """
        try:
            action, fields, secrets = json.loads(text[: 2 * MAX_BYTES])
            pairs = [(str(name), str(value)) for name, value in fields]
            form = cls(
                str(action),
                [pair for pair in pairs if not sensitive_form_fields.is_secret_field(pair[0])],
                [str(name) for name in secrets if sensitive_form_fields.is_secret_field(str(name))],
            )
        except (ValueError, TypeError, RecursionError):
            return None
        return form if form.action.startswith(below) and form.action.isprintable() else None


async def resubmittable_form() -> SubmittedForm | None:
    """Returns the form of this request; None unless it is text only, not too large, and sent by a page of ours."""
    if request.method != "POST" or request.mimetype != FORM or not csrf.is_same_origin():
        return None
    if (request.content_length or 0) > MAX_BYTES:
        return None
    try:
        form = await request.form
    except (HTTPException, TimeoutError):
        return None
    pairs = [(name, replace_surrogates(value)) for name, value in form.items(multi=True) if isinstance(value, str)]
    secrets = list(
        dict.fromkeys(name for name, value in pairs if value and sensitive_form_fields.is_secret_field(name))
    )
    fields = [(name, value) for name, value in pairs if not sensitive_form_fields.is_secret_field(name)]
    fits = 0 < sum(len((name + value).encode()) for name, value in pairs) <= MAX_BYTES
    return SubmittedForm(request.full_path.rstrip("?"), fields, secrets) if fits else None


def _label_text(label: nodes.Expr) -> str:
    """Returns the English text of a label; if a condition chooses between two texts, the last."""
    return [str(constant.value) for constant in label.find_all(nodes.Const) if isinstance(constant.value, str)][-1]
