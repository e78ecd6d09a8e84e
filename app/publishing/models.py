"""The tables of publishing. Each is described in the module that it comes from."""

from app.publishing.connections.connect_flow import ConnectFlow
from app.publishing.connections.connection import Connection
from app.publishing.connections.data_deletion import DataDeletion
from app.publishing.connections.server_app import ServerApp
from app.publishing.delivery.network_use import NetworkUse
from app.publishing.files.post_file import PostFile
from app.publishing.planning.weekly_slot import WeeklySlot
from app.publishing.posts import connection_posts, file_usage, latest_published_posts
from app.publishing.posts.post import Post, PostMedia
from app.publishing.posts.post_event import PostEvent
from app.publishing.posts.post_variant import PostVariant

__all__ = [
    "ConnectFlow",
    "Connection",
    "DataDeletion",
    "NetworkUse",
    "Post",
    "PostEvent",
    "PostFile",
    "PostMedia",
    "PostVariant",
    "ServerApp",
    "WeeklySlot",
    "connection_posts",  # registers what happens to posts when a connection ends
    "file_usage",
    "latest_published_posts",  # registers the latest posts for bio pages
]
