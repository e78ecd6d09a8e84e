"""Posts in webhook events: the variant of which an event tells, as the JSON API shows it; sentences are English."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from app.kernel import i18n
from app.publishing.api.post_responses import VariantData
from app.publishing.posts.post_variant import PostVariant
from app.webhooks import outbox


@outbox.represents("post")
async def variants_as_json(ids: Sequence[UUID]) -> list[dict[str, Any]]:
    """Returns the variants with these ids as JSON."""
    with i18n.language_context("en"):
        return [VariantData.of(variant) for variant in await PostVariant.filter(id__in=list(ids)).order_by("id")]
