"""The registry of form fields that hold secrets, so that no value of theirs is written back into a page.

The registry fills itself. A field in a template is registered because the only macro that renders secret fields names
it (app/web/resubmit.py reads the templates when the app starts). A field of a QR code or a block is registered because
its declaration has `secret` (app/payloads/field.py).
"""

_labels: dict[str, str] = {}


def register_secret_field(name: str, label: str) -> None:
    """Registers a field name as secret in every form. The first label (English, to be translated) is kept."""
    _labels.setdefault(name, label)


def secret_field_names() -> list[str]:
    """Returns all registered names."""
    return list(_labels)


def is_secret_field(name: str) -> bool:
    """Whether a field holds a secret. A prefix that ends in a dash is ignored: `given-password`."""
    return _without_prefix(name) in _labels


def secret_field_label(name: str) -> str:
    """Returns the label of a secret field in English, to be translated."""
    return _labels[_without_prefix(name)]


def _without_prefix(name: str) -> str:
    """Returns a field name without its prefix."""
    return name.rpartition("-")[2]
