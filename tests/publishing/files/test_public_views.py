"""Files of posts are served to whoever has their address, in ranges, and to nobody else."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest

from app.accounts.models import Account
from app.publishing.files import file_store, signed_urls
from app.publishing.files.ready_files import require_media_files
from tests.client import Browser
from tests.conftest import Clock
from tests.publishing.files.samples import checked, gif, transparent, video
from tests.stored import stored


async def address(account: Account, content: bytes, filename: str) -> str:
    """The path of the public address of a new file."""
    file = await checked(account, content, filename)
    [media] = await require_media_files(account.id, [str(file.id)], {})
    return urlsplit(media.public_url).path


@pytest.mark.parametrize(
    "content, filename, media_type",
    [(video(), "a.mp4", "video/mp4"), (gif(), "a.gif", "image/gif"), (video("webm"), "a.webm", "video/webm")],
)
async def test_a_network_gets_the_file_with_its_type(
    visitor: Browser, sari: Account, content: bytes, filename: str, media_type: str
) -> None:
    path = await address(sari, content, filename)
    for method, body in (("GET", content), ("HEAD", b"")):
        response = await visitor.open(path, method=method)
        assert response.status_code == 200 and await response.get_data() == body
        assert response.headers["Content-Type"] == media_type
        assert method == "HEAD" or response.headers["Content-Length"] == str(len(content))  # HEAD: test_server.py
        assert response.headers["Accept-Ranges"] == "bytes"
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in response.headers["Content-Security-Policy"]
        assert "X-Robots-Tag" not in response.headers and "Set-Cookie" not in response.headers


async def test_the_jpeg_of_a_transparent_picture_is_served_as_such(visitor: Browser, sari: Account) -> None:
    response = await visitor.get(await address(sari, transparent(), "a.png"))
    assert response.headers["Content-Type"] == "image/jpeg" and (await response.get_data())[:2] == b"\xff\xd8"


@pytest.mark.parametrize(
    "asked, first, last",
    [("bytes=0-9", 0, 9), ("bytes=100-", 100, None), ("bytes=-7", -7, None), ("bytes=5-999999999", 5, None)],
)
async def test_ranges_are_served(visitor: Browser, sari: Account, asked: str, first: int, last: int | None) -> None:
    content = video()
    path = await address(sari, content, "a.mp4")
    response = await visitor.get(path, headers={"Range": asked})

    expected = content[first : None if last is None else last + 1]
    assert response.status_code == 206 and await response.get_data() == expected
    start = first % len(content)
    assert response.headers["Content-Range"] == f"bytes {start}-{start + len(expected) - 1}/{len(content)}"
    assert response.headers["Content-Length"] == str(len(expected))


async def test_a_range_behind_the_end_is_refused_with_the_length(visitor: Browser, sari: Account) -> None:
    response = await visitor.get(await address(sari, video(), "a.mp4"), headers={"Range": "bytes=99999999-"})
    assert response.status_code == 416 and response.headers["Content-Range"] == f"bytes */{len(video())}"


@pytest.mark.parametrize("asked", ["bytes=0-1,5-6", "bytes=nonsense", "chapters=1-2", "bytes=9-2"])
async def test_several_ranges_and_nonsense_get_the_whole_file(visitor: Browser, sari: Account, asked: str) -> None:
    response = await visitor.get(await address(sari, video(), "a.mp4"), headers={"Range": asked})
    assert response.status_code == 200 and await response.get_data() == video()


async def test_a_range_of_another_version_gets_the_whole_file(visitor: Browser, sari: Account) -> None:
    path = await address(sari, video(), "a.mp4")
    etag = (await visitor.get(path)).headers["ETag"]
    for condition, status in ((etag, 206), ('"another"', 200), ("Sat, 28 Nov 2026 10:00:00 GMT", 200)):
        response = await visitor.get(path, headers={"Range": "bytes=0-9", "If-Range": condition})
        assert response.status_code == status


async def test_what_is_unchanged_is_not_sent_again(visitor: Browser, sari: Account) -> None:
    path = await address(sari, video(), "a.mp4")
    etag = (await visitor.get(path)).headers["ETag"]
    assert (await visitor.get(path, headers={"If-None-Match": etag})).status_code == 304


async def test_an_expired_forged_or_foreign_address_is_as_unknown_as_any(
    visitor: Browser, sari: Account, moved: Clock
) -> None:
    path = await address(sari, video(), "a.mp4")
    token, name = path.split("/")[-2:]
    other = (await address(sari, gif(), "b.gif")).split("/")[-1]
    folder = stored(file_store.key_of(name)).parent.name
    for wrong in (
        f"/media/posts/{token}/{other}",
        f"/media/posts/{token[:-1]}x/{name}",
        f"/media/posts/{token}/{folder}%2F{name}",
        f"/media/posts/{signed_urls.signed_token('..')}/..",
        f"/media/posts/{signed_urls.signed_token('kliqs.sqlite3')}/kliqs.sqlite3",
        f"/media/posts/{signed_urls.signed_token('0' * 32 + '.mp4')}/{'0' * 32}.mp4",
        f"/media/{name}",
        "/media/posts/",
        f"/media/posts/{token}/",
    ):
        assert (await visitor.get(wrong)).status_code == 404, wrong
    moved.on(timedelta(hours=6, seconds=1))
    assert (await visitor.get(path)).status_code == 404


async def test_no_robot_is_kept_from_the_files(visitor: Browser) -> None:
    assert "/media" not in await (await visitor.get("/robots.txt")).get_data(as_text=True)
