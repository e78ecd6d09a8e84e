"""People send files in pieces or by an ordinary form, see what becomes of them, and only their own."""

import html
import io
import re
from datetime import timedelta
from typing import Any

import pytest
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.test import encode_multipart

from app.accounts.models import Account
from app.jobs.worker import Worker
from app.publishing.files import screen, uploads
from app.publishing.files.pieces import MOST_PIECE
from app.publishing.files.post_file import CHECKING, READY, UPLOADING, PostFile
from app.publishing.posts.phases import PLANNED
from app.team.audit_entry import AuditEntry
from tests.client import Browser
from tests.forms import Page
from tests.publishing.files.programs import without_ffmpeg, without_pyav
from tests.publishing.files.samples import begun, checked, gif, photo, uploaded, video
from tests.publishing.files.test_retention import post_with

HOME, HX = "/dashboard/publishing/files", {"HX-Request": "true", "HX-Request-Type": "partial"}


async def announce(browser: Browser, content: bytes, filename: str = "kopi.mp4", media_type: str = "video/mp4") -> Any:
    form = {"size": str(len(content)), "filename": filename, "media_type": media_type}
    return await browser.post(f"{HOME}/uploads", form=form, headers=HX)


async def put(browser: Browser, path: str, offset: int | str, piece: bytes) -> Any:
    return await browser.put(path, data=piece, headers={**HX, "Upload-Offset": str(offset)})


async def plain(browser: Browser, *files: tuple[bytes, str], then: str = "", **form: Any) -> Any:
    """What a browser without scripts sends."""
    values = MultiDict([*form.items(), *(("files", FileStorage(io.BytesIO(content), name)) for content, name in files)])
    boundary, body = encode_multipart(values)
    headers = {"Content-Type": f"multipart/form-data; boundary={boundary}"}
    return await browser.post(f"{HOME}/?then={then}" if then else f"{HOME}/", data=body, headers=headers)


async def test_a_file_is_announced_sent_in_pieces_checked_and_shown(as_budi: Browser, budi: Account) -> None:
    content = video(seconds=4)
    begun = await announce(as_budi, content)
    html, path = await begun.get_data(as_text=True), begun.headers["Location"]
    file = await PostFile.get()
    assert begun.status_code == 201 and f'name="file" value="{file.id}"' in html and f'name="alt-{file.id}"' in html

    first = await put(as_budi, path, 0, content[:1000])
    assert (first.status_code, first.headers["Upload-Offset"]) == (204, "1000")
    last = await put(as_budi, path, 1000, content[1000:])
    assert last.status_code == 200 and "Checking …" in await last.get_data(as_text=True)
    assert f'hx-get="{HOME}/{file.id}"' in await last.get_data(as_text=True)

    await Worker().run_due(uploads.CHECK)
    state = await (await as_budi.get(f"{HOME}/{file.id}", headers=HX)).get_data(as_text=True)
    assert "hx-get" not in state and "0:04 · 96\u00d764 · mpeg4 · " in state and f"{HOME}/{file.id}/poster" in state
    poster = await as_budi.get(f"{HOME}/{file.id}/poster")
    assert (poster.status_code, poster.headers["Content-Type"]) == (200, "image/webp")
    download = await as_budi.get(f"{HOME}/{file.id}/download")
    assert await download.get_data() == content
    assert download.headers["Content-Disposition"] == "attachment; filename=kopi.mp4"


async def test_every_file_is_found_by_paging_and_by_searching(
    as_budi: Browser, budi: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen, "PAGE_SIZE", 1)
    older, newer = await begun(budi, video(), "kopi.mp4"), await begun(budi, video(), "teh.mp4")
    await PostFile.filter(id=older.id).update(created_at=newer.created_at - timedelta(days=1))
    page = await (await as_budi.get(f"{HOME}/")).get_data(as_text=True)
    assert "teh.mp4" in page and "kopi.mp4" not in page
    [more] = set(re.findall(r'href="([^"]*after=[^"]+)"', page))
    for headers in ({}, HX):
        rest = await (await as_budi.get(html.unescape(more), headers=headers)).get_data(as_text=True)
        assert "kopi.mp4" in rest and "teh.mp4" not in rest
        found = await (await as_budi.get(f"{HOME}/?q=KOPI", headers=headers)).get_data(as_text=True)
        assert "kopi.mp4" in found and "teh.mp4" not in found
    assert "Nothing matches" in await (await as_budi.get(f"{HOME}/?q=nowhere", headers=HX)).get_data(as_text=True)


async def test_after_a_broken_connection_the_browser_learns_where_to_go_on(as_sari: Browser, sari: Account) -> None:
    content = video(seconds=4)
    path = (await announce(as_sari, content)).headers["Location"]
    await put(as_sari, path, 0, content[:700])

    asked = await as_sari.open(path, method="HEAD")
    assert (asked.status_code, asked.headers["Upload-Offset"]) == (204, "700")
    for wrong in (0, 701, "", "-1", "9" * 30, "x"):
        refused = await put(as_sari, path, wrong, content[:10])
        assert (refused.status_code, refused.headers["Upload-Offset"]) == (409, "700")
    assert (await put(as_sari, path, 700, content[700:])).status_code == 200


