"""The process that opens a stranger's picture: a script of its own, run by path, that imports nothing of ours.

`python -I worker.py picture LONGEST ALPHA`, `worker.py sizes SIDES ASPECT CROP` or `worker.py codes`, the picture on
standard input. It answers one line of JSON on standard output, the new pictures' bytes behind it. `{"refused": …}`
names a refusal of `upload`.
Imported through `app` it would load Quart and take two seconds; by its path it is there in a tenth of one.
"""

import io
import json
import os
import resource
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress

from PIL import AvifImagePlugin, Image, ImageCms, JpegImagePlugin, PngImagePlugin, WebPImagePlugin

MEMORY = 448 * 2**20  # bytes of address space; 16 MP of RGBA, shrunk and written, take 300
SECONDS = 8  # of processor time
MOST_PIXELS, MOST_SIDE = 16_000_000, 6_000  # of what is decoded
MOST_JPEG_PIXELS, MOST_JPEG_SIDE = 64_000_000, 12_000  # of a JPEG, which libjpeg decodes at a half, quarter or eighth
FORMATS = [plugin.format for plugin in (PngImagePlugin.PngImageFile, JpegImagePlugin.JpegImageFile,
                                        WebPImagePlugin.WebPImageFile, AvifImagePlugin.AvifImageFile)]
HEIF = "HEIF"
SHRINKS = (1, 2, 4, 8)  # how many times smaller libjpeg can decode
BITS = {"L;2": 85, "L;4": 17}  # what few bits of grey are multiplied by to become eight
ORIENTATION = 0x0112  # of Exif
TURN = Image.Transpose
TURNS = {2: TURN.FLIP_LEFT_RIGHT, 3: TURN.ROTATE_180, 4: TURN.FLIP_TOP_BOTTOM, 5: TURN.TRANSPOSE, 6: TURN.ROTATE_270,
         7: TURN.TRANSVERSE, 8: TURN.ROTATE_90}  # what undoes an orientation: Exif 2.32, 4.6.5, tag 274
Box = tuple[float, float, float, float]
KINDS = {"webp": {"quality": 82, "method": 4},
         "avif": {"quality": 60, "speed": 8, "max_threads": 1}}  # a third smaller in the same time; threads cost memory
LIGHT, DARK = (255, 255, 255), (0, 0, 0)


class Refused(Exception):
    """Carries the name of a refusal of `upload`."""


def confine() -> None:
    """No more memory and processor time than a picture needs, and no file written, whatever the picture does."""
    for limit, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_FSIZE, 0),
                        (resource.RLIMIT_CORE, 0)):
        resource.setrlimit(limit, (most, most))
    os.nice(10)  # whoever follows a link goes first


def opened(raw: bytes, enough: int = 0) -> Image.Image:
    """The picture with only its header read; a JPEG is set to be decoded no larger than `enough` pixels a side ask for.

    Raises Refused when it is too large to be decoded, or moves.
    """
    Image.MAX_IMAGE_PIXELS = None  # ours is stricter, and not a warning
    AvifImagePlugin.DEFAULT_MAX_THREADS = 1  # threads cost memory
    image = Image.open(io.BytesIO(raw), formats=[*FORMATS, *heif(raw)])
    if isinstance(image, JpegImagePlugin.JpegImageFile):
        shrink(image, enough)
    elif not decodable(*image.size):
        raise Refused("TooManyPixels")
    elif image.format != HEIF and getattr(image, "is_animated", False):
        raise Refused("Moving")  # a file of HEIF may hold several pictures, of which one is meant
    if image.mode == "L" and isinstance(clear := image.info.get("transparency"), int):
        image.info["transparency"] = clear * BITS.get(str(image.tile[0].args), 1)  # Pillow scales the pixels alone
    return image


def decodable(width: int, height: int) -> bool:
    return width * height <= MOST_PIXELS and max(width, height) <= MOST_SIDE


