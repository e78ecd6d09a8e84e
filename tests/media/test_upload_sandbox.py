"""What is no picture we take is refused with its reason, and nothing a picture does reaches the server."""

import asyncio
import json
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from app.kernel.refusal import Busy, Refusal
from app.media import upload_sandbox
from app.media.picture_shapes import SHAPES, Crop
from app.media.qr_reading import read_codes
from app.media.reencode import reencode, render_sizes
from app.media.upload_sandbox import (
    AnimatedPicture,
    FileTooLarge,
    InvalidPicture,
    NoPicture,
    TooManyPixels,
    UnreadablePicture,
    UnsupportedFormat,
)
from tests.media.pictures import KINDS, PHONE, chunk, png, saved

pytestmark = pytest.mark.heavy

ROOM = 460 * 2**20  # bytes: a worker's cap, and a little for the shell around it


async def refused(raw: bytes) -> Refusal:
    with pytest.raises(Refusal) as no:
        await reencode(raw, longest=256, keep_alpha=True)
    return no.value


@pytest.mark.parametrize(
    "raw, kind",
    [
        (b"GIF89a" + bytes(20), "GIF"),
        (b"BM" + bytes(20), "BMP"),
        (b"II*\0" + bytes(20), "TIFF"),
        (b"%PDF-1.7", "PDF"),
        (b"\0\0\0 ftypjxl " + bytes(20), "JPEG XL"),
        (b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', "SVG"),
        (b"<SVG/>", "SVG"),
        (b"8BPS" + bytes(20), "Photoshop"),
    ],
)
async def test_other_kinds_of_pictures_are_refused_by_name(raw: bytes, kind: str) -> None:
    no = await refused(raw)

    assert isinstance(no, UnsupportedFormat)
    assert (no.code, no.field) == ("INVALID_PICTURE", "picture") and str(no).startswith(f"{kind} pictures")


@pytest.mark.parametrize(
    "raw, reason",
    [
        (b"", NoPicture),
        (b"x", InvalidPicture),
        (b"<html><body>", InvalidPicture),
        (b"RIFF0000WAVE", InvalidPicture),
        (b"\0\0\0 ftypmp42", InvalidPicture),
        (b"\x89PNG\r\n\x1a\n" + bytes(5 * 2**20), FileTooLarge),
        (b"\x89PNG\r\n\x1a\n", UnreadablePicture),
        (b"\xff\xd8\xff\xe0broken", UnreadablePicture),
        (b"RIFF\0\0\0\0WEBP", UnreadablePicture),
        (b"\0\0\0 ftypavif" + bytes(20), UnreadablePicture),
        (b"\0\0\0 ftypheic" + bytes(20), UnreadablePicture),
        (b"\xff\xff\xff\xffftypmp42" + bytes(2**20), InvalidPicture),
    ],
    ids=[
        "nothing",
        "a letter",
        "a page",
        "sound",
        "film",
        "6 MB",
        "cut PNG",
        "broken JPEG",
        "empty WebP",
        "empty AVIF",
        "empty HEIC",
        "film that says it is endless",
    ],
)
async def test_what_is_no_picture_is_refused(raw: bytes, reason: type[Refusal]) -> None:
    assert type(await refused(raw)) is reason


@pytest.mark.parametrize("over", [0, 1])
def test_a_picture_may_have_five_megabytes_and_not_a_byte_more(over: int) -> None:
    raw = b"\xff\xd8\xff" + bytes(5 * 2**20 - 3 + over)
    if over:
        with pytest.raises(FileTooLarge):
            upload_sandbox.check_upload(raw)
    else:
        assert upload_sandbox.check_upload(raw) is raw


async def test_a_picture_cut_off_in_the_middle_is_refused() -> None:
    pictures = [saved(Image.effect_noise((200, 200), 40).convert("RGB"), kind) for kind in KINDS]
    for raw in [*pictures, PHONE.read_bytes()]:
        assert isinstance(await refused(raw[: len(raw) // 2]), UnreadablePicture), raw[:12]


@pytest.mark.parametrize("width, height", [(6001, 10), (10, 6001), (4001, 4000), (65_000, 65_000), (2**31 - 1, 1)])
async def test_too_many_pixels_are_refused_by_the_header_alone(width: int, height: int) -> None:
    assert isinstance(await refused(png(width, height, b"there are no pixels")), TooManyPixels)


@pytest.mark.parametrize("kind, side", [("WEBP", 6_000), ("AVIF", 6_000), ("PNG", 6_000), ("JPEG", 12_000)])
async def test_a_side_has_as_many_pixels_as_we_say_and_not_one_more(kind: str, side: int) -> None:
    edge = await reencode(saved(Image.new("RGB", (side, 16)), kind), longest=256, keep_alpha=False)
    assert edge.width == 256
    assert isinstance(await refused(saved(Image.new("RGB", (side + 1, 16)), kind)), TooManyPixels)


def header(width: int, height: int) -> bytes:
    """A JPEG that says it is of this size, and holds the pixels of a small one."""
    raw = saved(Image.new("L", (16, 16)), "JPEG")
    at = raw.index(b"\xff\xc0") + 5
    return raw[:at] + height.to_bytes(2, "big") + width.to_bytes(2, "big") + raw[at + 4 :]


@pytest.mark.parametrize("width, height", [(8_001, 8_000), (12_001, 8), (8, 12_001), (65_535, 65_535)])
async def test_a_jpeg_of_more_than_64_million_pixels_is_refused_by_the_header_alone(width: int, height: int) -> None:
    assert isinstance(await refused(header(width, height)), TooManyPixels)


@pytest.mark.parametrize("size, progressive", [((8_064, 6_048), False), ((6_048, 8_064), True), ((8_000, 8_000), True)])
async def test_a_photo_of_48_million_pixels_is_decoded_smaller(size: tuple[int, int], progressive: bool) -> None:
    raw = saved(Image.new("L", size, 90), "JPEG", quality=30, progressive=progressive)
    for shape in SHAPES.values():
        renditions = await render_sizes(
            raw, shape, Crop(0.45, 0.45, 0.1, 0.1)
        )  # a small region, of which much would be wanted
        assert 300 < renditions.width <= shape.sides[0]
    outcome, peak = measured(raw)
    assert outcome["media_type"] == "image/png" and peak < ROOM


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "AVIF"])
async def test_what_moves_is_refused(kind: str) -> None:
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "green", "blue")]
    raw = saved(frames[0], kind, save_all=True, append_images=frames[1:], duration=100)

    assert isinstance(await refused(raw), AnimatedPicture)
    with pytest.raises(AnimatedPicture):
        await read_codes(raw)


