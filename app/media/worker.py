"""The process that opens uploaded pictures: a standalone script, run by its path, that imports nothing of the app.

`python -I worker.py picture LONGEST ALPHA`, `worker.py sizes SIDES ASPECT CROP` or `worker.py codes`, with the picture
on standard input. It writes one line of JSON to standard output, followed by the bytes of the new pictures.
`{"refused": …}` names a refusal of `upload`.
Imported through `app` it would load Quart and take two seconds; run by its path it starts in a tenth of one.
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
MAX_PIXELS, MAX_SIDE = 16_000_000, 6_000  # limits of a decoded picture
MAX_JPEG_PIXELS, MAX_JPEG_SIDE = 64_000_000, 12_000  # of a JPEG, which libjpeg decodes at a half, quarter or eighth
FORMATS = [
    plugin.format
    for plugin in (
        PngImagePlugin.PngImageFile,
        JpegImagePlugin.JpegImageFile,
        WebPImagePlugin.WebPImageFile,
        AvifImagePlugin.AvifImageFile,
    )
]
HEIF = "HEIF"
SHRINKS = (1, 2, 4, 8)  # the factors by which libjpeg can reduce a picture while it decodes
BITS = {"L;2": 85, "L;4": 17}  # the factors that scale 2 and 4 bits of grey to eight
ORIENTATION = 0x0112  # of Exif
TURN = Image.Transpose
TURNS = {
    2: TURN.FLIP_LEFT_RIGHT,
    3: TURN.ROTATE_180,
    4: TURN.FLIP_TOP_BOTTOM,
    5: TURN.TRANSPOSE,
    6: TURN.ROTATE_270,
    7: TURN.TRANSVERSE,
    8: TURN.ROTATE_90,
}  # the transposition that turns a picture with this orientation upright: Exif 2.32, 4.6.5, tag 274
Box = tuple[float, float, float, float]
KINDS = {
    "webp": {"quality": 82, "method": 4},
    "avif": {"quality": 60, "speed": 8, "max_threads": 1},
}  # a third smaller in the same time; threads cost memory
LIGHT, DARK = (255, 255, 255), (0, 0, 0)


class Refused(Exception):
    """Raised with the name of a refusal of `upload`."""


def limit_resources() -> None:
    """Limits the process: memory and processor time to what a picture needs, and no written files."""
    for limit, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(limit, (most, most))
    os.nice(10)  # redirects take precedence


def open_picture(raw: bytes, enough: int = 0) -> Image.Image:
    """Opens the picture and reads only its header.

    A JPEG is set to be decoded at a reduced size of at least `enough` pixels a side; 0 means the full size. Raises:
    Refused when the picture is too large to be decoded, or animated.
    """
    Image.MAX_IMAGE_PIXELS = None  # `is_decodable` is stricter and raises
    AvifImagePlugin.DEFAULT_MAX_THREADS = 1  # threads cost memory
    image = Image.open(io.BytesIO(raw), formats=[*FORMATS, *heif_format(raw)])
    if isinstance(image, JpegImagePlugin.JpegImageFile):
        set_jpeg_scale(image, enough)
    elif not is_decodable(*image.size):
        raise Refused("TooManyPixels")
    elif image.format != HEIF and getattr(image, "is_animated", False):
        raise Refused("Moving")  # a HEIF file may hold several still pictures, one of them primary
    if image.mode == "L" and isinstance(clear := image.info.get("transparency"), int):
        image.info["transparency"] = clear * BITS.get(str(image.tile[0].args), 1)  # Pillow scales only the pixels
    return image


def is_decodable(width: int, height: int) -> bool:
    """Whether a picture of this size in pixels may be decoded."""
    return width * height <= MAX_PIXELS and max(width, height) <= MAX_SIDE


def set_jpeg_scale(image: JpegImagePlugin.JpegImageFile, enough: int) -> None:
    """Sets the factor by which a JPEG is reduced while it is decoded.

    It is the larger of the one that the limits require and the one that `enough` pixels a side allow.
    """
    width, height = image.size
    if width * height > MAX_JPEG_PIXELS or max(width, height) > MAX_JPEG_SIDE:
        raise Refused("TooManyPixels")
    minimum = next(factor for factor in SHRINKS if is_decodable(-(-width // factor), -(-height // factor)))
    permitted = max([1, *(factor for factor in SHRINKS if enough and min(width, height) // factor >= enough)])
    factor = max(minimum, permitted)
    image.draft(None, (max(1, width // factor), max(1, height // factor)))


def heif_format(raw: bytes) -> list[str]:
    """The format name of HEIF pictures, with its decoder loaded, for a file of that family; otherwise an empty list."""
    if raw[4:8] != b"ftyp":
        return []
    import pi_heif

    pi_heif.options.DECODE_THREADS = 1
    pi_heif.register_heif_opener()
    return [HEIF]


def encode_picture(raw: bytes, longest: str, alpha: str) -> tuple[dict[str, object], bytes]:
    """Re-encodes the picture: upright, in sRGB, at most `longest` pixels a side, without metadata.

    The result is a PNG with its transparency when `alpha` is "alpha", otherwise a WebP on white. Returns the JSON
    object and the bytes.
    """
    longest_side = int(longest)
    image = open_picture(raw, 2 * longest_side)
    orientation = image.getexif().get(ORIENTATION, 1)
    profile = image.info.get("icc_profile")
    image = to_8_bit(image)
    image.thumbnail((longest_side, longest_side), Image.Resampling.LANCZOS)
    image = apply_orientation(to_srgb(image, profile), orientation)
    if alpha != "alpha":
        image = flatten(LIGHT, image)
    image.info, out = {}, io.BytesIO()
    image_format = "PNG" if alpha == "alpha" else "WEBP"
    image.save(out, image_format, **({"optimize": True} if image_format == "PNG" else {"quality": 84, "method": 4}))
    result = {"media_type": f"image/{image_format.lower()}", "width": image.width, "height": image.height}
    return result, out.getvalue()


def encode_sizes(raw: bytes, sides: str, aspect: str, crop: str) -> tuple[dict[str, object], bytes]:
    """Renders a region of the picture on white, in each size of `sides` and in each of KINDS.

    `sides` are pixels, the largest first, such as "1600,800": of the width where there is an `aspect`, otherwise of the
    longer side; no result is larger than the region. `crop` is "left,top,width,height" as fractions of the upright
    picture. With an `aspect` (width divided by height, 0 for any), the largest part of that shape is cut from its
    middle.
    """
    lengths, ratio = [int(side) for side in sides.split(",")], float(aspect)
    region = tuple(float(part) for part in crop.split(","))
    image = open_picture(raw, int(2 * lengths[0] / min(region[2:])) + 1)
    orientation, profile = image.getexif().get(ORIENTATION, 1), image.info.get("icc_profile")
    image = apply_orientation(to_8_bit(image), orientation)
    box = crop_box(image.size, region, ratio)
    largest = image.resize(scaled_size(box, lengths[0], ratio), Image.Resampling.LANCZOS, box, 3.0)
    del image
    largest = flatten(LIGHT, to_srgb(largest, profile))
    return encode_files(largest, dict.fromkeys(scaled_size((0, 0, *largest.size), side, ratio) for side in lengths))


def encode_files(largest: Image.Image, dimensions: Iterable[tuple[int, int]]) -> tuple[dict[str, object], bytes]:
    """Encodes a picture in these sizes and in each of KINDS; returns a list of the files, and their bytes in that
    order.
    """
    files, content = [], b""
    for size in dimensions:
        resized = largest if size == largest.size else largest.resize(size, Image.Resampling.LANCZOS)
        resized.info = {}
        for kind, options in KINDS.items():
            out = io.BytesIO()
            resized.save(out, kind.upper(), **options)
            files.append({"kind": kind, "width": size[0], "height": size[1], "bytes": out.tell()})
            content += out.getvalue()
    return {"files": files}, content


def crop_box(size: tuple[int, int], region: tuple[float, ...], aspect: float) -> Box:
    """The box in pixels of a region, at least one pixel each way; with an `aspect`, its middle part of that shape."""
    width, height = (max(1.0, side * fraction) for side, fraction in zip(size, region[2:], strict=True))
    left, top = min(size[0] * region[0], size[0] - width), min(size[1] * region[1], size[1] - height)
    if aspect:
        fitted = min(width, height * aspect), min(height, width / aspect)
        left, top, width, height = left + (width - fitted[0]) / 2, top + (height - fitted[1]) / 2, *fitted
    return max(0.0, left), max(0.0, top), min(float(size[0]), left + width), min(float(size[1]), top + height)


def scaled_size(box: Box, side: int, aspect: float) -> tuple[int, int]:
    """The width and height in pixels of a box at a size, never larger than the box."""
    width, height = box[2] - box[0], box[3] - box[1]
    factor = min(1.0, side / (width if aspect else max(width, height)))
    target_width = max(1, round(width * factor))
    return target_width, max(1, round(target_width / aspect if aspect else height * factor))


def apply_orientation(image: Image.Image, orientation: int) -> Image.Image:
    """The picture turned upright, by its Exif orientation (1 to 8)."""
    return image.transpose(TURNS[orientation]) if orientation in TURNS else image


def to_8_bit(image: Image.Image) -> Image.Image:
    """The picture in 8 bits per channel: grey, RGB, RGBA or CMYK."""
    if image.mode.startswith("I"):
        return grey_16_to_8_bit(image)
    if image.has_transparency_data:
        return image.convert("RGBA")
    return image if image.mode in {"L", "CMYK", "RGB"} else image.convert("RGB")


def grey_16_to_8_bit(image: Image.Image) -> Image.Image:
    """Converts 16-bit grey to 8 bits, which Pillow would clip at 255.

    The grey value that a PNG declares transparent (tRNS) becomes transparent.
    """
    transparent_value, wide_pixels = image.info.get("transparency"), image.convert("I")
    result = wide_pixels.point(lambda value: value / 257, "L")
    if not isinstance(transparent_value, int) or not 0 <= transparent_value < 2**16:
        return result
    mask = wide_pixels.point([255] * transparent_value + [0] + [255] * (2**16 - 1 - transparent_value), "L")
    del wide_pixels
    result = result.convert("RGBA")
    result.putalpha(mask)
    return result


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Converts the colours to sRGB; a profile that does not fit the picture is ignored."""
    alpha = image.getchannel("A") if image.mode == "RGBA" else None
    colours = image.convert("RGB") if alpha else image
    if profile:
        with suppress(ImageCms.PyCMSError, OSError, ValueError):
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            colours = (
                ImageCms.profileToProfile(colours, source, ImageCms.createProfile("sRGB"), outputMode="RGB") or colours
            )
    colours = colours.convert("RGB")
    if alpha:
        colours.putalpha(alpha)
    return colours


