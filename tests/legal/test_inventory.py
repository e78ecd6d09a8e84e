"""The inventory says of every column what it is for and how long it stays, and nothing of columns there are not."""

import re
from itertools import product
from typing import Any

from tortoise import Tortoise
from tortoise.models import Model

from app.kernel import i18n
from app.kernel.package_files import ROOT
from app.legal.inventory import ROWS, TECHNICAL, TECHNICAL_FILES
from app.legal.inventory_row import InventoryRow
from app.ops.stored_files import KINDS
from tests.subtests import as_subtests


def models() -> list[type[Model]]:
    found: dict[str, Any] = dict((Tortoise.apps or {})["models"])
    return [model for name, model in found.items() if name != "Aerich"]


def columns(model: type[Model]) -> list[str]:
    return list(model._meta.fields_db_projection.values())


async def test_every_column_is_in_the_inventory_once(database: str) -> None:
    assert len(models()) > 20
    for model in models():
        said = " ".join([row.columns.get(model, "") for row in ROWS] + [TECHNICAL.get(model, "")]).split()
        assert sorted(said) == sorted(columns(model)), (
            f"{model.__name__}: each column belongs into one row of app/legal/owner_inventory.py or of_visitors.py, "
            "or into TECHNICAL of app/legal/inventory.py"
        )


async def test_it_names_no_model_that_is_gone(database: str) -> None:
    named = {model for row in ROWS for model in row.columns} | set(TECHNICAL)
    assert named == set(models())


def test_every_file_below_the_data_directory_is_in_it() -> None:
    text = "".join(path.read_text() for path in (ROOT / "app").rglob("*.py"))
    matches = set(re.findall(r'(?:data_dir|workspace) / "([\w-]+)"', text))
    assert {"journal", "cache"} <= matches
    matches |= {kind.folder for kind in KINDS}
    assert matches == {name for row in ROWS for name in row.files} | set(TECHNICAL_FILES)


def test_rows_have_keys_of_their_own() -> None:
    assert len({row.key for row in ROWS}) == len(ROWS)


@as_subtests("row, language", product(ROWS, i18n.LANGUAGES))
def test_how_long_has_a_number_for_each_place(row: InventoryRow, language: str) -> None:
    i18n.set_language(language)
    translation = i18n.gettext(row.kept)
    assert set(re.findall(r"%\((\w+)\)s", translation)) == set(row.facts)
    assert all(str(value) in translation % row.facts for value in row.facts.values())


@as_subtests("row", ROWS)
def test_numbers_come_from_the_code_that_enforces_them(row: InventoryRow) -> None:
    assert not re.search(r"\d", re.sub(r"Argon2id", "", f"{row.kept} {row.why} {row.what}"))
