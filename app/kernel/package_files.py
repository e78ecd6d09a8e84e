"""The paths of files that are not Python code, and the version of Kliqs.

In a checkout, templates, static files, catalogues, migrations and the samples of `deploy` are folders next to `app`.
A wheel has the same folders in `app/resources`, so that it adds no package named `static` or `migrations` to
site-packages; pyproject.toml maps them. No other module depends on this difference.
"""

import tomllib
from functools import cache
from importlib import metadata
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
INSTALLED = PACKAGE / "resources"
ROOT = INSTALLED if INSTALLED.is_dir() else PACKAGE.parent


def resource(path: str) -> Path:
    """Returns the path of a file or folder, from its path in a checkout, such as `templates` or `static/icons.svg`."""
    return ROOT / path


def is_checkout() -> bool:
    """Whether the code runs from a checkout of the repository, not from an installed wheel."""
    return ROOT != INSTALLED


@cache
def version() -> str:
    """Returns the version of Kliqs, such as `1.4.2`.

    It is written only in pyproject.toml; an installed wheel has it in its metadata. A checkout reads the file, because
    the metadata of an editable installation is not updated by `git pull`.
    """
    if not is_checkout():
        return metadata.version("kliqs")
    with (ROOT / "pyproject.toml").open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])
