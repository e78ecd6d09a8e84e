"""Pictures come in through the dashboard and are shown to everybody, and cost nobody else anything."""

import asyncio
import io
import re
import resource
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from quart import Quart
from quart.datastructures import FileStorage

from app.accounts.models import Account
from app.media import upload_sandbox
from app.media.models import Media
from app.media.picture_shapes import SHAPES
from app.pages.first_content import new_page_content
from app.pages.models import Page as BioPage
from tests.client import Browser
from tests.forms import Page
from tests.media.pictures import loaded, png, saved
from tests.qr.test_views import HX

pytestmark = pytest.mark.heavy

PHOTO = saved(Image.effect_noise((700, 500), 60).convert("RGB"), "JPEG")
BOMB = png(9000, 9000, b"\x78\x9c" + bytes(9_800))


@pytest.fixture(autouse=True)
def directory(tmp_path: Path, app: Quart) -> Path:
    directory = tmp_path / "data" / "media"
    directory.mkdir(parents=True, exist_ok=True)
    return directory


async def sent(browser: Browser, raw: bytes, called: str = "photo.jpg", headers: Any = HX, **form: str) -> Any:
    form_values = {
        "purpose": "avatar",
        "name": "avatar",
        **{name.replace("_", "-"): value for name, value in form.items()},
    }
    return await browser.post(
        "/dashboard/media", form=form_values, headers=headers, files={"picture": FileStorage(io.BytesIO(raw), called)}
    )


async def test_an_uploaded_picture_is_answered_with_its_id_and_its_sizes(as_sari: Browser, sari: Account) -> None:
    response = await sent(as_sari, PHOTO, crop_x="0", crop_y="0", crop_width="0.5", crop_height="0.7")

    html = await response.get_data(as_text=True)
    media = await Media.owned_by(sari).get()
    assert response.status_code == 200
    assert f'name="avatar" value="{media.id}"' in html
    assert (media.width, media.height, set(media.variants)) == (
        320,
        320,
        {"320.webp", "320.avif", "160.webp", "160.avif"},
    )
    assert f'type="image/avif" srcset="/media/{media.variants["160.avif"]} 160w, ' in html
    assert media.src(100) == f"/media/{media.variants['160.webp']}" and media.src(5000) == media.url


@pytest.mark.parametrize("purpose", SHAPES)
async def test_every_file_of_a_picture_is_shown_to_everybody_for_ever(
    as_sari: Browser, visitor: Browser, sari: Account, purpose: str
) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "S", 2: (6.0, 12.0, 31.5)})
    raw = saved(Image.effect_noise((2000, 1500), 60).convert("RGB"), "JPEG", exif=exif, quality=40)
    await sent(as_sari, raw, purpose=purpose)
    media = await Media.owned_by(sari).get()

    for name, file in media.variants.items():
        response = await visitor.get(f"/media/{file}")
        headers, content = response.headers, await response.get_data(as_text=False)
        assert response.status_code == 200 and headers["Content-Type"] == f"image/{name.partition('.')[2]}"
        assert headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin" and "Set-Cookie" not in headers
        assert not loaded(content).getexif() and b"Exif" not in content
        again = await visitor.get(f"/media/{file}", headers={"If-None-Match": headers["ETag"]})
        assert again.status_code == 304


@pytest.mark.parametrize("name", ["0" * 32 + ".webp", "0" * 32 + ".svg", "x", "..%2f..%2fsecret", "0" * 32])
async def test_a_file_that_is_not_there_is_not_found(visitor: Browser, name: str) -> None:
    assert (await visitor.get(f"/media/{name}")).status_code == 404


@pytest.mark.parametrize(
    "raw, says",
    [
        (b"hello", "That is not a picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG pictures are not taken"),
        (b"GIF89a" + bytes(40), "GIF pictures are not taken"),
        (BOMB, "too many pixels"),
        (b"\xff\xd8\xff" + bytes(5 * 2**20), "larger than 5 MB"),
        (b"\xff\xd8\xffbroken", "cannot be opened"),
    ],
)
async def test_what_is_no_picture_is_refused_beside_its_field(
    as_budi: Browser, budi: Account, raw: bytes, says: str
) -> None:
    response = await sent(as_budi, raw, "photo.jpg")

    assert response.status_code == 422 and says in await response.get_data(as_text=True)
    assert not await Media.owned_by(budi).exists()


async def test_a_reason_is_given_in_the_language_of_who_reads_it(as_sari: Browser) -> None:
    assert "Gambar SVG" in await (await sent(as_sari, b"<svg/>")).get_data(as_text=True)


