"""Uploaded pictures are drawn anew: upright, in sRGB, no larger than asked, and with nothing else in them."""

import asyncio
import zlib

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from app.media.picture_shapes import SHAPES
from app.media.reencode import EncodedPicture, reencode, render_sizes
from tests.media.pictures import KINDS, PHONE, chunk, loaded, png, saved

RED, BLUE, CLEAR = (220, 20, 30), (20, 40, 210), (0, 0, 0, 0)


def two_halves(width: int = 60, height: int = 40) -> Image.Image:
    """Red above, blue below."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(BLUE, (0, height // 2, width, height))
    return image


def near(pixel: object, colour: tuple[int, ...], by: int = 12) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(channel - other) <= by for channel, other in zip(pixel, colour, strict=False))


@pytest.mark.parametrize("kind", KINDS)
async def test_each_kind_is_drawn_anew(kind: str) -> None:
    picture = await reencode(saved(two_halves(), kind), longest=512, keep_alpha=True)

    image = loaded(picture.content)
    assert (picture.media_type, picture.width, picture.height) == ("image/png", 60, 40)
    assert (image.format, image.size) == ("PNG", (60, 40))
    assert near(image.convert("RGB").getpixel((30, 5)), RED) and near(image.convert("RGB").getpixel((30, 35)), BLUE)


async def test_a_picture_of_a_phone_stands_upright_and_tells_nothing_of_where_it_was_taken() -> None:
    raw = PHONE.read_bytes()
    assert b"Exif" in raw and b"Phone" in raw

    picture = await reencode(raw, longest=512, keep_alpha=True)

    image = loaded(picture.content)
    assert (picture.media_type, image.size) == ("image/png", (64, 96))
    assert near(image.getpixel((30, 10)), (200, 30, 30), 20) and near(image.getpixel((30, 85)), (30, 30, 200), 20)
    assert b"Phone" not in picture.content and not image.getexif()
    cropped = await render_sizes(raw, SHAPES["avatar"])
    assert not loaded(cropped.content).getexif() and (cropped.width, cropped.height) == (64, 64)


@pytest.mark.parametrize("depth", [2, 4, 8, 16])
@pytest.mark.parametrize("clear", [0, 1, 3])
async def test_the_one_grey_that_is_transparent_is_so_at_every_depth(depth: int, clear: int) -> None:
    most = 2**depth - 1
    shades = [most * at // 3 for at in range(4)]
    bits = "".join(format(shade, f"0{depth}b") for shade in shades)
    row = b"\0" + int(bits, 2).to_bytes(len(bits) // 8, "big")
    raw = png(4, 1, zlib.compress(row), depth=depth, colour=0, before=chunk(b"tRNS", shades[clear].to_bytes(2, "big")))

    image = loaded((await reencode(raw, longest=64, keep_alpha=True)).content).convert("RGBA")

    assert [image.getpixel((at, 0)) for at in range(4)] == [
        (85 * at, 85 * at, 85 * at, 0 if at == clear else 255) for at in range(4)
    ]


async def test_without_transparency_a_picture_becomes_a_webp_on_white() -> None:
    picture = await reencode(saved(Image.new("RGBA", (20, 20), CLEAR), "PNG"), longest=512, keep_alpha=False)

    image = loaded(picture.content)
    assert (picture.media_type, image.format, image.mode) == ("image/webp", "WEBP", "RGB")
    assert near(image.getpixel((10, 10)), (255, 255, 255), 2)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
async def test_transparency_stays_when_it_is_wanted(mode: str) -> None:
    image = Image.new("RGBA", (20, 20), CLEAR)
    image.paste((*RED, 255), (0, 0, 10, 20))

    encoded = loaded((await reencode(saved(image.convert(mode), "PNG"), longest=512, keep_alpha=True)).content)

    assert encoded.mode == "RGBA"
    assert encoded.getchannel("A").getpixel((15, 10)) == 0 and encoded.getchannel("A").getpixel((5, 10)) == 255


@pytest.mark.parametrize(
    "size, longest, expected",
    [((300, 100), 150, (150, 50)), ((100, 300), 150, (50, 150)), ((80, 60), 150, (80, 60)), ((3000, 3), 100, (100, 1))],
)
async def test_a_picture_is_shrunk_to_fit_and_never_grown(
    size: tuple[int, int], longest: int, expected: tuple[int, int]
) -> None:
    picture = await reencode(saved(Image.new("RGB", size), "JPEG"), longest=longest, keep_alpha=False)

    assert (picture.width, picture.height) == loaded(picture.content).size == expected


@pytest.mark.parametrize(
    "orientation, corner",
    [
        (1, "top left"),
        (2, "top right"),
        (3, "bottom right"),
        (4, "bottom left"),
        (5, "top left"),
        (6, "top right"),
        (7, "bottom right"),
        (8, "bottom left"),
    ],
)
async def test_a_picture_stands_upright_whichever_way_the_phone_was_held(orientation: int, corner: str) -> None:
    image = Image.new("RGB", (64, 32), BLUE)
    image.paste(RED, (0, 0, 16, 16))
    exif = Image.Exif()
    exif[0x0112] = orientation

    encoded = loaded((await reencode(saved(image, "JPEG", quality=95, exif=exif), longest=64, keep_alpha=True)).content)

    assert encoded.size == ((64, 32) if orientation < 5 else (32, 64))
    places = {
        "top left": (4, 4),
        "top right": (encoded.width - 5, 4),
        "bottom left": (4, encoded.height - 5),
        "bottom right": (encoded.width - 5, encoded.height - 5),
    }
    assert [name for name, place in places.items() if near(encoded.getpixel(place), RED, 40)] == [corner]


@pytest.mark.parametrize("keep_alpha", [True, False])
async def test_nothing_but_pixels_is_left(keep_alpha: bool) -> None:
    png_info = PngImagePlugin.PngInfo()
    png_info.add_text("Comment", "secret-comment")
    png_info.add_itxt("XML:com.adobe.xmp", "<x>secret-xmp</x>")
    exif = Image.Exif()
    exif[0x010E] = "secret-description"
    exif.get_ifd(0x8825)[1] = "S"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    uploads = [
        saved(two_halves(), "PNG", pnginfo=png_info, exif=exif, icc_profile=profile) + b"secret-tail",
        saved(two_halves(), "JPEG", comment=b"secret-comment", exif=exif, icc_profile=profile) + b"secret-tail",
        saved(two_halves(), "WEBP", exif=exif, xmp=b"<x>secret-xmp</x>", icc_profile=profile),
        saved(two_halves(), "AVIF", exif=exif, xmp=b"<x>secret-xmp</x>", icc_profile=profile),
    ]
    for raw in uploads:
        assert b"secret" in raw
        picture = await reencode(raw, longest=512, keep_alpha=keep_alpha)
        image = loaded(picture.content)
        assert b"secret" not in picture.content and not image.getexif()
        assert not {"exif", "icc_profile", "xmp", "comment", "Comment", "dpi"} & image.info.keys()


async def test_a_colour_profile_that_does_not_fit_is_passed_over() -> None:
    xyz = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()
    for profile in (b"not a profile", xyz):
        picture = await reencode(saved(two_halves(), "PNG", icc_profile=profile), longest=64, keep_alpha=True)
        assert near(loaded(picture.content).getpixel((30, 5)), RED)


@pytest.mark.parametrize("mode, kind", [("1", "PNG"), ("L", "PNG"), ("P", "PNG"), ("I;16", "PNG"), ("CMYK", "JPEG")])
async def test_every_way_to_write_pixels_is_understood(mode: str, kind: str) -> None:
    if mode == "I;16":
        image = Image.new(mode, (40, 40), 0)
        image.paste(65535, (0, 20, 40, 40))
    else:
        image = Image.new("L", (40, 40), 0)
        image.paste(255, (0, 20, 40, 40))
        image = image.convert(mode)

    encoded = loaded((await reencode(saved(image, kind), longest=64, keep_alpha=True)).content).convert("RGB")

    assert near(encoded.getpixel((20, 5)), (0, 0, 0)) and near(encoded.getpixel((20, 35)), (255, 255, 255))


async def test_many_pictures_are_opened_while_the_server_goes_on_answering() -> None:
    raw = saved(Image.effect_noise((2000, 2000), 40).convert("RGB"), "JPEG")
    turns, work = 0, asyncio.gather(*(reencode(raw, longest=256, keep_alpha=False) for _ in range(4)))
    while not work.done():
        await asyncio.sleep(0)
        turns += 1

    assert all(isinstance(encoded, EncodedPicture) and encoded.width == 256 for encoded in await work)
    assert turns > 100, "each picture would hold up one turn of the loop"
