"""The app that Kliqs registered at a Mastodon server, by itself, when the first person connected an account there."""

from __future__ import annotations

from datetime import datetime

from tortoise import fields
from tortoise.models import Model


class ServerApp(Model):
    id = fields.BigIntField(primary_key=True)
    server = fields.CharField(255, unique=True)
    client_id = fields.CharField(255)
    client_secret = fields.TextField()  # a ciphertext
    created_at: datetime = fields.DatetimeField()

    class Meta:
        table = "server_apps"
