"""A line of the log has its level, its form and the id of its request, and no address or credential of anybody."""

import json
import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog
from structlog.contextvars import bind_contextvars, clear_contextvars

from app.kernel.outage_log import log_outage
from app.kernel.problem_log import log_problem
from app.web.log_redaction import redacted
from app.web.logs import configure_logging, lines_by_level

APP = Path(__file__).parent.parent.parent / "app"


@pytest.fixture(autouse=True)
def usual_log() -> Iterator[None]:
    """The log of the other tests, afterwards."""
    yield
    clear_contextvars()
    configure_logging()


def lines(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().err.splitlines()


def test_lines_below_the_level_are_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("warning")
    before, log = lines_by_level["warning"], structlog.get_logger()
    log.info("answered")
    log.warning("odd")
    [line] = lines(capsys)
    assert json.loads(line)["event"] == "odd" and lines_by_level["warning"] == before + 1


def test_people_may_read_lines_as_text(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging(form="text")
    structlog.get_logger().info("answered", status=200)
    logging.getLogger("some.library").warning("is odd")
    first, second = lines(capsys)
    assert "answered" in first and "status=200" in first and "{" not in first and "is odd" in second


def test_the_id_of_the_request_is_in_each_line_also_of_libraries(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging()
    bind_contextvars(request_id="abc")
    structlog.get_logger().warning("odd")
    logging.getLogger("some.library").warning("odd too")
    log_outage("storage_unavailable", ConnectionError())
    assert [json.loads(line)["request_id"] for line in lines(capsys)] == ["abc"] * 3


@pytest.mark.parametrize(
    "text, shown",
    [
        ("postgres://kliqs:hush-hush@db.example/kliqs", "postgres://[credentials]@db.example/kliqs"),
        ("to sari+kopi@example.co.id failed", "to [email] failed"),
        ("from 36.66.113.187:4410", "from [address]:4410"),
        ("from 2001:67c:2e8:22:dad0:beef:7261:5512 came", "from [address] came"),
        ("Authorization: Bearer abcdef123456", "Authorization: [secret] abcdef123456"),
        ("got bearer abcdef123456 twice", "got bearer [secret] twice"),
        ("password='hush-hush' was wrong", "password='[secret]' was wrong"),
        ("sk_live_abcdefghijkl", "[secret]"),
        ("at 20:13:22 on 127.0.0.1:8000, Python 3.11.2", "at 20:13:22 on 127.0.0.1:8000, Python 3.11.2"),
    ],
)
def test_addresses_and_credentials_are_taken_out(text: str, shown: str) -> None:
    if text.startswith("Authorization"):
        assert "abcdef123456" not in redacted(text)
    else:
        assert redacted(text) == shown


def test_a_traceback_shows_no_address_and_no_credential(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging()
    try:
        raise ValueError("no sari@example.com at 36.66.113.187 with postgres://kliqs:hush-hush@db/kliqs")
    except ValueError as error:
        log_problem("unforeseen", error, facts={"to": ["sari@example.com"]}, token="hush-hush")
    [line] = lines(capsys)
    assert "ValueError" in json.loads(line)["exception"]
    assert not re.search(r"sari|36\.66|hush", line)


def test_an_outage_is_one_line_without_a_traceback_and_a_fault_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging()
    for _ in range(3):
        log_problem("step_raised", ConnectionError("away"))
    log_problem("step_raised", ValueError("ours"))
    first, second = map(json.loads, lines(capsys))
    assert (first["level"], first["error"], second["level"]) == ("warning", "ConnectionError", "error")
    assert "exception" not in first


def test_an_outage_that_a_library_logs_is_one_line_a_minute_without_a_traceback(
    capsys: pytest.CaptureFixture[str],
) -> None:
    configure_logging()
    for error in (TimeoutError(), TimeoutError(), ValueError("broken")):
        logging.getLogger("asyncpg.pool").warning("cannot restore %s", "the pool", exc_info=error)
    away, broken = map(json.loads, capsys.readouterr().err.splitlines())
    assert (away["event"], away["error"], away["logger"]) == ("cannot restore %s", "TimeoutError", "asyncpg.pool")
    assert "exception" not in away and broken["event"] == "cannot restore the pool" and "broken" in broken["exception"]


def test_nothing_logs_a_traceback_without_asking_whether_something_is_only_away() -> None:
    """Whoever logs an exception either does it by `log_problem` or has asked `is_unavailable`."""
    allowed = {"app/server_process.py", "app/kernel/problem_log.py"}  # a server that could not say that it is ready
    for path in sorted(APP.rglob("*.py")):
        text = path.read_text()
        name = str(path.relative_to(APP.parent))
        if name not in allowed and re.search(r"log\.exception\(|exc_info=", text):
            assert "is_unavailable(" in text, name
