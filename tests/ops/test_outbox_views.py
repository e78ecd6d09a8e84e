"""The outbox shows everybody their own letters where one works on Kliqs, and is nowhere else."""

from pathlib import Path
from typing import cast

import pytest

from app import create_app
from app.kernel.config import Config
from app.mail.models import OutgoingEmail
from app.ops import doctor
from tests.client import Browser, browsers_of
from tests.conftest import ORIGIN, SECRET
from tests.mail.post import letter

HOME, OWN = "/dashboard/outbox", "sari@example.com"


async def text_of(browser: Browser, path: str = "/") -> str:
    response = await browser.get(HOME + path)
    assert response.status_code == 200
    return await response.get_data(as_text=True)


async def test_it_is_empty_until_something_is_written(as_sari: Browser) -> None:
    assert "Belum ada email" in await text_of(as_sari)


async def test_letters_are_listed_and_read_in_a_frame_where_nothing_runs(as_sari: Browser) -> None:
    for at in range(33):
        email = await letter(OWN, f"Halo {at}.")
    text = await text_of(as_sari)
    assert text.count("Halo ") == 30 and "Halo 32." in text and "cursor=" in text
    assert "Halo 32." in await text_of(as_sari, "/?cursor=nonsense")

    shown = await text_of(as_sari, f"/{email.id}")
    assert f'src="{HOME}/{email.id}/html" sandbox=' in shown and "Apa kabar?" in shown
    raw = await as_sari.get(f"{HOME}/{email.id}/html")
    policy = raw.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "sandbox" in policy and "script-src" not in policy


async def test_a_strangers_letter_is_not_there(as_sari: Browser, as_budi: Browser) -> None:
    theirs, mine = await letter("budi@example.com", "Untuk Budi"), await letter(OWN, "Untuk Sari")
    text = await text_of(as_sari)
    assert "Untuk Sari" in text and "Budi" not in text
    for path in ("?q=budi", "?q=", f"?cursor={theirs.id}"):
        assert "Budi" not in await text_of(as_sari, f"/{path}")
    for path in (f"/{theirs.id}", f"/{theirs.id}/html"):
        response = await as_sari.get(HOME + path)
        assert response.status_code == 404 and "Budi" not in await response.get_data(as_text=True)
    assert "Untuk Budi" in await text_of(as_budi, f"/{theirs.id}")
    assert (await as_budi.get(f"{HOME}/{mine.id}")).status_code == 404


async def test_what_was_sent_is_listed_and_no_longer_said(as_sari: Browser) -> None:
    email = await letter(OWN)
    await email.mark_sent()
    assert "Email ini sudah dikirim" in await text_of(as_sari, f"/{email.id}")
    await OutgoingEmail.all().delete()
    assert (await as_sari.get(f"{HOME}/{email.id}")).status_code == 404


@pytest.mark.usefixtures("database")
async def test_in_production_there_is_no_outbox_and_the_doctor_misses_a_way_out(tmp_path: Path) -> None:
    config = Config(env="production", data_dir=tmp_path, hosts=ORIGIN, secret_key=SECRET)
    app = browsers_of(create_app(config))
    assert not [rule for rule in app.url_map.iter_rules() if "outbox" in rule.rule]
    visitor = cast(Browser, app.test_client())
    assert (await visitor.get(f"{HOME}/")).status_code == 404
    [mail_finding] = [finding async for finding in doctor.run_checks(config) if "KLIQS_RESEND_KEY" in finding.says]
    assert not mail_finding.ok
