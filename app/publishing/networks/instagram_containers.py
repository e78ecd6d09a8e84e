"""Containers of Instagram: what a post is made of before it is published, and how far Instagram has processed it.

A container ends a day after it was made. `Progress.values` has the ids of the `children` of a carousel, that of the
`container` that is published, and `published` once Instagram says that it is. Source: developers.facebook.com,
"Instagram platform: content publishing, IG container".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.publishing.networks import graph_api
from app.publishing.networks.client import NetworkClient
from app.publishing.networks.errors import NotReady, PostRefused
from app.publishing.networks.json_calls import required_text
from app.publishing.networks.network import Progress
from app.publishing.networks.post_content import VIDEO, MediaFile, PostContent

REEL, CAROUSEL_VIDEO = "REELS", "VIDEO"  # a video of its own has to be a reel


async def prepare(client: NetworkClient, root: str, user_id: str, content: PostContent, progress: Progress) -> None:
    """Makes the containers that are missing and waits until the one to publish is ready. `root` is the API's address.

    Raises: NotReady, PostRefused; a container that has ended is made anew by the next call.
    """
    values, edge = progress.values, f"{root}{user_id}/media"
    if "container" not in values:
        if len(content.media) > 1:
            await _make_children(client, root, edge, content, progress)
        values["container"] = await _make(client, edge, _published_form(content, values.get("children", ())))
        await progress.save()
    await _wait(client, root, values["container"], progress)


async def _make_children(client: NetworkClient, root: str, edge: str, content: PostContent, progress: Progress) -> None:
    """Makes a container for each file of a carousel, in its order, and waits for all of them."""
    children = progress.values.setdefault("children", [])
    for file in content.media[len(children) :]:
        form = {**_source(file, CAROUSEL_VIDEO), "is_carousel_item": "true"}
        children.append(await _make(client, edge, form))
        await progress.save()
    for child in children:
        await _wait(client, root, child, progress)


async def _make(client: NetworkClient, edge: str, form: Mapping[str, str]) -> str:
    """Makes a container; returns its id."""
    return required_text(await graph_api.call_graph(client, "POST", edge, form=form), "id")


async def _wait(client: NetworkClient, root: str, container: str, progress: Progress) -> None:
    """Returns once a container may be published, or is published already. Raises: NotReady, PostRefused."""
    body = await graph_api.call_graph(client, "GET", f"{root}{container}", query={"fields": "status_code,status"})
    state = body.get("status_code")
    if state == "PUBLISHED":
        progress.values["published"] = True
        await progress.save()
    if state in {"FINISHED", "PUBLISHED"}:
        return
    if state not in {"ERROR", "EXPIRED"}:
        raise NotReady(5)
    for name in ("container", "children"):
        progress.values.pop(name, None)
    await progress.save()
    if state == "EXPIRED":
        raise NotReady(1)
    raise PostRefused("file_refused", code=str(state), detail=str(body.get("status") or ""))


def _published_form(content: PostContent, children: Sequence[str]) -> dict[str, str]:
    """Returns the form of the container that is published: a carousel, a reel or a photo."""
    caption = {"caption": content.text} if content.text else {}
    if children:
        return {"media_type": "CAROUSEL", "children": ",".join(children), **caption}
    return {**_source(content.media[0], REEL), **caption}


def _source(file: MediaFile, video_type: str) -> dict[str, str]:
    """Returns the fields by which Instagram fetches a file."""
    if file.kind == VIDEO:
        return {"media_type": video_type, "video_url": file.public_url}
    return {"image_url": file.public_url} | ({"alt_text": file.alt} if file.alt else {})