async def test_pieces_of_a_file_that_is_whole_already_change_nothing(as_sari: Browser, sari: Account) -> None:
    content = video()
    path = (await announce(as_sari, content)).headers["Location"]
    await put(as_sari, path, 0, content)
    again = await put(as_sari, path, 0, content)
    assert (again.status_code, again.headers["Upload-Offset"]) == (409, str(len(content)))


@pytest.mark.parametrize(
    "size, filename, says",
    [
        ("10", "a.pdf", "That is neither a picture nor a video that we know."),
        ("0", "a.jpg", "That file is empty."),
        ("-5", "a.jpg", "That file is empty."),
        ("many", "a.jpg", "That file is empty."),
        ("999999999999", "a.mp4", "larger than 512 MB"),
        (str(512 * 2**20), "a.mp4", ""),
    ],
)
async def test_a_refused_announcement_says_why(
    as_budi: Browser, budi: Account, size: str, filename: str, says: str
) -> None:
    form = {"size": size, "filename": filename, "media_type": ""}
    response = await as_budi.post(f"{HOME}/uploads", form=form, headers=HX)
    assert response.status_code == (422 if says else 201) and says in await response.get_data(as_text=True)


async def test_without_room_in_the_plan_the_announcement_says_how_much_is_free(as_sari: Browser, sari: Account) -> None:
    form = {"size": str(300 * 2**20), "filename": "a.mp4", "media_type": "video/mp4"}
    assert (await as_sari.post(f"{HOME}/uploads", form=form, headers=HX)).status_code == 201
    response = await as_sari.post(f"{HOME}/uploads", form=form, headers=HX)
    assert response.status_code == 422
    assert "212 MB" in await response.get_data(as_text=True) and await PostFile.all().count() == 1


async def test_a_first_piece_of_something_else_is_refused_in_words_and_the_row_is_gone(
    as_budi: Browser, budi: Account
) -> None:
    content = b"%PDF-1.7" + bytes(200)
    path = (await announce(as_budi, content)).headers["Location"]
    response = await put(as_budi, path, 0, content)
    assert response.status_code == 422 and "neither a picture nor a video" in await response.get_data(as_text=True)
    assert (await put(as_budi, path, 0, content)).status_code == 404


async def test_a_piece_that_is_too_large_is_refused_and_the_upload_goes_on(as_budi: Browser, budi: Account) -> None:
    path = (await announce(as_budi, bytes(20_000_000))).headers["Location"]
    response = await put(as_budi, path, 0, bytes(MOST_PIECE + 1))
    assert response.status_code == 422 and "8 MB" in await response.get_data(as_text=True)
    assert (await as_budi.open(path, method="HEAD")).headers["Upload-Offset"] == "0"


async def test_nobody_reaches_the_files_of_others(as_budi: Browser, sari: Account) -> None:
    file = await checked(sari, photo(), "a.jpg")
    for path in ("", "/poster", "/download", "/pieces"):
        assert (await as_budi.get(f"{HOME}/{file.id}{path}")).status_code == 404
    assert (await put(as_budi, f"{HOME}/{file.id}/pieces", 0, b"x")).status_code == 404
    assert (await as_budi.post(f"{HOME}/{file.id}/actions/delete")).status_code == 404
    assert await PostFile.exists()


async def test_without_scripts_several_files_go_up_by_an_ordinary_form(as_sari: Browser, sari: Account) -> None:
    response = await plain(as_sari, (photo(), "a.jpg"), (gif(), "b.gif"), (video(), "c.mp4"))
    assert (response.status_code, response.headers["Location"]) == (303, f"{HOME}/")
    assert {file.filename: file.state for file in await PostFile.all()} == {
        "a.jpg": CHECKING,
        "b.gif": CHECKING,
        "c.mp4": CHECKING,
    }
    await Worker().run_due(uploads.CHECK)
    assert await PostFile.filter(state=READY).count() == 3


async def test_of_several_files_each_refused_one_is_named_and_the_others_are_kept(
    as_budi: Browser, budi: Account
) -> None:
    response = await plain(as_budi, (photo(), "a.jpg"), (b"%PDF" + bytes(90), "b.jpg"), (b"hello", "c.txt"))
    html = await response.get_data(as_text=True)
    assert response.status_code == 422 and "b.jpg: That is neither" in html and "c.txt: That is neither" in html
    assert [file.filename for file in await PostFile.all()] == ["a.jpg"]


async def test_a_form_without_a_file_says_so(as_budi: Browser, budi: Account) -> None:
    response = await plain(as_budi, (b"", ""))
    assert response.status_code == 422 and "Choose a file first." in await response.get_data(as_text=True)


