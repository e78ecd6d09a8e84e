"""Parameters behind `?` are read in one way, whatever the operation."""

import pytest
from pydantic import BaseModel, Field
from quart import Quart

from app.kernel.refusal import InvalidRequest, Refusal
from app.web.pagination import InvalidLimit
from app.web.query_parsing import accepted_encoding, query


class Parameters(BaseModel):
    limit: int = Field(20, ge=1, le=1000)
    by: list[str] = []
    q: str = ""
    format: int = 0


class NoFormat(InvalidRequest):
    field = "format"


async def read(address: str, **refusals: Refusal) -> Parameters:
    async with Quart(__name__).test_request_context(f"/{address}"):
        return query(Parameters, **refusals)


async def test_of_a_parameter_that_comes_twice_the_first_counts_unless_it_is_a_list() -> None:
    assert await read("") == Parameters()
    assert await read("?q=a&q=b&by=x&by=y&limit=7&other=1") == Parameters(q="a", by=["x", "y"], limit=7)


async def test_no_value_has_a_character_that_a_database_refuses() -> None:
    assert await read("?q=a%00b&by=%00") == Parameters(q="a\ufffdb", by=["\ufffd"])


@pytest.mark.parametrize("limit", ["0", "1001", "-1", "x", "", "9" * 5000, "1.5"])
async def test_a_limit_that_is_none_is_refused_with_the_range_there_is(limit: str) -> None:
    with pytest.raises(InvalidLimit) as refused:
        await read(f"?limit={limit}")
    assert str(refused.value) == "limit must be a number from 1 to 1000."


async def test_an_operation_has_words_of_its_own_for_a_field() -> None:
    with pytest.raises(NoFormat):
        await read("?format=x", format=NoFormat())
    with pytest.raises(InvalidRequest) as refused:
        await read("?format=x")
    assert refused.value.field == "format" and not isinstance(refused.value, NoFormat)


async def test_an_encoding_is_chosen_from_all_headers_that_name_some() -> None:
    headers = [("Accept-Encoding", "br;q=0"), ("Accept-Encoding", "gzip")]
    async with Quart(__name__).test_request_context("/", headers=headers):  # type: ignore[arg-type]
        assert accepted_encoding("br", "gzip") == "gzip"
