"""Writes the pictures of posts again: a standalone script, run by its path, with the functions of the picture worker.

`python -I picture_script.py WORKER photo LONGEST MOST`, `… gif MOST_PIXELS` or `… poster`, where WORKER is the path of
app/media/worker.py; the picture is on standard input. It writes one line of JSON to standard output, followed by the
bytes of the new files. `{"refused": …}` names a trouble of refused_file.py.
"""

import io
import json
import runpy
import sys
from collections.abc import Callable
from types import SimpleNamespace

from PIL import GifImagePlugin, Image

POSTER = 640  # pixels a side
QUALITIES = (92, 85, 75, 60)  # of JPEG, the best first
GIF_SIDE = 2048  # pixels
REFUSALS = {"TooManyPixels": "too_many_pixels", "Moving": "animated"}  # of the worker, by its names
Files = dict[str, bytes]


def encode_photo(worker: SimpleNamespace, raw: bytes, longest: str, most: str) -> tuple[dict[str, object], Files]:
    """Writes a picture upright, in sRGB, at most `longest` pixels a side, without metadata: as a JPEG on white.

    A picture that is transparent anywhere becomes a PNG, too. No file has more than `most` bytes.
    """
    side = int(longest)
    image = worker.open_picture(raw, side)
    orientation, profile = image.getexif().get(worker.ORIENTATION, 1), image.info.get("icc_profile")
    image = worker.to_8_bit(image)
    image.thumbnail((side, side), Image.Resampling.LANCZOS)
    image = worker.apply_orientation(worker.to_srgb(image, profile), orientation)
    flat = worker.flatten(worker.LIGHT, image)
    files = {"jpg": encode_jpeg(flat, int(most))}
    if image.mode == "RGBA" and image.getchannel("A").getextrema()[0] < 255:
        content = save(image, "PNG", optimize=True)
        files |= {"png": content} if len(content) <= int(most) else {}
    files["poster"] = encode_poster(flat)
    return {"width": flat.width, "height": flat.height}, files


def encode_jpeg(image: Image.Image, most: int) -> bytes:
    """Encodes a JPEG of at most `most` bytes, if any quality makes it so small; otherwise the smallest."""
    for quality in QUALITIES:
        content = save(image, "JPEG", quality=quality, optimize=True, progressive=True)
        if len(content) <= most:
            break
    return content


def check_gif(worker: SimpleNamespace, raw: bytes, most_pixels: str) -> tuple[dict[str, object], Files]:
    """Reads every frame of a GIF, which is kept as it is; returns its size, frames and duration, and a poster."""
    image = Image.open(io.BytesIO(raw), formats=[GifImagePlugin.GifImageFile.format])
    width, height = image.size
    frames = getattr(image, "n_frames", 1)
    if max(width, height) > GIF_SIDE or width * height * frames > int(most_pixels):
        raise worker.Refused("TooManyPixels")
    milliseconds = 0
    for at in range(frames):
        image.seek(at)
        image.load()
        milliseconds += int(image.info.get("duration", 0))
    image.seek(0)
    poster = encode_poster(worker.flatten(worker.LIGHT, image.convert("RGBA")))
    return {"width": width, "height": height, "milliseconds": milliseconds, "frames": frames}, {"poster": poster}


def draw_poster(worker: SimpleNamespace, raw: bytes) -> tuple[dict[str, object], Files]:
    """Makes a poster of a frame of a video."""
    image = worker.open_picture(raw, POSTER)
    return {"width": image.width, "height": image.height}, {
        "poster": encode_poster(worker.flatten(worker.LIGHT, image))
    }


def encode_poster(image: Image.Image) -> bytes:
    """Encodes a small WebP of a picture, which itself stays as it is."""
    small = image.copy()
    small.thumbnail((POSTER, POSTER), Image.Resampling.LANCZOS)
    return save(small, "WEBP", quality=80, method=4)


def save(image: Image.Image, kind: str, **options: object) -> bytes:
    """Encodes a picture without metadata."""
    image.info, out = {}, io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


JOBS: dict[str, Callable[..., tuple[dict[str, object], Files]]] = {
    "photo": encode_photo,
    "gif": check_gif,
    "poster": draw_poster,
}


def main(worker_path: str, job: str, *arguments: str) -> None:
    """Runs one job and writes its result; every exception of Pillow counts as an unreadable picture."""
    worker, files = SimpleNamespace(**runpy.run_path(worker_path)), Files()
    Image.MAX_IMAGE_PIXELS = None  # the limits of the worker and of the GIF are stricter
    try:
        result, files = JOBS[job](worker, sys.stdin.buffer.read(), *arguments)
    except worker.Refused as refusal:
        result = {"refused": REFUSALS.get(str(refusal), "unreadable")}
    except Exception as error:  # MemoryError among them
        result = {"refused": "unreadable", "why": type(error).__name__}
    result["files"] = [[name, len(content)] for name, content in files.items()]
    sys.stdout.buffer.write(json.dumps(result).encode() + b"\n" + b"".join(files.values()))


if __name__ == "__main__":
    main(*sys.argv[1:])
