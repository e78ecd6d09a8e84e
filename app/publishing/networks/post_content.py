"""What an adapter publishes: the text, options and files of one variant of a post, without any of our tables."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

IMAGE, GIF, VIDEO = "image", "gif", "video"


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A picture, GIF or video of a post.

    `id` is ours. `size` is in bytes, `seconds` the duration of a video, None where nobody could measure it; width and
    height are 0 where unknown. `read(first, length)` yields the bytes of a range of the file in small pieces.
    `public_url` is an address at which networks may fetch the file for some hours.
    """

    id: str
    kind: str
    media_type: str
    size: int
    read: Callable[[int, int], AsyncIterator[bytes]] = field(repr=False)
    public_url: str = field(default="", repr=False)
    width: int = 0
    height: int = 0
    seconds: float | None = None
    alt: str = ""
    filename: str = ""


@dataclass(frozen=True, slots=True)
class PostContent:
    """One variant of a post, ready to be published.

    `reply` is the text of the first comment, or of the next post of a thread, where the network has that. `options` are
    the answers to the network's own questions, by their names (see Network.options). `link` is the first address in
    the text, empty if there is none. `key` is the id of our variant: networks that know idempotency keys get it.
    """

    key: str
    text: str
    media: tuple[MediaFile, ...] = ()
    reply: str = ""
    link: str = ""
    options: Mapping[str, Any] = field(default_factory=dict)

    @property
    def images(self) -> tuple[MediaFile, ...]:
        """The pictures, GIFs not among them."""
        return tuple(file for file in self.media if file.kind == IMAGE)

    @property
    def videos(self) -> tuple[MediaFile, ...]:
        """The videos."""
        return tuple(file for file in self.media if file.kind == VIDEO)
