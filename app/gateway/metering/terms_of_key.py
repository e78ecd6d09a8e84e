"""What a key may do with models now, read from its row and that of the key whose sub-key it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, Self
from uuid import UUID

from app.accounts.models import Account
from app.gateway.metering.limits_of_keys import AiKeyTerms
from app.gateway.metering.refusals import AccountPaused, KeyPaused, ModelNotAllowed
from app.kernel import installation
from app.kernel.db import query_models
from app.keys.key_lookup import Joined, UnchangedRow, find_key_and, find_recent_key_and
from app.keys.models import ApiKey
from app.keys.raw_key import raw_key_digests
from app.keys.refusals import InvalidApiKey

OWN, OF_PARENT = Joined("t", AiKeyTerms, "t.key_id = k.id"), Joined("u", AiKeyTerms, "u.key_id = t.parent_id")
TERMS = """SELECT * FROM ai_key_terms
    WHERE key_id = $1 OR key_id = (SELECT parent_id FROM ai_key_terms WHERE key_id = $1)"""


class TermsChanged(Exception):
    """What a key may do is not what it was when it was read; it is to be read again."""


class RateLimit(NamedTuple):
    """The limits of a row of AiRate: requests and tokens a minute, and requests that may be open at once.

    `key_id` and `model` are those of the row. None is for no limit of that kind.
    """

    key_id: str
    model: str
    requests: int | None
    tokens: int | None
    streams: int | None


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of a key, or of the dashboard, where `key` is None; `rows` are the key's own and its parent's.

    `unchanged` is the check that they still hold, for terms that were read for an earlier request.
    """

    account: Account
    key: ApiKey | None
    rows: tuple[AiKeyTerms, ...] = ()
    unchanged: UnchangedRow | None = None

    @classmethod
    async def read(cls, account: Account, key: ApiKey | None) -> Self:
        """Reads the terms of a key; the dashboard has the usual ones."""
        return cls(account, key, await read_terms(key.id) if key else ())

    @classmethod
    async def find(cls, raw: str) -> Self:
        """Returns the terms of the key with this raw text, valid or not, with what `ApiKey.find` loads.

        Raises: InvalidApiKey.
        """
        key, rows = await find_key_and(ApiKey, raw_key_digests(raw), (OWN, OF_PARENT))
        if key is None:
            raise InvalidApiKey
        return cls(key.account, key, rows)

    @classmethod
    def recent(cls, raw: str) -> Self | None:
        """Returns the terms of a key as they were read a moment ago, None if they were not.

        A reservation checks that they still hold, which saves a request that reserves from reading them first.
        """
        if (recent := find_recent_key_and(ApiKey, raw_key_digests(raw), (OWN, OF_PARENT))) is None:
            return None
        key, rows, unchanged = recent
        return cls(key.account, key, rows, unchanged)

    @property
    def key_ids(self) -> tuple[str, ...]:
        """The ids of the key and of the one whose sub-key it is; nothing for the dashboard."""
        return key_ids_of(self.key.id if self.key else None, self.rows)

    @property
    def content_days(self) -> int:
        """For how many days the content of the key's requests is kept; 0 for not at all, and for the dashboard."""
        return next((row.content_days for row in self.rows if self.key and row.key_id == self.key.id), 0)

    def check(self, model: str) -> None:
        """Checks that requests may be made now, to this model. Raises: AccountPaused, KeyPaused, ModelNotAllowed."""
        account = self.account
        if account.frozen_at is not None or account.delete_at is not None or account.suspended_at is not None:
            raise AccountPaused
        if any(row.paused_at is not None for row in self.rows):
            raise KeyPaused
        if any(row.models and model not in row.models for row in self.rows):
            raise ModelNotAllowed(model=model)

    def limits(self, model: str) -> list[RateLimit]:
        """Returns the limits that a request to a model counts to: those of the key first, then those of its parent."""
        usual, rows = installation.current().config, {str(row.key_id): row for row in self.rows}
        limits = []
        for key_id in self.key_ids or (str(self.account.id),):
            row = rows.get(key_id)
            requests, tokens, streams = (
                (row.requests_per_minute, row.tokens_per_minute, row.streams) if row else (None, None, None)
            )
            limits.append(
                RateLimit(
                    key_id,
                    "",
                    usual.gateway_requests if requests is None else requests,
                    usual.gateway_tokens if tokens is None else tokens,
                    usual.gateway_streams if streams is None else streams,
                )
            )
            if row and model in row.of_models:
                limits.append(RateLimit(key_id, model, *row.of_models[model]))
        return limits


async def read_terms(key_id: UUID) -> tuple[AiKeyTerms, ...]:
    """Returns the terms of a key and of its parent, those that have any."""
    return tuple(await query_models(AiKeyTerms, TERMS, [str(key_id)]))


def key_ids_of(key_id: UUID | None, rows: tuple[AiKeyTerms, ...]) -> tuple[str, ...]:
    """Returns the ids of a key and of its parent, of which `rows` are the terms; nothing without a key."""
    if key_id is None:
        return ()
    parents = [str(row.parent_id) for row in rows if row.key_id == key_id and row.parent_id]
    return (str(key_id), *parents)
