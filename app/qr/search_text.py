"""The text that searches for QR codes match."""

from collections.abc import Mapping

from app.kernel.search_text import build_search_text
from app.payloads.registry import KINDS

SECRET_FIELDS = frozenset(field.name for kind in KINDS.values() for field in kind.fields if field.secret)


def build_code_search_text(title: str, values: Mapping[str, str] | None = None, content: str = "") -> str:
    """The searchable text of a code: its placement and the values of a static code, except passwords."""
    visible = {name: value for name, value in (values or {}).items() if name not in SECRET_FIELDS}
    urls = [value for value in visible.values() if value.startswith(("http://", "https://"))]
    contents = [content] if content and not (values and SECRET_FIELDS & values.keys()) else []
    return build_search_text([title, *visible.values(), *contents], urls)
