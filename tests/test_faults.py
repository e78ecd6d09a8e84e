"""The guide "When something fails" is a table of faults; each row is what tests show, and each of them is there."""

import ast
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import AsyncGenerator, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from quart import Quart

from app import jobs
from app.accounts.models import Account
from app.docs.guides import FOLDER
from app.jobs.registry import KINDS
from app.jobs.worker import Worker
from app.kernel import db
from app.links.models import Link
from tests import world
from tests.client import Browser, taken_in
from tests.conftest import Clock
from tests.databases import ON_ONE, ON_POSTGRES, PostgresTemplate, Template
from tests.serving import ROOT

ROW = re.compile(r"^\| (?!fault |---)([^|]+?) \|", re.MULTILINE)
SHOWN_BY = {  # the rows of the guide in their order, and the tests of each
    "A process dies (`kill -9`, no memory left)": (
        "tests/test_recording.py::test_every_answered_visit_survives_kill_9_and_none_is_there_twice",
        "tests/test_recording.py::test_a_process_that_dies_is_started_again_and_what_it_left_is_taken_in",
        "tests/test_server_process.py::test_every_acknowledged_link_survives_kill_9",
    ),
    "One of two machines dies": (
        "tests/test_two_machines.py::test_either_machine_may_be_killed_under_load_and_nothing_is_lost_or_counted_twice",
        "tests/visits/recording/test_ingest.py::test_what_two_processes_find_at_once_is_taken_in_once",
    ),
    "A machine stands still (`SIGSTOP`, a virtual machine that is paused)": (
        "tests/test_two_machines.py::test_a_machine_that_stands_still_is_passed_over_and_its_visits_are_counted",
    ),
    "A job runs while its process dies": (
        "tests/jobs/test_worker.py::test_a_job_whose_process_died_inside_it_is_begun_again",
        "tests/jobs/test_worker.py::test_a_job_marked_once_whose_process_died_inside_it_is_handed_to_its_lost_handler",
    ),
    "An upgrade, one machine after the other": (
        "tests/test_last_release.py::"
        "test_the_last_release_is_replaced_machine_by_machine_under_load_and_works_beside_this_version",
        "tests/test_handover.py::test_a_server_is_replaced_under_load_but_not_by_one_that_does_not_start",
    ),
    "The disk of a server is full": (
        "tests/test_recording.py::test_a_full_disk_keeps_nobody_waiting_and_the_numbers_are_whole_afterwards",
        "tests/visits/recording/test_journal.py::test_a_full_disk_delays_nobody_and_loses_and_doubles_nothing",
        "tests/kernel/test_transient_errors.py::"
        "test_a_full_disk_is_503_for_an_upload_and_works_again_when_there_is_room",
    ),
    "The disk of PostgreSQL is full": (
        "tests/test_faults.py::test_a_full_disk_of_postgresql_is_503_for_what_is_written_until_there_is_room",
        "tests/kernel/test_transient_errors.py::test_what_passes_is_unavailable",
    ),
    "PostgreSQL is gone": (
        "tests/test_recording.py::test_a_database_that_is_gone_is_waited_for_while_links_lead_on",
        "tests/kernel/test_transient_errors.py::test_a_postgresql_that_is_stopped_and_started_is_503_and_then_works",
    ),
    "PostgreSQL stands still or its network is silent": (
        "tests/test_frozen_database.py::test_a_frozen_database_stops_no_known_link_and_loses_nothing",
        "tests/kernel/test_server_pulse.py::test_a_silent_server_lets_everybody_go_and_keeps_no_connection",
    ),
    "The connection for news of PostgreSQL is cut": (
        "tests/test_two_machines.py::test_news_are_heard_again_after_the_line_was_cut",
    ),
    "Another program locks the SQLite file": (
        "tests/test_recording.py::test_a_locked_database_delays_the_numbers_and_nothing_else",
        "tests/test_server_process.py::"
        "test_an_empty_server_says_that_the_demo_exists_and_a_locked_database_is_a_503_and_then_works_again",
    ),
    "Redis is gone": (
        "tests/web/test_burst_limit.py::test_while_redis_is_away_each_process_allows_its_share",
        "tests/kernel/test_redis_link.py::test_one_that_was_killed_and_started_empty_is_used_again",
    ),
    "Redis stands still": (
        "tests/web/test_burst_limit.py::test_a_process_whose_redis_hangs_answers_and_says_so_and_stays_ready",
        "tests/kernel/test_redis_link.py::test_one_that_hangs_costs_one_time_out_and_is_used_again_when_it_goes_on",
    ),
    "S3 is gone": (
        "tests/test_storage_of_two_machines.py::"
        "test_while_the_storage_is_away_pages_that_need_a_file_say_so_and_all_others_go_on",
        "tests/test_storage_of_two_machines.py::"
        "test_an_upload_is_refused_whole_while_the_storage_says_nothing_and_works_again_afterwards",
        "tests/visits/sealed/test_remote_files.py::"
        "test_while_the_bucket_is_away_a_report_says_so_and_counts_again_afterwards",
    ),
    "S3 is slow": ("tests/test_storage_of_two_machines.py::test_an_upload_waits_for_a_storage_that_is_slow",),
    "The mail server is gone": (
        "tests/mail/test_delivery.py::test_a_server_that_is_down_is_tried_again_later_and_later",
    ),
    "The clock jumps": (
        "tests/test_faults.py::test_a_clock_that_jumps_signs_nobody_out_and_loses_neither_visits_nor_jobs",
        "tests/visits/recording/test_ingest.py::test_ids_tell_the_time_and_grow_even_when_the_clock_is_set_back",
        "tests/visits/recording/test_ingest.py::test_a_clock_that_was_far_ahead_for_a_moment_is_not_believed_for_ever",
    ),
}


