"""A table takes what a person expects of a link: every field that the form and the API have, with few exceptions."""

import json
from datetime import UTC, datetime

from app.batch.columns import LINK, PLACEMENT, columns_for_kind
from app.kernel import i18n
from app.links.table_cells import NOT_IN_TABLES, READERS, UTM_KEYS, column_of, read_cells
from app.links.validation import Changes

RULES = [{"when": [], "to": [{"url": "https://example.com/r", "weight": 100}]}]
CELLS = {
    "url": "shop.example/x?utm_source=old",
    "tags": "promo; Lebaran",
    "notes": "Ask Budi",
    "expires_at": "2035-01-31 17:00",
    "opens_at": "2034-01-31T17:00:00Z",
    "click_limit": "1.500",
    "external_id": "SKU 7",
    "aliases": "satu dua",
    "redirect_status": "301",
    "forward_query": "Tidak",
    "append_path": "TRUE",
    "rules": json.dumps(RULES),
    "utm_source": "instagram",
    "utm_campaign": "lebaran 2027",
    "title": " ",
}


def test_every_field_of_a_link_is_a_column_or_there_is_a_reason() -> None:
    columns = {column.key for column in columns_for_kind(LINK)} - {PLACEMENT}
    assert READERS.keys() == Changes.__annotations__.keys() - NOT_IN_TABLES.keys()
    assert columns == {*READERS, *UTM_KEYS}


def test_cells_become_the_values_of_a_link() -> None:
    with i18n.language_context("id", "Asia/Jakarta"):
        values, refusals = read_cells(CELLS)
        assert refusals == []
        assert values == {
            "url": "https://shop.example/x?utm_source=instagram&utm_campaign=lebaran%202027",
            "tags": ["promo", "Lebaran"],
            "notes": "Ask Budi",
            "expires_at": datetime(2035, 1, 31, 10, tzinfo=UTC),
            "opens_at": datetime(2034, 1, 31, 17, tzinfo=UTC),
            "click_limit": 1500,
            "external_id": "SKU 7",
            "aliases": ["satu", "dua"],
            "redirect_status": 301,
            "forward_query": False,
            "append_path": True,
            "rules": RULES,
        }
    assert read_cells({"title": "", "tags": " ", "clicks": "9"}) == ({}, [])


def test_all_faults_of_a_row_are_reported_each_with_its_column() -> None:
    wrong = {
        "url": "https://example.com/", "tags": "x" * 40, "expires_at": "soon", "opens_at": "soon", "click_limit": "1.5",
        "redirect_status": "no", "tracked": "perhaps", "rules": "{", "utm_term": "x" * 300,
    }  # fmt: skip
    assert {column_of(refusal) for refusal in read_cells(wrong)[1]} == wrong.keys() - {"url"}
    assert len(read_cells({"rules": "{}", "paused": "x" * 5000})[1]) == 2
