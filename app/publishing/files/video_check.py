"""Measures videos and draws their posters: with ffprobe and ffmpeg where there are, else with PyAV, else not at all.

The container's reader is set by the file's first bytes, so that a playlist or a script of ffmpeg's is never opened as
one, and only the file itself may be read. What the program answers is checked, because a hostile file may mislead it.
"""

from __future__ import annotations

import importlib.util
import json
import math
import shutil
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.media import upload_sandbox
from app.publishing.files.file_kinds import WEBM
from app.publishing.files.refused_file import FileRefused
from app.publishing.files.sandbox import ProgramFailed, ProgramLimits, run_program

FFPROBE, PYAV = "ffprobe", "pyav"
MEASURING = ProgramLimits(memory=2**30, output=2**18)
DRAWING = ProgramLimits(memory=2 * 2**30, output=16 * 2**20)
PYAV_SCRIPT, PICTURE_SCRIPT = Path(__file__).with_name("pyav_script.py"), Path(__file__).with_name("picture_script.py")
PICTURE_WORKER = upload_sandbox.WORKER
ENTRIES = (
    "format=duration:stream=codec_type,codec_name,width,height,avg_frame_rate,duration:"
    "stream_disposition=attached_pic:stream_tags=rotate:stream_side_data=rotation"
)
LONGEST, MOST_SIDE, MOST_RATE = 24 * 3600.0, 16_384, 1000.0  # seconds, pixels, frames a second


@dataclass(frozen=True, slots=True)
class VideoFacts:
    """What was measured: the size as it is shown, in pixels, and the duration, None where the file does not say it.

    `checked_by` is empty where nobody could measure anything.
    """

    width: int = 0
    height: int = 0
    milliseconds: int | None = None
    checked_by: str = ""
    details: dict[str, Any] = field(default_factory=dict)


def measuring_program() -> str:
    """Returns what measures videos here: FFPROBE, PYAV, or an empty text."""
    if shutil.which("ffprobe"):
        return FFPROBE
    return PYAV if importlib.util.find_spec("av") else ""


async def measure_video(path: Path, media_type: str) -> VideoFacts:
    """Measures a video. Raises: FileRefused when it cannot be read, holds no video or is not believable."""
    if not (program := measuring_program()):
        return VideoFacts()
    reader = _reader(media_type)
    if program == FFPROBE:
        command = [str(shutil.which("ffprobe")), "-v", "error", "-protocol_whitelist", "file", "-f", reader]
        command += ["-show_entries", ENTRIES, "-of", "json", str(path)]
    else:
        command = [sys.executable, "-I", str(PYAV_SCRIPT), "measure", reader, str(path)]
    try:
        answer = json.loads(await run_program(command, MEASURING))
        return _facts(answer, program)
    except (ProgramFailed, ValueError, TypeError, AttributeError, RecursionError):
        raise FileRefused("unreadable") from None


async def draw_poster(path: Path, media_type: str, facts: VideoFacts) -> bytes:
    """Returns a small WebP of a frame near the beginning; empty where nothing can draw one."""
    seconds = f"{min(1.0, (facts.milliseconds or 0) / 3000):.3f}"
    if ffmpeg := shutil.which("ffmpeg"):
        command = [ffmpeg, "-v", "error", "-nostdin", "-threads", "1", "-protocol_whitelist", "file,pipe"]
        command += ["-f", _reader(media_type), "-ss", seconds, "-i", str(path), "-map", "0:V:0", "-frames:v", "1"]
        command += ["-vf", "scale='min(1280,iw)':-2", "-threads", "1", "-f", "image2pipe", "-c:v", "png", "pipe:1"]
    elif importlib.util.find_spec("av"):
        command = [sys.executable, "-I", str(PYAV_SCRIPT), "frame", _reader(media_type), str(path), seconds]
    else:
        return b""
    try:
        return await _shrink(await run_program(command, DRAWING))
    except ProgramFailed:
        return b""  # a video without a poster can be published all the same


async def _shrink(frame: bytes) -> bytes:
    """Makes a poster of a frame, which a hostile file may have shaped, in the process for pictures."""
    command = [sys.executable, "-I", str(PICTURE_SCRIPT), str(PICTURE_WORKER), "poster"]
    line, _, poster = (await run_program(command, DRAWING, frame)).partition(b"\n")
    return b"" if b'"refused"' in line else poster


def _reader(media_type: str) -> str:
    """The name of ffmpeg's reader for a container."""
    return "matroska" if media_type == WEBM else "mov"


def _facts(answer: Any, program: str) -> VideoFacts:
    """Reads what a program measured. Raises: FileRefused, ValueError, TypeError, AttributeError."""
    streams = [stream for stream in answer["streams"] if isinstance(stream, dict)] if "streams" in answer else []
    videos = [stream for stream in streams if stream.get("codec_type") == "video" and not _is_cover(stream)]
    if not videos:
        raise FileRefused("no_video")
    video = videos[0]
    width, height = _whole(video.get("width")), _whole(video.get("height"))
    if _is_sideways(video):
        width, height = height, width
    seconds = _seconds(answer.get("format", {}).get("duration") or video.get("duration"))
    sounds = [_codec(stream) for stream in streams if stream.get("codec_type") == "audio"]
    details = {"video": _codec(video), "audio": sounds[0] if sounds else "", "rate": _rate(video)}
    return VideoFacts(width, height, None if seconds is None else round(seconds * 1000), program, details)


def _is_cover(stream: dict[str, Any]) -> bool:
    """Whether a stream is the cover picture of a file, not its video."""
    return bool((stream.get("disposition") or {}).get("attached_pic"))


def _is_sideways(stream: dict[str, Any]) -> bool:
    """Whether a player turns the video by a quarter, as phones write it."""
    angles = [data.get("rotation") for data in stream.get("side_data_list") or [] if isinstance(data, dict)]
    angle = next((angle for angle in [*angles, (stream.get("tags") or {}).get("rotate")] if angle is not None), 0)
    return int(float(angle)) % 180 != 0


def _whole(value: Any) -> int:
    """A width or height in pixels. Raises: ValueError."""
    if not isinstance(value, int) or not 0 < value <= MOST_SIDE:
        raise ValueError("no size of a video")
    return value


def _seconds(value: Any) -> float | None:
    """A duration in seconds; None if the file does not say it. Raises: ValueError."""
    if value in (None, "N/A"):
        return None
    seconds = float(value)
    if not math.isfinite(seconds) or not 0 < seconds <= LONGEST:
        raise ValueError("no duration of a video")
    return seconds


def _codec(stream: dict[str, Any]) -> str:
    """The name of a codec, as ffmpeg writes it. Raises: ValueError."""
    name = str(stream.get("codec_name") or "unknown")
    if not (name.isascii() and name.replace("_", "").isalnum() and len(name) <= 30):
        raise ValueError("no name of a codec")
    return name


def _rate(stream: dict[str, Any]) -> float:
    """The frames a second, 0 where unknown. Raises: ValueError."""
    above, _, below = str(stream.get("avg_frame_rate") or "0/0").partition("/")
    if not float(below or 1):
        return 0.0
    rate = float(above) / float(below or 1)
    if not 0 <= rate <= MOST_RATE:
        raise ValueError("no frame rate")
    return round(rate, 3)
