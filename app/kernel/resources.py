"""Where the files that are not Python code are, and which version of Kliqs this is.

In a checkout, templates, static files, catalogues, migrations and the samples of `deploy` are folders beside `app`.
A wheel carries the same folders in `app/resources`, so that an installation adds no package named `static` or
`migrations` to site-packages; pyproject.toml maps them. Nothing else in the code knows of the difference.
"""

import tomllib
from functools import cache
from importlib import metadata
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
INSTALLED = PACKAGE / "resources"
ROOT = INSTALLED if INSTALLED.is_dir() else PACKAGE.parent


def resource(path: str) -> Path:
    """The path of a file or folder by its path in a checkout, such as `templates` or `static/icons.svg`."""
    return ROOT / path


def is_checkout() -> bool:
    """Whether this is a checkout of the repository, whose files a developer edits, and not an installed wheel."""
    return ROOT != INSTALLED


@cache
def version() -> str:
    """The version of Kliqs, such as `1.4.2`.

    pyproject.toml is the only place where it is written; an installed wheel has it in its metadata. In a checkout the
    file is read, because the metadata of an editable installation stays as it was after `git pull`.
    """
    if not is_checkout():
        return metadata.version("kliqs")
    with (ROOT / "pyproject.toml").open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])
