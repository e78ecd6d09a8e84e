"""The columns of the files."""

from app.visits.recording import origin
from app.visits.sealed import schema
from app.visits.visit import DIMENSIONS


def test_every_dimension_is_in_one_combined_column() -> None:
    assert sorted(name for names in schema.COMBINED.values() for name in names) == sorted(DIMENSIONS)


def test_no_value_of_a_link_separates_others() -> None:
    """UTM parameters are the only values that people write freely."""
    values = origin.utm_values(f"utm_source=a%1Fb{schema.SEPARATOR}c&utm_content=%1f")
    assert schema.SEPARATOR not in "".join(values) and values[0]
