"""The JSON API of files of posts: small ones in one request, large ones in pieces, resumed where they broke off."""

import io
from typing import Any

from quart.datastructures import FileStorage

from app.accounts.models import Account
from app.jobs.worker import Worker
from app.publishing.files import uploads
from app.publishing.files.pieces import MOST_PIECE
from app.publishing.files.post_file import PostFile
from app.publishing.posts import drafts
from app.publishing.posts.drafts import Draft
from tests.client import Browser
from tests.links.test_api import Caller, requests_of
from tests.publishing.files.samples import checked, photo, video

URL = "/api/v1/media"
BYTES = {"Content-Type": "application/octet-stream"}


async def put(call: Caller, id: str, offset: object, content: bytes) -> tuple[int, Any]:
    headers = {"Authorization": f"Bearer {call.key}"} | BYTES
    response = await call.client.put(f"{URL}/{id}/pieces?offset={offset}", headers=headers, data=content)
    return response.status_code, await response.get_json()


async def upload(call: Caller, content: bytes, name: str = "kopi.jpg", part: str = "file", **headers: str) -> Any:
    response = await call.client.post(
        f"{URL}/files",
        headers={"Authorization": f"Bearer {call.key}"} | headers,
        files={part: FileStorage(io.BytesIO(content), name)},
    )
    return response.status_code, await response.get_json()


async def test_a_small_file_is_uploaded_in_one_request(call: Caller, dewi: Account) -> None:
    status, answer = await upload(call, photo())
    assert (status, answer["data"]["state"], answer["data"]["kind"]) == (201, "checking", "image")
    await Worker().run_due(uploads.CHECK)
    _, read, _ = await call("GET", f"{URL}/{answer['data']['id']}")
    assert (read["data"]["state"], read["data"]["width"], read["data"]["height"]) == ("ready", 300, 200)
    assert (await PostFile.get()).uploaded_by_id
    assert await requests_of(dewi) == 2


async def test_it_is_stored_once_however_often_it_is_sent(call: Caller, dewi: Account) -> None:
    content = photo()
    answers = [await upload(call, content, **{"Idempotency-Key": "foto-1"}) for _ in range(2)]
    assert answers[0] == answers[1]
    assert await PostFile.all().count() == 1


async def test_a_large_file_arrives_in_pieces_and_goes_on_where_it_broke_off(call: Caller, dewi: Account) -> None:
    content = video(seconds=4)
    half = len(content) // 2
    status, begun, _ = await call("POST", f"{URL}/uploads", {"size": len(content), "filename": "kopi.mp4"})
    id = begun["data"]["id"]
    assert (status, begun["data"]["state"], begun["data"]["received"]) == (201, "uploading", 0)
    assert (await put(call, id, 0, content[:half]))[1]["data"]["received"] == half

    status, answer = await put(call, id, 0, content)
    assert (status, answer["error"], answer["received"]) == (409, "WRONG_OFFSET", half)
    assert (await call("GET", f"{URL}/{id}"))[1]["data"]["received"] == half
    status, answer = await put(call, id, half, content[half:])
    assert (status, answer["data"]["state"]) == (200, "checking")


async def test_what_is_no_file_for_posts_is_refused(call: Caller, dewi: Account) -> None:
    assert (await upload(call, b"plain words", "a.txt"))[1]["error"] == "INVALID_FILE"
    assert (await upload(call, photo(), part="picture"))[1]["error"] == "INVALID_FILE"
    assert (await call("POST", f"{URL}/uploads", {"size": 2**40, "filename": "a.mp4"}))[1]["error"] == "INVALID_FILE"
    assert (await call("POST", f"{URL}/files", {}))[0] == 415
    assert not await PostFile.exists()


async def test_a_piece_is_bytes_with_a_good_offset(call: Caller, dewi: Account) -> None:
    _, begun, _ = await call("POST", f"{URL}/uploads", {"size": 100, "filename": "kopi.mp4"})
    id = begun["data"]["id"]
    assert (await call("PUT", f"{URL}/{id}/pieces?offset=0", {}))[0] == 415
    for offset in ("", "x", "-1", "9" * 40):
        status, answer = await put(call, id, offset, b"x")
        assert (status, answer["field"]) == (400, "offset")
    assert (await put(call, id, 0, b"x" * 101))[1]["error"] == "INVALID_FILE"
    assert (await put(call, id, 0, bytes(MOST_PIECE + 1)))[0] == 413


async def test_files_are_listed_the_newest_first(call: Caller, dewi: Account, sari: Account) -> None:
    await checked(sari, photo(), "theirs.jpg")
    for name in ("a.jpg", "b.jpg", "c.jpg"):
        await checked(dewi, photo(), name)
    _, first, _ = await call("GET", f"{URL}?limit=2")
    _, rest, _ = await call("GET", f"{URL}?limit=2&cursor={first['data']['next_cursor']}")
    names = [file["filename"] for page in (first, rest) for file in page["data"]["media"]]
    assert names == ["c.jpg", "b.jpg", "a.jpg"]


async def test_a_file_is_deleted_unless_a_post_needs_it(call: Caller, dewi: Account) -> None:
    file = await checked(dewi, photo(), "kopi.jpg")
    post = await drafts.create(dewi, None, Draft(text="kopi", media={str(file.id): ""}))
    status, answer, _ = await call("DELETE", f"{URL}/{file.id}")
    assert (status, answer["error"]) == (409, "FILE_IN_USE")
    await drafts.delete(post)
    assert (await call("DELETE", f"{URL}/{file.id}"))[1]["data"] == {"id": str(file.id), "deleted": True}
    assert (await call("GET", f"{URL}/{file.id}"))[0] == 404


async def test_files_of_others_are_not_there(call: Caller, sari: Account) -> None:
    file = await checked(sari, photo(), "kopi.jpg")
    assert [(await call(method, f"{URL}/{file.id}"))[0] for method in ("GET", "DELETE")] == [404, 404]
    assert (await put(call, str(file.id), 0, b"x"))[0] == 404


async def test_the_pictures_of_bio_pages_are_uploaded_as_before(visitor: Browser, dewi: Account) -> None:
    """The same address with another operation: old clients notice nothing."""
    from tests import world

    response = await visitor.post(
        URL,
        headers={"Authorization": f"Bearer {await world.key_of(dewi)}"},
        files={"picture": FileStorage(io.BytesIO(photo()), "a.jpg")},
    )
    assert response.status_code == 201
    assert not await PostFile.exists()
