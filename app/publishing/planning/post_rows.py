"""What the list of posts shows of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.publishing.networks.registry import network_named
from app.publishing.networks.trouble_sentences import trouble_sentence
from app.publishing.posts import phases
from app.publishing.posts.phase_looks import LOOKS, PhaseLook, most_urgent
from app.publishing.posts.post import Post
from app.publishing.posts.post_title import title_of


@dataclass(frozen=True, slots=True)
class PostRow:
    """A post in the list.

    `at` is when it was or will be published, None for a draft. `trouble` is why its most urgent variant needs somebody,
    in the reader's language, empty if nothing is wrong. `waits` says whether something of it waits for approval.
    """

    post: Post
    title: str
    at: datetime | None
    networks: tuple[str, ...]
    look: PhaseLook
    trouble: str
    waits: bool = False

    @property
    def url(self) -> str:
        """The URL of its page; of a draft, that of the composer."""
        edit = "/edit" if self.look is LOOKS[phases.DRAFT] else ""
        return f"/dashboard/publishing/posts/{self.post.id}{edit}"


def post_row(post: Post) -> PostRow:
    """Returns what the list shows of a post, whose variants are loaded."""
    variants = sorted(post.variants, key=lambda variant: (variant.created_at, variant.id))
    phase = most_urgent(variant.phase for variant in variants)
    times = [variant.published_at or variant.due_at for variant in variants]
    troubles = [variant for variant in variants if variant.phase == phase and variant.trouble]
    return PostRow(
        post,
        title_of(post.text or next((variant.text for variant in variants if variant.text), "")),
        min((time for time in times if time), default=None),
        tuple(sorted({variant.network for variant in variants})),
        LOOKS[phase],
        trouble_sentence(troubles[0].trouble, network_named(troubles[0].network).label) if troubles else "",
        any(variant.phase == phases.WAITING for variant in variants),
    )
