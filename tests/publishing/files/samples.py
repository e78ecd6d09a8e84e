"""Files of posts as people upload them: pictures, a GIF, and tiny videos that PyAV writes."""

import io
from collections.abc import AsyncGenerator
from functools import cache
from typing import Any

import av
from PIL import Image

from app.accounts.models import Account
from app.jobs.worker import Worker
from app.publishing.files import check_job, uploads
from app.publishing.files.pieces import MOST_PIECE
from app.publishing.files.post_file import PostFile
from app.publishing.files.uploads import Announcement
from tests.media.pictures import saved

WIDTH, HEIGHT, WORKER = 96, 64, check_job.WORKER


@cache
def video(kind: str = "mp4", seconds: float = 1.0, *, sound_only: bool = False) -> bytes:
    """A video of WIDTH by HEIGHT pixels and ten frames a second, as mp4, mov or webm."""
    out = io.BytesIO()
    codec = "libvpx" if kind == "webm" else "mpeg4"
    with av.open(out, "w", format=kind) as container:
        stream: Any = container.add_stream("aac", rate=44_100) if sound_only else container.add_stream(codec, rate=10)
        if sound_only:
            stream.layout = "mono"
            frame: Any = av.AudioFrame(format="fltp", layout="mono", samples=1024)
            frame.sample_rate = 44_100
            for plane in frame.planes:
                plane.update(bytes(plane.buffer_size))
            container.mux(stream.encode(frame))
        else:
            stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
            for at in range(round(10 * seconds)):
                picture = Image.new("RGB", (WIDTH, HEIGHT), (40 * (at % 6), 90, 160))
                frame = av.VideoFrame.from_image(picture)  # type: ignore[no-untyped-call]
                container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return out.getvalue()


def photo(width: int = 300, height: int = 200, kind: str = "JPEG", **how: Any) -> bytes:
    return saved(Image.effect_noise((width, height), 60).convert("RGB"), kind, **how)


def transparent() -> bytes:
    return saved(Image.new("RGBA", (120, 80), (200, 30, 30, 90)), "PNG")


def gif(frames: int = 3, side: int = 60) -> bytes:
    pictures = [Image.new("RGB", (side, side), (80 * at % 256, 40, 90)) for at in range(frames)]
    return saved(pictures[0], "GIF", save_all=True, append_images=pictures[1:], duration=200, loop=0)


async def pieces(content: bytes, size: int = 64 * 1024) -> AsyncGenerator[bytes]:
    for at in range(0, len(content), size):
        yield content[at : at + size]


async def begun(account: Account, content: bytes, filename: str = "kopi.mp4", media_type: str = "") -> PostFile:
    return await uploads.begin_upload(account, None, Announcement(len(content), media_type, filename))


async def uploaded(account: Account, content: bytes, filename: str = "kopi.mp4", media_type: str = "") -> PostFile:
    """A file whose last byte has arrived."""
    file = await begun(account, content, filename, media_type)
    while file.received < file.size:
        part = content[file.received : file.received + MOST_PIECE]
        file = await uploads.receive_piece(file, file.received, pieces(part))
    return file


async def checked(account: Account, content: bytes, filename: str = "kopi.mp4", media_type: str = "") -> PostFile:
    """A file that was checked: ready, or refused."""
    file = await uploaded(account, content, filename, media_type)
    await Worker().run_due(uploads.CHECK)
    return await PostFile.get(id=file.id)