def flatten(colour: tuple[int, int, int], image: Image.Image) -> Image.Image:
    """The picture on a background of one colour, which shows where the picture is transparent."""
    if image.mode != "RGBA":
        return image.convert("RGB")
    background = Image.new("RGB", image.size, colour)
    background.paste(image, mask=image.getchannel("A"))
    return background


def read_qr_codes(raw: bytes) -> tuple[dict[str, object], bytes]:
    """The texts of the QR codes in the picture, without duplicates.

    A transparent picture is read on white, then on black.
    """
    from zxingcpp import BarcodeFormat, BarcodeFormats, TextMode, read_barcodes

    image = to_8_bit(open_picture(raw))
    texts: list[str] = []
    for background in (LIGHT, DARK) if image.mode == "RGBA" else (LIGHT,):
        grey, formats = flatten(background, image).convert("L"), BarcodeFormats(BarcodeFormat.QRCode)
        texts += [code.text for code in read_barcodes(grey, formats=formats, text_mode=TextMode.Plain) if code.text]
        if texts:
            break
    return {"codes": list(dict.fromkeys(texts))}, b""


JOBS: dict[str, Callable[..., tuple[dict[str, object], bytes]]] = {
    "picture": encode_picture,
    "sizes": encode_sizes,
    "codes": read_qr_codes,
}


def main(job: str, *arguments: str) -> None:
    """Runs one job and writes its result; every exception of Pillow counts as an unreadable picture."""
    limit_resources()
    try:
        result, content = JOBS[job](sys.stdin.buffer.read(), *arguments)
    except Refused as refusal:
        result, content = {"refused": str(refusal)}, b""
    except Exception as error:  # MemoryError among them
        result, content = {"refused": "Unreadable", "why": type(error).__name__}, b""
    sys.stdout.buffer.write(json.dumps(result).encode() + b"\n" + content)


if __name__ == "__main__":
    main(*sys.argv[1:])
