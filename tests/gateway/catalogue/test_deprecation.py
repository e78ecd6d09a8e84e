from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from app.gateway.catalogue.ai_model import AiModel
from app.gateway.catalogue.deprecation import deprecation_headers

ANNOUNCED, END = datetime(2026, 11, 29, tzinfo=UTC), datetime(2027, 3, 1, 16, 59, 59, 999999, tzinfo=UTC)


def test_a_model_that_ends_says_so_in_the_headers_that_programs_know() -> None:
    headers = deprecation_headers(AiModel(id="old", deprecated_at=ANNOUNCED, sunset_at=END, successor="new"))
    assert headers["Deprecation"] == f"@{int(ANNOUNCED.timestamp())}"
    assert headers["Sunset"] == "Mon, 01 Mar 2027 16:59:59 GMT"
    assert parsedate_to_datetime(headers["Sunset"]) == END.replace(microsecond=0)
    assert headers["Link"] == '<https://kliqs.test/v1/models/new>; rel="successor-version"'


def test_a_model_that_does_not_end_has_no_such_headers() -> None:
    assert deprecation_headers(AiModel(id="new", deprecated_at=None, sunset_at=None, successor="")) == {}


def test_without_a_successor_there_is_no_link() -> None:
    headers = deprecation_headers(AiModel(id="old", deprecated_at=ANNOUNCED, sunset_at=END, successor=""))
    assert sorted(headers) == ["Deprecation", "Sunset"]
