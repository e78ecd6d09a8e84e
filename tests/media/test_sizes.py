"""A picture is cut as it was chosen and drawn in every size, in two kinds, with nothing of its maker left in it."""

import pytest
from PIL import Image

from app.media.picture_shapes import SHAPES, Crop, InvalidCrop, Shape, UnknownPurpose
from app.media.reencode import render_sizes
from tests.media.pictures import loaded, saved

pytestmark = pytest.mark.heavy

AVATAR, COVER, PICTURE = (SHAPES[name] for name in ("avatar", "cover", "picture"))
COLOURS = [(220, 20, 30), (20, 160, 60), (20, 40, 210), (240, 200, 20)]


def quarters(width: int = 1000, height: int = 1000) -> Image.Image:
    """Red and green above, blue and yellow below."""
    image = Image.new("RGB", (width, height))
    for at, colour in enumerate(COLOURS):
        left, top = at % 2 * width // 2, at // 2 * height // 2
        image.paste(colour, (left, top, left + width // 2, top + height // 2))
    return image


def near(pixel: object, colour: tuple[int, ...], by: int = 14) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(channel - other) <= by for channel, other in zip(pixel, colour, strict=True))


def widths(sizes: object) -> list[str]:
    return list(sizes)  # type: ignore[call-overload,no-any-return]


@pytest.mark.parametrize(
    "purpose, size, expected, largest",
    [
        ("avatar", (1000, 800), ["320.webp", "320.avif", "160.webp", "160.avif"], (320, 320)),
        ("avatar", (200, 300), ["200.webp", "200.avif", "160.webp", "160.avif"], (200, 200)),
        ("avatar", (90, 90), ["90.webp", "90.avif"], (90, 90)),
        ("cover", (2400, 2000), ["1600.webp", "1600.avif", "800.webp", "800.avif"], (1600, 533)),
        (
            "picture",
            (2000, 1000),
            ["1600.webp", "1600.avif", "960.webp", "960.avif", "480.webp", "480.avif"],
            (1600, 800),
        ),
        (
            "picture",
            (1000, 2000),
            ["800.webp", "800.avif", "480.webp", "480.avif", "240.webp", "240.avif"],
            (800, 1600),
        ),
    ],
)
async def test_each_purpose_has_its_sizes_and_none_is_larger_than_the_picture(
    purpose: str, size: tuple[int, int], expected: list[str], largest: tuple[int, int]
) -> None:
    renditions = await render_sizes(saved(quarters(*size), "JPEG"), SHAPES[purpose])

    assert widths(renditions.sizes) == expected
    assert (renditions.width, renditions.height) == largest == loaded(renditions.content).size
    assert renditions.content == renditions.sizes[expected[0]]
    for name, content in renditions.sizes.items():
        image = loaded(content)
        assert f"{image.width}.{str(image.format).lower()}" == name and image.mode == "RGB"


@pytest.mark.parametrize(
    "crop, colour",
    [
        (Crop(0, 0, 0.5, 0.5), 0),
        (Crop(0.5, 0, 0.5, 0.5), 1),
        (Crop(0, 0.5, 0.5, 0.5), 2),
        (Crop(0.55, 0.6, 0.2, 0.3), 3),
    ],
)
@pytest.mark.parametrize("shape", [AVATAR, COVER, PICTURE], ids=["avatar", "cover", "picture"])
async def test_the_region_that_was_chosen_is_what_is_drawn(crop: Crop, colour: int, shape: Shape) -> None:
    for content in (await render_sizes(saved(quarters(), "PNG"), shape, crop)).sizes.values():
        image = loaded(content)
        for place in ((3, 3), (image.width - 4, image.height - 4), (image.width // 2, image.height // 2)):
            assert near(image.getpixel(place), COLOURS[colour])


async def test_a_region_is_exact_to_the_pixel() -> None:
    image = Image.new("RGB", (900, 600), "white")
    image.paste((0, 0, 0), (300, 200, 620, 520))

    rendered = loaded(
        (await render_sizes(saved(image, "PNG"), AVATAR, Crop(300 / 900, 200 / 600, 320 / 900, 320 / 600))).content
    )

    assert rendered.size == (320, 320)
    corners = [rendered.getpixel(place) for place in ((0, 0), (319, 0), (0, 319), (319, 319))]
    assert all(near(pixel, (0, 0, 0)) for pixel in corners)


@pytest.mark.parametrize("shape, size, seen", [(AVATAR, (900, 300), 0.5), (COVER, (600, 600), 0.5)])
async def test_without_a_choice_the_middle_is_shown(shape: Shape, size: tuple[int, int], seen: float) -> None:
    image = loaded((await render_sizes(saved(quarters(*size), "PNG"), shape)).content)

    corners = [(3, 3), (image.width - 4, 3), (3, image.height - 4), (image.width - 4, image.height - 4)]
    assert [near(image.getpixel(place), colour) for place, colour in zip(corners, COLOURS, strict=True)] == [True] * 4


async def test_a_region_is_one_of_the_picture_as_it_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was turned: its top is on the right
    raw = saved(quarters(800, 400).transpose(Image.Transpose.ROTATE_90), "JPEG", quality=95, exif=exif)

    image = loaded((await render_sizes(raw, PICTURE, Crop(0.5, 0, 0.5, 0.5))).content)

    assert image.size == (400, 200) and near(image.getpixel((200, 100)), COLOURS[1])


async def test_where_a_picture_was_taken_is_in_none_of_its_files() -> None:
    exif = Image.Exif()
    exif[0x010F] = "secret-camera"
    exif.get_ifd(0x8825).update({1: "S", 2: (6.0, 12.0, 31.5), 3: "E", 4: (106.0, 50.0, 8.25)})
    for kind in ("JPEG", "PNG", "WEBP"):
        raw = (
            saved(quarters(), kind, exif=exif, xmp=b"<x>secret-place</x>")
            if kind == "WEBP"
            else saved(quarters(), kind, exif=exif)
        )
        assert b"secret" in raw and loaded(raw).getexif().get_ifd(0x8825)
        for shape in SHAPES.values():
            for content in (await render_sizes(raw, shape)).sizes.values():
                image = loaded(content)
                assert b"secret" not in content and b"Exif" not in content and not image.getexif()
                assert not {"exif", "icc_profile", "xmp"} & {name for name, value in image.info.items() if value}


@pytest.mark.parametrize(
    "form",
    [
        {"crop-x": "0"},
        {"crop-x": "nan", "crop-y": "0", "crop-width": "1", "crop-height": "1"},
        {"crop-x": "0.6", "crop-y": "0", "crop-width": "0.5", "crop-height": "1"},
        {"crop-x": "-0.1", "crop-y": "0", "crop-width": "0.5", "crop-height": "1"},
        {"crop-x": "0", "crop-y": "0", "crop-width": "0", "crop-height": "1"},
        {"crop-x": "0", "crop-y": "0", "crop-width": "1e999", "crop-height": "1"},
        {"crop-x": "all", "crop-y": "0", "crop-width": "1", "crop-height": "1"},
    ],
)
def test_a_region_that_is_none_is_refused(form: dict[str, str]) -> None:
    with pytest.raises(InvalidCrop):
        Crop.of(form)


def test_a_form_without_a_region_wants_all_of_it() -> None:
    assert Crop.of({"purpose": "avatar"}) == Crop(0, 0, 1, 1)
    with pytest.raises(UnknownPurpose):
        Shape.of("banner")


async def test_the_smallest_region_is_a_pixel() -> None:
    renditions = await render_sizes(saved(quarters(40, 40), "PNG"), COVER, Crop(0.9999, 0.9999, 0.0001, 0.0001))
    assert (renditions.width, renditions.height) == (1, 1)
