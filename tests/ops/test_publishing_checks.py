"""What the doctor says of publishing."""

from datetime import UTC, datetime

import pytest
from pydantic import ValidationError

from app.accounts.models import Account
from app.kernel import installation
from app.kernel.config import Config
from app.ops import publishing_checks
from app.publishing.connections.connection import NEEDS_RECONNECT, Connection
from app.publishing.files import file_store
from app.publishing.files.video_check import FFPROBE, PYAV
from tests.conftest import ORIGIN, SECRET, Clock
from tests.publishing import furnished
from tests.stored import stored, use_directory


async def findings(config: Config) -> dict[str, bool]:
    return {finding.says: finding.ok async for finding in publishing_checks.check_publishing(config)}


async def test_the_doctor_counts_connections_and_finds_lost_files(sari: Account, config: Config) -> None:
    config.prepare()
    use_directory(config.data_dir)
    made = await furnished.build(sari, phase="unconfirmed")
    healthy = await findings(config)
    assert all(healthy.values())
    assert (
        "Connected accounts: 1, of which 0 have to be connected again. A person has to say of 1 post whether"
        in " ".join(healthy)
    )

    await Connection.filter(id=made.connection.id).update(state=NEEDS_RECONNECT)
    stored(file_store.key_of(made.file.stored_name)).unlink()
    ill = await findings(config)
    assert [says.split(":")[0] for says, ok in ill.items() if not ok] == [
        f"1 file of a post is missing, the first is {made.file.stored_name}."
    ]
    assert "Connected accounts: 1, of which 1 has to be connected again" in " ".join(ill)


async def test_the_doctor_names_the_networks_that_are_set_up_with_their_addresses(
    database: str, config: Config
) -> None:
    set_up = config.model_copy(update={"x_client_id": "x"})
    installation.current().config = set_up
    said = " ".join(await findings(set_up))
    assert "by themselves to: Mastodon, X; to others by hand." in said
    assert "X sends people back to https://kliqs.test/publish/oauth/x/callback" in said and "TikTok" not in said


async def test_where_publishing_is_off_nothing_else_is_said_of_it(database: str, config: Config) -> None:
    [says] = await findings(config.model_copy(update={"publishing": False}))
    assert says == "Publishing to social networks is off (KLIQS_PUBLISHING)."


async def test_an_old_version_of_the_api_of_linkedin_is_a_fault(database: str, config: Config, moved: Clock) -> None:
    config = config.model_copy(update={"linkedin_client_id": "id", "linkedin_version": "202604"})
    moved.to(datetime(2027, 1, 31, tzinfo=UTC))
    assert all((await findings(config)).values())
    moved.to(datetime(2027, 2, 1, tzinfo=UTC))
    assert [says for says, ok in (await findings(config)).items() if not ok] == [
        "KLIQS_LINKEDIN_VERSION is 202604, and LinkedIn refuses versions after a year: set a newer one."
    ]


@pytest.mark.parametrize("version", ["2026-04", "202613", "latest", "20264", "202604\n"])
def test_a_version_of_the_api_of_linkedin_is_a_year_and_a_month(version: str) -> None:
    with pytest.raises(ValidationError):
        Config(hosts=ORIGIN, secret_key=SECRET, linkedin_version=version)


@pytest.mark.parametrize(
    ("program", "says"),
    [
        (FFPROBE, "ffprobe measures the videos of posts."),
        (PYAV, "PyAV measures the videos of posts."),
        ("", "Nothing measures videos here, so networks may refuse what is too long: install ffmpeg, or Kliqs as "
             "kliqs[video] (PyAV)."),
    ],
)  # fmt: skip
async def test_the_doctor_says_which_program_measures_videos(
    database: str, config: Config, monkeypatch: pytest.MonkeyPatch, program: str, says: str
) -> None:
    monkeypatch.setattr(publishing_checks, "measuring_program", lambda: program)
    assert (await findings(config))[says]


def test_what_becomes_of_addresses_at_x_is_one_of_three() -> None:
    with pytest.raises(ValidationError):
        Config(hosts=ORIGIN, secret_key=SECRET, x_links="drop")
