"""Nothing in the product is left over: what is defined is used by the code, a template or a framework."""

import re
from pathlib import Path

import pytest
from vulture import Vulture

ROOT = Path(__file__).parent.parent
DECORATORS = "get post put patch delete route before_request after_request while_serving errorhandler command group"
ROUTES = [f"@*.{name}" for name in (*DECORATORS.split(), "app_context_processor")]
REGISTERED = [
    *ROUTES,
    "@field_validator",
    "@model_validator",
    "@jobs.handler",
    "@handler",
    "@outbox.represents",
    "@limit_emails.when_crossed",
    "@set_lookup",
]
CALLED_BY = {
    "Tortoise": {"Meta", "_in_transaction", "get_client_class", "__getattr__"},
    "html.parser": {"handle_starttag", "handle_endtag", "handle_data"},
    "asyncio": {"eof_received"},
    "io, of a file object": {"readable", "writable", "readinto", "seekable"},
    "DuckDB, of a file system": {"modified"},
    "httptools": {"on_url", "on_header", "on_headers_complete", "on_message_complete"},
    "markdown-it": {"table_open", "table_close", "heading_open", "heading_close"},
    "urllib": {"redirect_request"},
    "fontTools": {"_moveTo", "_lineTo", "_curveToOne", "_closePath"},
    "fsspec, of a file system that DuckDB reads": {"modified"},
    "hypercorn": {"_idle_timeout"},
    "werkzeug": {"to_python"},
    "jinja2": {"preprocess"},
    "getattr, by a name that is put together": {"starts_at", "ends_at"},
    "an annotation in quotes": {"BinaryIO"},
    "Quart, by a decorator without arguments": {"hand", "set_allowed_methods", "follow_longer_path"},
    "analytics, which makes routes for each kind of report": {"share_form", "start_sharing", "stop_sharing"},
    "tests, to see what is inside": {"pending_migrations", "secret_field_names", "document_digest"},
    "what comes next (publishing, webhooks)": {"allow_list"},
    "the interface of payment providers, whole for every adapter": {"refund"},
}
KINDS = {"function", "method", "class", "property", "import"}


@pytest.mark.slow
def test_nothing_is_defined_that_nobody_uses() -> None:
    vulture = Vulture(ignore_decorators=REGISTERED)
    vulture.scavenge([str(ROOT / "app")])
    templates = "".join(path.read_text() for path in (ROOT / "templates").rglob("*.html"))
    known = set().union(*CALLED_BY.values()) | set(re.findall(r"\w+", templates))
    unused = [item for item in vulture.get_unused_code(min_confidence=60) if item.typ in KINDS]
    assert not [f"{item.filename}: {item.name}" for item in unused if item.name not in known]
