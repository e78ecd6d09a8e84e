"""The security log: what happened with one's sign-in, shown to nobody else."""

import csv
import io
import re
from datetime import timedelta

from app.accounts.models import Account, SecurityEvent, Session
from app.accounts.security_events import EVENTS
from app.accounts.security_log import KEPT_FOR, record_event
from app.kernel import clock
from app.kernel.package_files import ROOT
from app.ops import retention_sweep
from tests import world
from tests.client import Browser
from tests.conftest import Clock
from tests.subtests import as_subtests
from tests.world import PASSWORD

LOG = "/dashboard/settings/security/log/"


async def html(browser: Browser, path: str) -> str:
    response = await browser.get(path)
    assert response.status_code == 200, path
    return await response.get_data(as_text=True)


def test_every_event_that_is_recorded_has_a_sentence() -> None:
    recorded = set()
    for path in (ROOT / "app").rglob("*.py"):
        recorded |= set(re.findall(r'record_event\(\s*[^,]+,\s*"(\w+)"', path.read_text()))
    assert recorded and recorded <= EVENTS.keys()


async def test_it_tells_what_happened_with_device_and_address(visitor: Browser, budi: Account) -> None:
    await visitor.post("/login", form={"email": "budi@example.com", "password": "wrong"})
    await visitor.post("/login", form={"email": "budi@example.com", "password": "wrong"})
    await visitor.post("/login", form={"email": "budi@example.com", "password": PASSWORD})
    events = {event.kind: event for event in await SecurityEvent.all()}
    assert events["sign_in_refused"].times == 2 and not events["sign_in_refused"].address
    assert events["signed_in"].address and "Firefox" in events["signed_in"].device
    page = await html(visitor, LOG)
    assert "Wrong password, refused 2 times" in page and "Signed in" in page
    assert "Wrong password, refused 2 times" in await html(visitor, "/dashboard/settings/security")


async def test_it_is_nobody_else_s(as_sari: Browser, budi: Account) -> None:
    await record_event((await world.owner(budi)).id, "key_made", "of budi")
    assert "of budi" not in await html(as_sari, LOG)
    assert "of budi" not in await html(as_sari, f"{LOG}export.csv")


async def test_a_guess_at_an_address_that_nobody_has_is_recorded_nowhere(visitor: Browser, database: str) -> None:
    await visitor.post("/login", form={"email": "nobody@example.com", "password": "wrong"})
    assert await SecurityEvent.all().count() == 0


async def test_the_file_has_every_event_and_runs_no_formula(as_sari: Browser, sari: Account) -> None:
    user = await world.owner(sari)
    for number in range(60):
        await record_event(user.id, "key_made", f"=cmd-{number}")
    rows = list(csv.reader(io.StringIO((await html(as_sari, f"{LOG}export.csv")).removeprefix("\ufeff"))))
    assert len(rows) == 61 and rows[0][:2] == ["time", "event"]
    page = await html(as_sari, LOG)
    assert page.count("timeline__at") == 50 and "?cursor=" in page


async def test_it_is_forgotten_after_ninety_days(sari: Account, moved: Clock) -> None:
    await record_event((await world.owner(sari)).id, "signed_in")
    moved.on(KEPT_FOR)
    await retention_sweep.delete_expired()
    assert await SecurityEvent.all().count() == 1
    moved.on(timedelta(seconds=1))
    await retention_sweep.delete_expired()
    assert await SecurityEvent.all().count() == 0


async def test_every_other_device_is_signed_out_and_this_one_stays(as_sari: Browser, sari: Account) -> None:
    await world.begin_session(sari, "Safari · iOS")
    assert "/sessions/end-others" in await html(as_sari, "/dashboard/settings/security")
    await as_sari.post("/dashboard/settings/security/sessions/end-others")
    page = await html(as_sari, "/dashboard/settings/security")
    assert "Safari" not in page and "/sessions/end-others" not in page


async def test_a_thief_with_an_open_page_signs_no_other_device_out(as_sari: Browser, sari: Account) -> None:
    """Ending sessions needs a proof, too: otherwise an intruder keeps the owner out."""
    await world.begin_session(sari, "Safari · iOS")
    await Session.all().update(confirmed_at=clock.now() - timedelta(minutes=16))
    phone = await Session.get(device="Safari · iOS")
    for path in ("end-others", "end", f"{phone.id}/end"):
        response = await as_sari.post(f"/dashboard/settings/security/sessions/{path}")
        assert response.status_code == 401 and await Session.all().count() == 2
    await as_sari.post("/dashboard/confirm/", form={"current": PASSWORD})
    await as_sari.post(f"/dashboard/settings/security/sessions/{phone.id}/end")
    assert [session.device for session in await Session.all()] != ["Safari · iOS"]
    assert await Session.all().count() == 1


@as_subtests("kind", sorted(EVENTS))
def test_every_sentence_takes_a_detail_or_none(kind: str) -> None:
    assert EVENTS[kind].sentence % {"detail": "x"}
