"""Lets the doctor read each catalogue of translations once in a process of the tests: that takes half of its time."""

from functools import cache
from pathlib import Path
from typing import BinaryIO

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from app.ops import translation_check


@cache
def _catalogue(path: Path, locale: str) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=locale)


def read_catalogues_once() -> None:
    """From now on, a doctor that looks into a file again gets what was read before."""

    def read_once(file: BinaryIO, locale: str) -> Catalog:
        return _catalogue(Path(file.name), locale)

    translation_check.read_po = read_once  # type: ignore[assignment, attr-defined]
