"""The process that opens a stranger's picture: a script of its own, run by path, that imports nothing of ours.

`python -I worker.py picture LONGEST ALPHA` or `worker.py codes`, the picture on standard input. It answers one line of
JSON on standard output, the new picture's bytes behind it. `{"refused": …}` names a refusal of `upload`.
Imported through `app` it would load Quart and take two seconds; by its path it is there in a tenth of one.
"""

import io
import json
import resource
import sys
from collections.abc import Callable
from contextlib import suppress

from PIL import Image, ImageCms, JpegImagePlugin, PngImagePlugin, WebPImagePlugin

MEMORY = 448 * 2**20  # bytes of address space; 16 MP of RGBA, shrunk and written, take 300
SECONDS = 8  # of processor time
MOST_PIXELS, MOST_SIDE = 16_000_000, 6_000
FORMATS = [plugin.format for plugin in (PngImagePlugin.PngImageFile, JpegImagePlugin.JpegImageFile,
                                        WebPImagePlugin.WebPImageFile)]
ORIENTATION = 0x0112  # of Exif
TURN = Image.Transpose
TURNS = {2: TURN.FLIP_LEFT_RIGHT, 3: TURN.ROTATE_180, 4: TURN.FLIP_TOP_BOTTOM, 5: TURN.TRANSPOSE, 6: TURN.ROTATE_270,
         7: TURN.TRANSVERSE, 8: TURN.ROTATE_90}  # what undoes an orientation: Exif 2.32, 4.6.5, tag 274
LIGHT, DARK = (255, 255, 255), (0, 0, 0)


class Refused(Exception):
    """Carries the name of a refusal of `upload`."""


def confine() -> None:
    """No more memory and processor time than a picture needs, and no file written, whatever the picture does."""
    for limit, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_FSIZE, 0),
                        (resource.RLIMIT_CORE, 0)):
        resource.setrlimit(limit, (most, most))


def opened(raw: bytes) -> Image.Image:
    """The picture with only its header read. Raises Refused when it is too large or moves."""
    Image.MAX_IMAGE_PIXELS = None  # ours is stricter, and not a warning
    image = Image.open(io.BytesIO(raw), formats=FORMATS)
    if image.width * image.height > MOST_PIXELS or max(image.size) > MOST_SIDE:
        raise Refused("TooManyPixels")
    if image.format in {"PNG", "WEBP"} and getattr(image, "is_animated", False):
        raise Refused("Moving")
    return image


def picture(raw: bytes, longest: str, alpha: str) -> tuple[dict[str, object], bytes]:
    """The picture drawn anew: upright, in sRGB, at most `longest` pixels a side, without metadata.

    PNG with its transparency when `alpha` is "alpha", else WebP on white.
    """
    image, most = opened(raw), int(longest)
    orientation = image.getexif().get(ORIENTATION, 1)
    profile = image.info.get("icc_profile")
    image.draft(None, (2 * most, 2 * most))
    image = plain(image)
    image.thumbnail((most, most), Image.Resampling.LANCZOS)
    image = in_srgb(image, profile)
    if orientation in TURNS:
        image = image.transpose(TURNS[orientation])
    if alpha != "alpha":
        image = on(LIGHT, image)
    image.info, out = {}, io.BytesIO()
    kind = "PNG" if alpha == "alpha" else "WEBP"
    image.save(out, kind, **({"optimize": True} if kind == "PNG" else {"quality": 84, "method": 4}))
    told = {"media_type": f"image/{kind.lower()}", "width": image.width, "height": image.height}
    return told, out.getvalue()


def plain(image: Image.Image) -> Image.Image:
    """The picture in 8 bits a channel: grey, RGB, RGBA or CMYK."""
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value / 257, "L")  # Pillow would clip 16 bits at 255
    if image.has_transparency_data:
        return image.convert("RGBA")
    return image if image.mode in {"L", "CMYK", "RGB"} else image.convert("RGB")


def in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Colours as every screen shows them; a profile that does not fit is passed over."""
    alpha = image.getchannel("A") if image.mode == "RGBA" else None
    colours = image.convert("RGB") if alpha else image
    if profile:
        with suppress(ImageCms.PyCMSError, OSError, ValueError):
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            colours = ImageCms.profileToProfile(
                colours, source, ImageCms.createProfile("sRGB"), outputMode="RGB") or colours
    colours = colours.convert("RGB")
    if alpha:
        colours.putalpha(alpha)
    return colours


def on(colour: tuple[int, int, int], image: Image.Image) -> Image.Image:
    """The picture on a ground of one colour, where it lets through."""
    if image.mode != "RGBA":
        return image.convert("RGB")
    ground = Image.new("RGB", image.size, colour)
    ground.paste(image, mask=image.getchannel("A"))
    return ground


def codes(raw: bytes) -> tuple[dict[str, object], bytes]:
    """What the QR codes in the picture say, each text once; a transparent picture is read on white, then on black."""
    from zxingcpp import BarcodeFormat, BarcodeFormats, TextMode, read_barcodes

    image = plain(opened(raw))
    found: list[str] = []
    for ground in (LIGHT, DARK) if image.mode == "RGBA" else (LIGHT,):
        grey, formats = on(ground, image).convert("L"), BarcodeFormats(BarcodeFormat.QRCode)
        found += [code.text for code in read_barcodes(grey, formats=formats, text_mode=TextMode.Plain) if code.text]
        if found:
            break
    return {"codes": list(dict.fromkeys(found))}, b""


JOBS: dict[str, Callable[..., tuple[dict[str, object], bytes]]] = {"picture": picture, "codes": codes}


def main(job: str, *given: str) -> None:
    """Does one job; whatever a picture makes Pillow raise is the picture's fault."""
    confine()
    try:
        told, made = JOBS[job](sys.stdin.buffer.read(), *given)
    except Refused as refused:
        told, made = {"refused": str(refused)}, b""
    except Exception as error:  # MemoryError among them
        told, made = {"refused": "Unreadable", "why": type(error).__name__}, b""
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + made)


if __name__ == "__main__":
    main(*sys.argv[1:])
