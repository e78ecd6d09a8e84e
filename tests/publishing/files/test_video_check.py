"""Videos are measured by ffprobe, by PyAV, or honestly not at all; a program that misbehaves harms nobody."""

import json
from pathlib import Path

import pytest

from app.accounts.models import Account
from app.publishing.files import file_store, video_check
from app.publishing.files.post_file import READY, REFUSED, PostFile
from app.publishing.files.sandbox import ProgramLimits
from tests.media.pictures import loaded
from tests.publishing.files.programs import REAL, ffprobe_that, without_ffmpeg, without_pyav
from tests.publishing.files.samples import HEIGHT, WIDTH, checked, gif, video
from tests.stored import stored

PROGRAMS = ["ffprobe", "pyav"]
ENDINGS = {"mp4": "video/mp4", "mov": "video/quicktime", "webm": "video/webm"}


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    (tmp_path / "bin").mkdir()
    return tmp_path / "bin"


@pytest.fixture(params=PROGRAMS)
def program(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, empty: Path) -> str:
    """A machine that has one of the programs."""
    if request.param == "pyav":
        without_ffmpeg(monkeypatch, empty)
    elif not REAL:
        pytest.skip("ffmpeg is not installed here; .ci/run installs it")
    else:
        without_pyav(monkeypatch)
    return str(request.param)


@pytest.mark.parametrize("kind", ENDINGS)
async def test_a_video_is_measured_and_gets_a_poster(sari: Account, program: str, kind: str) -> None:
    content = video(kind, 2.0)
    file = await checked(sari, content, f"kopi.{kind}")

    assert (file.state, file.trouble, file.checked_by) == (READY, "", program)
    assert (file.kind, file.media_type) == ("video", ENDINGS[kind])
    assert (file.width, file.height) == (WIDTH, HEIGHT)
    assert abs((file.milliseconds or 0) - 2000) < 250
    assert file.details == {"video": "vp8" if kind == "webm" else "mpeg4", "audio": "", "rate": 10.0}
    assert stored(file_store.key_of(file.stored_name)).read_bytes() == content
    assert loaded(stored(file_store.key_of(file.poster)).read_bytes()).size == (WIDTH, HEIGHT)


async def test_what_has_only_sound_is_refused(sari: Account, program: str) -> None:
    file = await checked(sari, video(sound_only=True), "song.mp4")
    assert (file.state, file.trouble) == (REFUSED, "no_video")


async def test_a_damaged_video_is_refused(sari: Account, program: str) -> None:
    file = await checked(sari, video()[:200], "kopi.mp4")
    assert (file.state, file.trouble) == (REFUSED, "unreadable")


async def test_without_both_the_video_is_taken_and_nothing_is_claimed(
    sari: Account, monkeypatch: pytest.MonkeyPatch, empty: Path
) -> None:
    without_ffmpeg(monkeypatch, empty)
    without_pyav(monkeypatch)
    file = await checked(sari, video())

    assert video_check.measuring_program() == ""
    assert (file.state, file.checked_by, file.poster, file.details) == (READY, "", "", {})
    assert (file.width, file.height, file.milliseconds, file.seconds) == (0, 0, None, None)


def answer(stream: object = None, duration: object = "1.5", **changed: object) -> str:
    """Code of a program that answers this."""
    video = {"codec_type": "video", "codec_name": "h264", "width": 640, "height": 360, "avg_frame_rate": "30/1"}
    streams = [video | changed] if stream is None else stream
    return f"print({json.dumps({'streams': streams, 'format': {'duration': duration}})!r})"


LIES = {
    "no JSON": "print('hello')",
    "no object": "print('[1, 2]')",
    "no streams": "print('{}')",
    "streams of nothing": answer([None, 7]),
    "a negative width": answer(width=-5),
    "a width in words": answer(width="640"),
    "an endless height": answer(height=10**12),
    "an endless duration": answer(duration="1e300"),
    "no number": answer(duration="NaN"),
    "a negative duration": answer(duration="-1"),
    "a codec of markup": answer(codec_name="<script>"),
    "an impossible rate": answer(avg_frame_rate="30/0.00001"),
    "a rotation of markup": answer(side_data_list=[{"rotation": "<b>"}]),
    "deep nesting": "print('[' * 100_000)",
    "an error": "raise SystemExit(1)",
    "nothing": "",
}