def bomb() -> bytes:
    """Few bytes that would be 100 million pixels, as their header says."""
    return png(10_000, 10_000, zlib.compress(bytes(10_001) * 10_000, 9), depth=8, colour=0)


async def test_a_bomb_is_refused_before_it_is_opened() -> None:
    assert len(bomb()) < 120_000
    assert isinstance(await refused(bomb()), TooManyPixels)


@pytest.mark.parametrize(
    "kind, head, times",
    [(b"iCCP", b"x\0\0", 1), (b"zTXt", b"x\0\0", 4), (b"iTXt", b"x\0\1\0\0\0", 4)],
    ids=["profile", "text", "international text"],
)
async def test_a_bomb_beside_the_pixels_costs_no_more_than_a_worker_has(kind: bytes, head: bytes, times: int) -> None:
    before = chunk(kind, head + zlib.compress(bytes(200 * 2**20))) * times
    raw = png(8, 8, zlib.compress(bytes(25 * 8)), before=before)

    outcome, peak = measured(raw)

    assert peak < ROOM
    assert outcome.get("refused", "") in {"", "Unreadable"}


def measured(raw: bytes) -> tuple[dict[str, object], int]:
    """What a worker answers, and the most memory it had, in bytes."""
    watch = (
        "import resource, subprocess, sys; "
        "done = subprocess.run(sys.argv[1:], stdin=sys.stdin, capture_output=True); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss); "
        "print(done.stdout.split(b'\\n')[0].decode())"
    )
    command = [sys.executable, "-c", watch, sys.executable, "-I", str(upload_sandbox.WORKER), "picture", "256", "alpha"]
    peak, line = subprocess.run(command, input=raw, capture_output=True, check=True).stdout.decode().split("\n", 1)
    return json.loads(line), int(peak) * 1024