def shrink(image: JpegImagePlugin.JpegImageFile, enough: int) -> None:
    """Sets by how much smaller a JPEG is decoded: as much as it must be, and as `enough` pixels a side allow."""
    width, height = image.size
    if width * height > MOST_JPEG_PIXELS or max(width, height) > MOST_JPEG_SIDE:
        raise Refused("TooManyPixels")
    must = next(by for by in SHRINKS if decodable(-(-width // by), -(-height // by)))
    may = max([by for by in SHRINKS if min(width, height) // by >= enough] if enough else [1], default=1)
    by = max(must, may)
    image.draft(None, (max(1, width // by), max(1, height // by)))


def heif(raw: bytes) -> list[str]:
    """The format of phones' pictures, its decoder loaded, for a file of that family; nothing for any other."""
    if raw[4:8] != b"ftyp":
        return []
    import pi_heif

    pi_heif.options.DECODE_THREADS = 1
    pi_heif.register_heif_opener()
    return [HEIF]


def picture(raw: bytes, longest: str, alpha: str) -> tuple[dict[str, object], bytes]:
    """The picture drawn anew: upright, in sRGB, at most `longest` pixels a side, without metadata.

    PNG with its transparency when `alpha` is "alpha", else WebP on white.
    """
    most = int(longest)
    image = opened(raw, 2 * most)
    orientation = image.getexif().get(ORIENTATION, 1)
    profile = image.info.get("icc_profile")
    image = plain(image)
    image.thumbnail((most, most), Image.Resampling.LANCZOS)
    image = upright(in_srgb(image, profile), orientation)
    if alpha != "alpha":
        image = on(LIGHT, image)
    image.info, out = {}, io.BytesIO()
    kind = "PNG" if alpha == "alpha" else "WEBP"
    image.save(out, kind, **({"optimize": True} if kind == "PNG" else {"quality": 84, "method": 4}))
    told = {"media_type": f"image/{kind.lower()}", "width": image.width, "height": image.height}
    return told, out.getvalue()


def sizes(raw: bytes, sides: str, aspect: str, crop: str) -> tuple[dict[str, object], bytes]:
    """A region of the picture drawn anew, on white, once for each of `sides` ("1600,800": the largest first) and kind.

    `crop` is the region as fractions of the upright picture, "left,top,width,height"; with an `aspect` (width by
    height, 0 for any) it is what fits in there, about its middle. `sides` are pixels: of the width where there is an
    aspect, else of the longer side; none is larger than the region.
    """
    wanted, ratio = [int(side) for side in sides.split(",")], float(aspect)
    region = tuple(float(part) for part in crop.split(","))
    image = opened(raw, int(2 * wanted[0] / min(region[2:])) + 1)
    orientation, profile = image.getexif().get(ORIENTATION, 1), image.info.get("icc_profile")
    image = upright(plain(image), orientation)
    box = within(image.size, region, ratio)
    largest = image.resize(scaled(box, wanted[0], ratio), Image.Resampling.LANCZOS, box, 3.0)
    del image
    largest = on(LIGHT, in_srgb(largest, profile))
    return written(largest, dict.fromkeys(scaled((0, 0, *largest.size), side, ratio) for side in wanted))


def written(largest: Image.Image, wanted: Iterable[tuple[int, int]]) -> tuple[dict[str, object], bytes]:
    """A picture in these sizes, in each kind, with a list of what the bytes are."""
    files, made = [], b""
    for size in wanted:
        shown = largest if size == largest.size else largest.resize(size, Image.Resampling.LANCZOS)
        shown.info = {}
        for kind, how in KINDS.items():
            out = io.BytesIO()
            shown.save(out, kind.upper(), **how)
            files.append({"kind": kind, "width": size[0], "height": size[1], "bytes": out.tell()})
            made += out.getvalue()
    return {"files": files}, made


def within(size: tuple[int, int], region: tuple[float, ...], aspect: float) -> Box:
    """The pixels of a region, at least one each way: all of it, or what has this aspect about its middle."""
    width, height = (max(1.0, side * part) for side, part in zip(size, region[2:], strict=True))
    left, top = min(size[0] * region[0], size[0] - width), min(size[1] * region[1], size[1] - height)
    if aspect:
        fit = min(width, height * aspect), min(height, width / aspect)
        left, top, width, height = left + (width - fit[0]) / 2, top + (height - fit[1]) / 2, *fit
    return max(0.0, left), max(0.0, top), min(float(size[0]), left + width), min(float(size[1]), top + height)


def scaled(box: Box, side: int, aspect: float) -> tuple[int, int]:
    """Width and height in pixels of a region at a size, never larger than it is."""
    width, height = box[2] - box[0], box[3] - box[1]
    by = min(1.0, side / (width if aspect else max(width, height)))
    wide = max(1, round(width * by))
    return wide, max(1, round(wide / aspect if aspect else height * by))


def upright(image: Image.Image, orientation: int) -> Image.Image:
    return image.transpose(TURNS[orientation]) if orientation in TURNS else image


def plain(image: Image.Image) -> Image.Image:
    """The picture in 8 bits a channel: grey, RGB, RGBA or CMYK."""
    if image.mode.startswith("I"):
        return grey(image)
    if image.has_transparency_data:
        return image.convert("RGBA")
    return image if image.mode in {"L", "CMYK", "RGB"} else image.convert("RGB")


def grey(image: Image.Image) -> Image.Image:
    """Grey of 16 bits in 8, which Pillow would clip at 255; transparent where a PNG says that one grey is (tRNS)."""
    clear, deep = image.info.get("transparency"), image.convert("I")
    shown = deep.point(lambda value: value / 257, "L")
    if not isinstance(clear, int) or not 0 <= clear < 2**16:
        return shown
    mask = deep.point([255] * clear + [0] + [255] * (2**16 - 1 - clear), "L")
    del deep
    shown = shown.convert("RGBA")
    shown.putalpha(mask)
    return shown


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


JOBS: dict[str, Callable[..., tuple[dict[str, object], bytes]]] = {
    "picture": picture, "sizes": sizes, "codes": codes}


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