@pytest.mark.parametrize("form", [{"purpose": "banner"}, {"crop_x": "2"}, {"crop_x": "0", "crop_y": "x"}])
async def test_an_odd_form_is_refused(as_sari: Browser, form: dict[str, str]) -> None:
    assert (await sent(as_sari, PHOTO, **form)).status_code in {400, 422}


async def test_without_scripts_a_picture_is_saved_with_all_that_was_typed_beside_it(
    as_budi: Browser, budi: Account, directory: Path
) -> None:
    page = await BioPage.make(budi, "budi", new_page_content("Budi", "en"))
    builder = Page(await (await as_budi.get(f"/dashboard/pages/{page.id}")).get_data(as_text=True))
    upload = next(sending for sending in builder.sendings if "name=avatar" in sending.url and not sending.by_htmx)
    assert upload.form
    typed = {**dict(upload.form.values()), "name": "Budi and friends", "bio": "Coffee"}

    for raw, then in ((b"hello", "Save without it"), (PHOTO, "Save")):
        answer = await as_budi.post(
            upload.url, form=typed, files={"avatar-file": FileStorage(io.BytesIO(raw), "photo.jpg")}
        )
        kept = Page(await answer.get_data(as_text=True))
        onward = next(form for form in kept.forms if dict(form.values()).get("bio"))
        assert then in await answer.get_data(as_text=True)
        assert dict(onward.values())["name"] == "Budi and friends"

    assert (await as_budi.post(onward.attributes["action"], form=dict(onward.values()))).status_code == 303
    await page.refresh_from_db()
    media = await Media.owned_by(budi).get()
    assert (page.content.name, page.content.bio, page.content.avatar) == ("Budi and friends", "Coffee", str(media.id))


async def test_without_javascript_the_answer_is_a_page_that_leads_back(as_budi: Browser) -> None:
    for raw, status, says in ((PHOTO, 200, "upload__image"), (b"hello", 422, "That is not a picture")):
        response = await sent(as_budi, raw, headers={}, back="/dashboard/patterns/")
        html = await response.get_data(as_text=True)
        assert response.status_code == status and says in html and "<html" in html
        assert 'href="/dashboard/patterns/"' in html
    elsewhere = await sent(as_budi, PHOTO, headers={}, back="https://evil.example/")
    assert "evil.example" not in await elsewhere.get_data(as_text=True)


async def test_a_strangers_picture_is_not_reached_in_the_dashboard(
    as_sari: Browser, as_budi: Browser, sari: Account, budi: Account
) -> None:
    await sent(as_sari, PHOTO)
    media = await Media.owned_by(sari).get()

    assert (await as_sari.get(f"/dashboard/qr/media/{media.id}")).status_code == 200
    assert (await as_budi.get(f"/dashboard/qr/media/{media.id}")).status_code == 404
    assert not await Media.by_id(budi.id, [str(media.id)]) and not await Media.protect_many(budi.id, [str(media.id)])
    assert (await Media.by_id(sari.id, [str(media.id)])).keys() == {str(media.id)}


async def test_a_bomb_costs_the_server_neither_time_nor_memory(as_sari: Browser) -> None:
    assert len(BOMB) < 9_900
    await sent(as_sari, b"hello")  # what is loaded once
    before, used = resource.getrusage(resource.RUSAGE_SELF), processor_time()

    assert (await sent(as_sari, BOMB)).status_code == 422

    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before.ru_maxrss
    assert processor_time() - used < 1 and grown < 20 * 1024, "seconds, kilobytes"


def processor_time() -> float:
    """Of this process and of its workers, in seconds."""
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


@pytest.mark.slow
async def test_thirty_uploads_at_once_let_others_through(as_sari: Browser, visitor: Browser) -> None:
    raw = saved(Image.effect_noise((1800, 1800), 60).convert("RGB"), "JPEG", quality=50)
    uploads = [asyncio.create_task(sent(as_sari, raw + bytes(at))) for at in range(30)]
    done_before: list[int] = []
    while not all(task.done() for task in uploads) and len(done_before) < 400:
        assert (await visitor.get("/healthz")).status_code == 200
        done_before.append(sum(task.done() for task in uploads))
        await asyncio.sleep(0.02)
    statuses = [response.status_code for response in await asyncio.gather(*uploads)]

    assert set(statuses) <= {200, 503} and statuses.count(200) >= upload_sandbox.MAX_PENDING
    assert len({count for count in done_before if count < 30}) > 3, "answered in between, again and again"


async def test_the_page_of_components_shows_it(as_sari: Browser) -> None:
    html = await (await as_sari.get("/dashboard/patterns/")).get_data(as_text=True)
    assert len(re.findall(r"<k-upload ", html)) == 3
