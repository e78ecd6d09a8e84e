"""What the composer's form holds is saved, the order of its files, too."""

from urllib.parse import urlencode
from uuid import uuid4

import pytest

from app.accounts.models import Account
from app.publishing.posts.post import Post, PostMedia
from tests.client import Browser
from tests.publishing.files.samples import checked, gif, photo

HOME = "/dashboard/publishing/posts"


@pytest.mark.parametrize("act, order", [("down 0", [1, 0]), ("up 1", [1, 0]), ("remove 0", [1])])
async def test_a_button_that_only_moves_or_removes_a_file_is_saved(
    as_sari: Browser, sari: Account, act: str, order: list[int]
) -> None:
    ids = [str((await checked(sari, photo(), "a.jpg")).id), str((await checked(sari, gif(), "b.gif")).id)]
    id = uuid4()
    form = [("text", "Kopi"), ("media", "1"), *(("file", file) for file in ids)]
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    await as_sari.post(f"{HOME}/{id}/save?as=draft", data=urlencode(form), headers=headers)
    verb, _, at = act.partition(" ")
    version = (await Post.get(id=id)).version

    button = [("files-do", f"{verb} {ids[int(at)]}")]
    data = urlencode([*form, *button, ("version", str(version))])
    response = await as_sari.post(f"{HOME}/{id}/save", data=data, headers=headers)

    assert response.status_code < 400
    rows = await PostMedia.filter(post_id=id).order_by("position")
    assert [str(row.file_id) for row in rows] == [ids[place] for place in order]