@pytest.mark.parametrize("does", LIES.values(), ids=LIES)
async def test_a_program_that_lies_is_not_believed(
    sari: Account, monkeypatch: pytest.MonkeyPatch, empty: Path, does: str
) -> None:
    ffprobe_that(monkeypatch, empty, does)
    file = await checked(sari, video())
    assert (file.state, file.trouble) in {(REFUSED, "unreadable"), (REFUSED, "no_video")}
    assert await PostFile.bytes_used(sari) == 0


async def test_a_video_that_a_phone_turned_has_the_size_that_people_see(
    sari: Account, monkeypatch: pytest.MonkeyPatch, empty: Path
) -> None:
    ffprobe_that(monkeypatch, empty, answer(side_data_list=[{"rotation": -90}]))
    file = await checked(sari, video())
    assert (file.width, file.height, file.milliseconds) == (360, 640, 1500)


async def test_a_cover_picture_counts_as_no_video(sari: Account, monkeypatch: pytest.MonkeyPatch, empty: Path) -> None:
    ffprobe_that(monkeypatch, empty, answer(disposition={"attached_pic": 1}))
    assert (await checked(sari, video())).trouble == "no_video"


async def test_a_program_that_hangs_is_killed_with_all_that_it_started(
    sari: Account, monkeypatch: pytest.MonkeyPatch, empty: Path
) -> None:
    monkeypatch.setattr(video_check, "MEASURING", ProgramLimits(memory=2**30, output=2**18, seconds=1.5))
    pids = empty / "pids"
    ffprobe_that(
        monkeypatch,
        empty,
        f"import os, time\nchild = os.fork()\nopen({str(pids)!r}, 'a').write(f'{{os.getpid()}} ')\ntime.sleep(600)",
    )
    file = await checked(sari, video())

    assert (file.state, file.trouble) == (REFUSED, "unreadable")
    for pid in pids.read_text().split():
        status = Path(f"/proc/{pid}/status")
        assert not status.exists() or "Z (zombie)" in status.read_text()


async def test_a_program_that_writes_without_end_is_stopped(
    sari: Account, monkeypatch: pytest.MonkeyPatch, empty: Path
) -> None:
    ffprobe_that(monkeypatch, empty, "while True: print('x' * 65536)")
    file = await checked(sari, video())
    assert (file.state, file.trouble) == (REFUSED, "unreadable")


async def test_a_program_that_takes_all_memory_is_stopped(
    sari: Account, monkeypatch: pytest.MonkeyPatch, empty: Path
) -> None:
    ffprobe_that(monkeypatch, empty, "all = [bytearray(2**28) for _ in range(40)]")
    assert (await checked(sari, video())).state == REFUSED


async def test_the_program_gets_neither_our_environment_nor_a_shell(
    sari: Account, monkeypatch: pytest.MonkeyPatch, empty: Path
) -> None:
    monkeypatch.setenv("KLIQS_SECRET_OF_TESTS", "hush")
    seen = empty / "seen"
    code = f"import json, os, sys\njson.dump([dict(os.environ), sys.argv], open({str(seen)!r}, 'w'))\n"
    ffprobe_that(monkeypatch, empty, code + answer())
    file = await checked(sari, video(), "a; touch $(x).mp4")

    environment, words = json.loads(seen.read_text())
    assert file.state == READY and "hush" not in str(environment)
    assert f"/.draft-{file.id.hex}-" in words[-1] and words[words.index("-f") + 1] == "mov"


async def test_a_gif_is_never_shown_to_a_program_for_videos(
    sari: Account, monkeypatch: pytest.MonkeyPatch, empty: Path
) -> None:
    ffprobe_that(monkeypatch, empty, "raise SystemExit(1)")
    assert (await checked(sari, gif(), "a.mp4", "video/mp4")).state == READY
