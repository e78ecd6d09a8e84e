"""What the previews of networks read of a variant (templates/publishing/previews), on every page that shows them."""

from __future__ import annotations

from app.publishing.networks.content import PostContent
from app.publishing.posts.addresses import split_text


class Previewed:
    """A variant of which a preview is drawn; `content` is what would be published or was, None when nobody knows."""

    __slots__ = ()
    content: PostContent | None

    def text_parts(self, most: int = 0) -> list[tuple[str, str]]:
        """The first `most` characters of the text, 0 for all, split into plain text, addresses and tags."""
        text = self.content.text if self.content else ""
        return split_text(text[:most] if most else text)

    @property
    def reply_parts(self) -> list[tuple[str, str]]:
        """The first reply, split likewise."""
        return split_text(self.content.reply if self.content else "")
