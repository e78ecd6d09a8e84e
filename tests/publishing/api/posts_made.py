"""Posts for tests of the API outside of this folder, where no network of tests is registered."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from app.accounts.models import Account
from app.kernel import clock
from app.publishing.connections.manual_connection import create_manual_connection
from app.publishing.networks.registry import NETWORKS
from app.publishing.posts import drafts
from app.publishing.posts.drafts import Draft, VariantDraft
from app.publishing.posts.phases import DRAFT
from app.publishing.posts.post_variant import PostVariant
from tests import world


async def variant_in(account: Account, phase: str, network: str = "linkedin", text: str = "kopi") -> PostVariant:
    """A variant of a new post in this phase, for a connection of its own that people publish to by hand."""
    user_id = (await world.owner(account)).id
    connection = await create_manual_connection(account, NETWORKS[network], f"@kopi{uuid4().hex[:8]}", user_id)
    post = await drafts.create(account, user_id, Draft(text=text, variants={connection.id: VariantDraft()}))
    due = None if phase == DRAFT else clock.now() + timedelta(days=1)
    await PostVariant.filter(post_id=post.id).update(phase=phase, due_at=due)
    return await PostVariant.get(post_id=post.id)


async def paths_of(account: Account, phase: str) -> tuple[str, str]:
    """The paths below /api/v1 of a post whose variant is in this phase, and of that variant."""
    variant = await variant_in(account, phase)
    return f"/posts/{variant.post_id}", f"/posts/{variant.post_id}/variants/{variant.id}"


async def good_requests(account: Account, picture: bytes) -> dict[str, tuple[str, dict[str, object]]]:
    """A good request for every operation on posts and their files that is a POST: path, and what is sent."""
    planned_at = clock.format_rfc3339(clock.now() + timedelta(days=2))
    return {
        "createPost": ("/posts", {"json": {"text": "kopi"}}),
        "planPost": ((await paths_of(account, "draft"))[0] + "/plan", {"json": {"planned_at": planned_at}}),
        "publishPost": ((await paths_of(account, "draft"))[0] + "/publish", {}),
        "unplanPost": ((await paths_of(account, "planned"))[0] + "/unplan", {}),
        "publishVariant": ((await paths_of(account, "failed"))[1] + "/publish", {}),
        "cancelVariant": ((await paths_of(account, "planned"))[1] + "/cancel", {}),
        "sendVariantAgain": ((await paths_of(account, "unconfirmed"))[1] + "/send-again", {}),
        "markVariantPublished": ((await paths_of(account, "unconfirmed"))[1] + "/mark-published", {"json": {}}),
        "uploadFile": ("/media/files", {"files": {"file": picture}}),
        "beginUpload": ("/media/uploads", {"json": {"size": 10, "filename": "kopi.mp4"}}),
    }
