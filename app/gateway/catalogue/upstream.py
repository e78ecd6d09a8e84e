"""An upstream: a service that runs models, with the operator's credential for it, and the routes of models to it.

`kind` names the adapter: `openai` for everything that speaks OpenAI's API, `anthropic`, `gemini`. `credential` is
encrypted; it may be empty, as for Ollama on the same machine. `region` is where it runs, for people. `own_keys` is
whether a workspace may bring its own credential for it.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

from app.accounts.models import Account
from app.gateway.catalogue.ai_model import AiModel

MAX_NAME = 40


class Upstream(Model):
    id = fields.IntField(primary_key=True)
    name = fields.CharField(MAX_NAME, unique=True)
    kind = fields.CharField(12)
    base_url = fields.CharField(300)
    credential = fields.TextField(default="")
    region = fields.CharField(60, default="")
    own_keys = fields.BooleanField(default=False)
    enabled_at: datetime | None = fields.DatetimeField(null=True)
    created_at: datetime = fields.DatetimeField()

    class Meta:
        table = "ai_upstreams"


class Route(Model):
    """A way to a model: its name at an upstream. Lower `priority` is tried first; `weight` shares among equal ones.

    `open_until` is set while its circuit is open, after `failures` in a row; then one request probes it. Times are in
    seconds, as in Target.
    """

    id = fields.IntField(primary_key=True)
    model: fields.ForeignKeyRelation[AiModel] = fields.ForeignKeyField(
        "models.AiModel", related_name="routes", on_delete=fields.CASCADE
    )
    model_id: str
    upstream: fields.ForeignKeyRelation[Upstream] = fields.ForeignKeyField(
        "models.Upstream", related_name="routes", on_delete=fields.CASCADE, db_index=True
    )
    upstream_id: int
    upstream_model = fields.CharField(120)
    priority = fields.SmallIntField(default=1)
    weight = fields.SmallIntField(default=1)
    first_byte = fields.IntField(default=120)
    idle = fields.IntField(default=60)
    enabled_at: datetime | None = fields.DatetimeField(null=True)
    failures = fields.IntField(default=0)
    open_until: datetime | None = fields.DatetimeField(null=True)

    class Meta:
        table = "ai_routes"
        unique_together = (("model_id", "upstream_id", "upstream_model"),)


class OwnUpstreamKey(Model):
    """A workspace's own credential for an upstream, encrypted: its requests there are billed at zero."""

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="own_upstream_keys", on_delete=fields.CASCADE
    )
    account_id: UUID
    upstream: fields.ForeignKeyRelation[Upstream] = fields.ForeignKeyField(
        "models.Upstream", related_name="own_keys_of_accounts", on_delete=fields.CASCADE, db_index=True
    )
    upstream_id: int
    credential = fields.TextField()
    last_four = fields.CharField(4)
    created_at: datetime = fields.DatetimeField()

    class Meta:
        table = "ai_own_keys"
        unique_together = (("account_id", "upstream_id"),)
