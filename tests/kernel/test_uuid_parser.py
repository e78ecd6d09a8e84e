"""Ids are read in the one way in which they are written."""

from uuid import UUID, uuid4

import pytest

from app.kernel.uuid_parser import parse_uuid


def test_an_id_is_read_as_it_is_written_in_any_case() -> None:
    id = uuid4()
    assert parse_uuid(str(id)) == parse_uuid(str(id).upper()) == id


@pytest.mark.parametrize(
    "spelling", ["{%s}", "urn:uuid:%s", " %s", "%s\n", "%s\x00", "%s0", "", "x", "-" * 36, "٠" * 36]
)
def test_nothing_else_is_an_id(spelling: str) -> None:
    id = str(UUID(int=7))
    assert parse_uuid(spelling % id if "%" in spelling else spelling) is None


def test_hyphens_stand_where_they_belong() -> None:
    id = str(UUID(int=7))
    assert parse_uuid(id.replace("-", "")) is None
    assert parse_uuid(id[:7] + "-" + id[7] + id[9:]) is None
