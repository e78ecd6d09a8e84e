"""Measures a video with PyAV: a standalone script, run by its path, that imports nothing of the app.

`python -I pyav_script.py measure FORMAT PATH` writes a JSON object in the manner of ffprobe, `… frame FORMAT PATH
SECONDS` one frame as a PNG. PyAV is the optional extra `video`: its wheels hold codecs under the GPL.
"""

import json
import sys
from typing import Any

FORMATS = {"mov": "mov", "matroska": "matroska"}
SIDE = 1280  # pixels


def measure(container: Any) -> None:
    """Writes the streams and the duration of a container."""
    streams = [
        {
            "codec_type": stream.type,
            "codec_name": stream.codec_context.name if stream.codec_context else "",
            "width": getattr(stream.codec_context, "width", 0),
            "height": getattr(stream.codec_context, "height", 0),
            "avg_frame_rate": str(getattr(stream, "average_rate", None) or "0/0"),
        }
        for stream in container.streams
    ]
    duration = container.duration / 1_000_000 if container.duration else None
    json.dump({"streams": streams, "format": {"duration": duration}}, sys.stdout)


def draw_frame(container: Any, seconds: float) -> None:
    """Writes the first frame that can be decoded near a time."""
    stream = container.streams.video[0]
    stream.thread_type = "NONE"
    if seconds:
        container.seek(int(seconds * 1_000_000))
    frame = next(container.decode(stream))
    picture = frame.to_image()
    picture.thumbnail((SIDE, SIDE))
    picture.save(sys.stdout.buffer, "PNG")


def main(job: str, container_format: str, path: str, seconds: str = "0") -> None:
    """Opens the file, which may refer to no other, and does the job."""
    import av

    with av.open(path, format=FORMATS[container_format], options={"protocol_whitelist": "file"}) as container:
        if job == "measure":
            measure(container)
        else:
            draw_frame(container, float(seconds))


if __name__ == "__main__":
    main(*sys.argv[1:])