async def test_without_scripts_nothing_that_was_typed_into_the_post_is_lost(as_budi: Browser, budi: Account) -> None:
    before = await checked(budi, photo(), "first.jpg")
    response = await plain(
        as_budi,
        (gif(), "second.gif"),
        then="/dashboard/publishing/posts/new",
        text="Kopi <Gayo>",
        file=str(before.id),
        **{f"alt-{before.id}": "A cup"},
    )
    html = await response.get_data(as_text=True)
    second = await PostFile.get(filename="second.gif")
    [form] = [form for form in Page(html).forms if form.attributes["action"] == "/dashboard/publishing/posts/new"]
    values = form.values()
    assert response.status_code == 200 and ("text", "Kopi <Gayo>") in values
    assert [value for name, value in values if name == "file"] == [str(before.id), str(second.id)]
    assert (f"alt-{before.id}", "A cup") in values and (f"alt-{second.id}", "") in values


async def test_a_form_leads_nowhere_else(as_budi: Browser, budi: Account) -> None:
    response = await plain(as_budi, (gif(), "a.gif"), then="https://example.com/dashboard/")
    assert response.status_code == 303 and response.headers["Location"] == f"{HOME}/"


async def test_a_form_that_is_too_large_says_how_it_goes(
    as_budi: Browser, budi: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.web import limits

    monkeypatch.setattr(limits, "max_body_size", lambda path: 50_000)
    response = await plain(as_budi, (bytes(60_000), "a.mp4"))
    html = await response.get_data(as_text=True)
    assert response.status_code == 413
    assert "Without scripts, at most 64 MB can be sent at once." in html and "512 MB are sent in pieces" in html


async def test_the_page_lists_files_with_their_states_and_what_they_take(as_budi: Browser, budi: Account) -> None:
    ready, refused = await checked(budi, photo(), "a.jpg"), await checked(budi, photo()[:900], "b.jpg")
    arriving = await begun(budi, video(), "c.mp4")
    await uploaded(budi, gif(), "d.gif")
    html = await (await as_budi.get(f"{HOME}/")).get_data(as_text=True)
    for words in ("Ready", "Not taken: It cannot be opened", "Not finished. Choose the same file again", "Checking …"):
        assert words in html
    assert "of the 2 GB of your plan are used." in html and "30 days after the last post" in html
    assert f"{HOME}/{ready.id}/download" in html and f"{HOME}/{refused.id}/download" not in html
    assert arriving.state == UPLOADING


async def test_where_nothing_can_look_into_videos_the_page_says_what_is_not_checked(
    as_budi: Browser, budi: Account, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    without_ffmpeg(monkeypatch, tmp_path)
    without_pyav(monkeypatch)
    file = await checked(budi, video())
    for path in (f"{HOME}/", f"{HOME}/{file.id}"):
        html = await (await as_budi.get(path)).get_data(as_text=True)
        assert "length, size and codec are not checked" in html and "/poster" not in html


async def test_a_person_deletes_a_file_but_not_one_of_a_planned_post(as_budi: Browser, budi: Account) -> None:
    unused, planned = await checked(budi, photo(), "a.jpg"), await checked(budi, gif(), "b.gif")
    await post_with(budi, planned, PLANNED)
    page = await (await as_budi.get(f"{HOME}/")).get_data(as_text=True)
    [asks] = re.findall(rf'href="([^"]+{unused.id}[^"]+)" aria-label="Delete', page)
    question = await (await as_budi.get(asks)).get_data(as_text=True)
    assert f"{HOME}/{unused.id}/actions/delete" in question and await PostFile.exists(id=unused.id)
    assert (await as_budi.post(f"{HOME}/{unused.id}/actions/delete")).headers["Location"] == f"{HOME}/"
    refused = await as_budi.post(f"{HOME}/{planned.id}/actions/delete")
    assert refused.status_code == 422
    assert re.search(r"b\.gif.*is in a post that is not published yet", await refused.get_data(as_text=True))
    assert [file.filename for file in await PostFile.all()] == ["b.gif"]


async def test_the_audit_log_names_each_upload_once(as_budi: Browser, budi: Account) -> None:
    content = video(seconds=4)
    path = (await announce(as_budi, content)).headers["Location"]
    for offset in range(0, len(content), 900):
        await put(as_budi, path, offset, content[offset : offset + 900])
    file = await PostFile.get()
    await as_budi.post(f"{HOME}/{file.id}/actions/delete")
    entries = await AuditEntry.owned_by(budi).order_by("created_at")
    assert [(entry.act, entry.thing) for entry in entries] == [
        ("post_files.begin_upload", "kopi.mp4"),
        ("post_files.delete_file", "kopi.mp4"),
    ]


async def test_names_of_files_are_shown_as_text(as_budi: Browser, budi: Account) -> None:
    html = await (await announce(as_budi, photo(), '"><img src=x>.jpg', "image/jpeg")).get_data(as_text=True)
    assert "<img src=x>" not in html and "&lt;img src=x&gt;.jpg" in html


async def test_a_name_with_a_nul_is_stored_without_it(as_sari: Browser, sari: Account) -> None:
    form = {"size": "10", "media_type": "image/png", "filename": "a\x00b.png"}
    assert (await as_sari.post("/dashboard/publishing/files/uploads", form=form)).status_code == 201
    assert (await PostFile.get(account=sari)).filename == "ab.png"