def test_each_row_of_the_guide_has_its_tests_and_each_entry_here_has_its_row() -> None:
    assert ROW.findall((FOLDER / "en" / "faults.md").read_text()) == [*SHOWN_BY]


@pytest.mark.parametrize("test", sorted({test for tests in SHOWN_BY.values() for test in tests}))
def test_the_tests_of_a_fault_are_there(test: str) -> None:
    file, _, name = test.partition("::")
    functions = {
        node.name: node
        for node in ast.parse((ROOT / file).read_text()).body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    marks = "".join(ast.unparse(mark) for mark in functions[name].decorator_list)
    assert "pytest.mark.skip(" not in marks and "xfail" not in marks


@pytest.fixture
def begun() -> Iterator[list[int]]:
    """The numbers of the jobs of a kind `test.clock` in the order in which they were begun."""
    numbers = list[int]()

    async def begin(job: jobs.Job) -> None:
        numbers.append(job.payload["n"])

    jobs.handler("test.clock")(begin)
    yield numbers
    del KINDS["test.clock"]


@ON_ONE
async def test_a_clock_that_jumps_signs_nobody_out_and_loses_neither_visits_nor_jobs(
    app: Quart, as_sari: Browser, visitor: Browser, sari: Account, moved: Clock, begun: list[int]
) -> None:
    await world.shorten(sari, "promo")
    now = moved.now
    jumps = (timedelta(), timedelta(hours=-2), timedelta(days=1), timedelta())
    for number, jump in enumerate(jumps):
        moved.to(now + jump)
        assert (await visitor.get("/promo")).status_code == 302
        assert (
            await as_sari.post("/dashboard/links/", form={"url": world.DESTINATION, "another": "1"})
        ).status_code == 303
        await jobs.enqueue("test.clock", {"n": number})
        await Worker().run_due("test.clock")
    moved.to(now + timedelta(days=1))
    await Worker().run_due("test.clock")
    assert sorted(begun) == [*range(len(jumps))]
    assert await taken_in(app) >= len(jumps)
    link = await Link.get(short_code="promo")
    assert link.followed == len(jumps) and await Link.owned_by(sari).count() == 1 + len(jumps)


@pytest.fixture
async def small_disk_for_links(database: str, template: Template) -> AsyncGenerator[Path]:
    """PostgreSQL keeps the rows of links on a real file system of 1 MiB; yields where it is."""
    assert isinstance(template, PostgresTemplate)
    owner = template.server.pgdata.stat()
    place = Path(tempfile.mkdtemp(prefix="kliqs-small-"))
    place.chmod(0o755)
    options = f"size=1m,mode=700,uid={owner.st_uid},gid={owner.st_gid}"
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)]
    if os.geteuid() != 0 or subprocess.run(command, check=False, capture_output=True).returncode:
        shutil.rmtree(place)
        pytest.skip("this machine lets nobody mount a small file system")
    try:
        await db.query_rows(f"CREATE TABLESPACE small LOCATION '{place}'", [])
        await db.query_rows("ALTER TABLE links SET TABLESPACE small", [])
        yield place
        await db.query_rows("ALTER TABLE links SET TABLESPACE pg_default", [])
        await db.query_rows("DROP TABLESPACE small", [])
    finally:
        subprocess.run(["umount", str(place)], check=True)
        shutil.rmtree(place)


@ON_POSTGRES
async def test_a_full_disk_of_postgresql_is_503_for_what_is_written_until_there_is_room(
    small_disk_for_links: Path, as_sari: Browser, visitor: Browser, sari: Account
) -> None:
    await world.shorten(sari, "promo")
    await Account.filter(id=sari.id).update(links_limit=1_000, requests_limit=1_000)
    filler = small_disk_for_links / "filler"
    filler.write_bytes(bytes(shutil.disk_usage(small_disk_for_links).free))
    bearer, acknowledged = {"Authorization": f"Bearer {await world.key_of(sari)}"}, {"promo"}

    async def status_of_a_new_link() -> int:
        answer = await visitor.post("/api/v1/links", headers=bearer, json={"url": world.DESTINATION})
        body = await answer.get_json()
        if answer.status_code == 201:
            acknowledged.add(body["data"]["short_code"])
        else:
            assert (answer.status_code, body["error"], answer.headers["Retry-After"]) == (503, "BUSY", "5")
        return answer.status_code

    while await status_of_a_new_link() == 201:
        assert len(acknowledged) < 200, "a page of the table, which has room for some, is full by now"
    assert (await as_sari.post("/dashboard/links/", form={"url": world.DESTINATION, "another": "1"})).status_code == 503
    assert (await as_sari.get("/dashboard/links/")).status_code == 200
    assert (await visitor.get("/promo")).status_code == 302
    filler.unlink()
    assert await status_of_a_new_link() == 201
    assert {link.short_code for link in await Link.owned_by(sari)} == acknowledged