def test_the_largest_picture_we_take_fits_in_a_workers_memory() -> None:
    outcome, peak = measured(saved(Image.new("RGBA", (4000, 4000), (1, 2, 3, 100)), "PNG"))

    assert outcome == {"media_type": "image/png", "width": 256, "height": 256}
    assert peak < ROOM


@pytest.mark.parametrize(
    "deed, end",
    [
        ("bytearray(worker.MEMORY)", "MemoryError"),
        ("open(sys.argv[1], 'wb', 0).write(b'x')", "File too large"),
        ("sum(iter(int, 1))", ""),
    ],
    ids=["memory", "a file", "time"],
)
def test_a_worker_is_confined(deed: str, end: str, tmp_path: Path) -> None:
    script = (
        f"import sys, importlib.util as u; spec = u.spec_from_file_location('worker', {str(upload_sandbox.WORKER)!r}); "
        "worker = u.module_from_spec(spec); spec.loader.exec_module(worker); worker.SECONDS = 1; "
        f"worker.limit_resources(); print('confined', flush=True); {deed}; print('free')"
    )

    done = subprocess.run([sys.executable, "-I", "-c", script, tmp_path / "file"], capture_output=True, timeout=20)

    assert done.stdout == b"confined\n" and done.returncode != 0 and end in done.stderr.decode()


WORKERS = {
    "takes all memory": "data = []\nwhile True: data.append(bytearray(2**24))",
    "dies": "import os\nos.kill(os.getpid(), 9)",
    "says nonsense": "print('hello')",
    "says a list": "print('[1]')",
    "says nothing": "",
    "never ends": "import time\ntime.sleep(60)",
    "refuses for a reason we do not know": 'print(\'{"refused": "Made up"}\')',
}


@pytest.mark.parametrize("script", WORKERS.values(), ids=WORKERS)
async def test_a_worker_that_breaks_is_a_refusal(script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    worker = tmp_path / "worker.py"
    worker.write_text("import resource\nresource.setrlimit(resource.RLIMIT_AS, (2**28, 2**28))\n" + script)
    monkeypatch.setattr(upload_sandbox, "WORKER", worker)
    monkeypatch.setattr("app.media.upload_sandbox.TIMEOUT", 1.5)

    assert isinstance(await refused(saved(Image.new("RGB", (9, 9)), "PNG")), UnreadablePicture)


async def test_two_work_at_a_time_and_few_may_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    worker = tmp_path / "worker.py"
    worker.write_text(
        "import os, pathlib, sys, time\n"
        f"mine = pathlib.Path({str(tmp_path)!r}, f'at-work-{{os.getpid()}}')\n"
        "mine.touch()\ntime.sleep(.2)\n"
        "print('{\"codes\": [%d]}' % len(list(mine.parent.glob('at-work-*'))))\nmine.unlink()"
    )
    monkeypatch.setattr(upload_sandbox, "WORKER", worker)
    raw = saved(Image.new("RGB", (9, 9)), "PNG")

    results = await asyncio.gather(
        *(read_codes(raw) for _ in range(upload_sandbox.MAX_PENDING + 3)), return_exceptions=True
    )

    assert sum(isinstance(answer, Busy) for answer in results) == 3
    assert {answer[0] for answer in results if isinstance(answer, list)} <= {"1", "2"}
    assert await read_codes(raw) == ["1"], "whoever was turned away is let in afterwards"


PICTURES = [PHONE.read_bytes(), *(saved(Image.effect_noise((24, 24), 60).convert("RGB"), kind) for kind in KINDS)]


@settings(max_examples=25)
@given(st.sampled_from(PICTURES), st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 255)), max_size=8))
async def test_a_spoilt_picture_is_drawn_or_refused(raw: bytes, spoilt: list[tuple[int, int]]) -> None:
    content = bytearray(raw)
    for place, byte in spoilt:
        content[place % len(content)] = byte
    try:
        picture = await reencode(bytes(content), longest=64, keep_alpha=True)
    except InvalidPicture:
        return
    assert picture.content.startswith(b"\x89PNG")
