"""The names of form fields that hold secrets, so that none is ever written back into a page that was not asked to.

Nobody keeps this list by hand. A field of a template is in it because the one macro that renders secret fields names it
(app/web/resubmit.py reads the templates when the app starts), a field of a QR code or a block because its declaration says
`secret` (app/payloads/field.py).
"""

_labels: dict[str, str] = {}


def register(name: str, label: str) -> None:
    """Makes a field of this name a secret in every form; the first label (English, to be translated) is kept."""
    _labels.setdefault(name, label)


def names() -> list[str]:
    """All registered names."""
    return list(_labels)


def secret(name: str) -> bool:
    """Whether a field holds a secret. A prefix that ends in a dash makes no difference: `given-password`."""
    return _own(name) in _labels


def label_of(name: str) -> str:
    """What a secret field is called, in English, to be translated."""
    return _labels[_own(name)]


def _own(name: str) -> str:
    return name.rpartition("-")[2]
