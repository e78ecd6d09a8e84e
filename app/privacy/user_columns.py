"""The columns that name a user whom a row outlives: whoever wrote a post or connected an account, for example.

When the user is deleted, their names go out of these columns; what they did stays where they did it. Columns that are
foreign keys are not here: the database empties those, or deletes their rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from tortoise.models import Model

from app.publishing.connections.connect_flow import ConnectFlow
from app.publishing.connections.connection import Connection
from app.publishing.files.post_file import PostFile
from app.publishing.posts.post import Post
from app.publishing.posts.post_event import PostEvent
from app.publishing.posts.post_variant import PostVariant

EMPTIED_COLUMNS: Mapping[type[Model], tuple[str, ...]] = {
    Connection: ("connected_by_id",),
    Post: ("created_by_id", "approved_by_id"),
    PostVariant: ("acted_by_id",),
    PostEvent: ("user_id",),
    PostFile: ("uploaded_by_id",),
}
DELETED_ROWS: Mapping[type[Model], str] = {ConnectFlow: "user_id"}  # rows that only that user can finish


async def clear_user_columns(user_id: UUID) -> None:
    """Takes a user who is deleted out of all rows that stay; call it in the transaction that deletes the user."""
    for model, columns in EMPTIED_COLUMNS.items():
        for column in columns:
            await model.filter(**{column: user_id}).update(**{column: None})
    for model, column in DELETED_ROWS.items():
        await model.filter(**{column: user_id}).delete()
