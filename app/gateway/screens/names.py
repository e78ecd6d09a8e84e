"""What people read for the ids of models, keys and sources: a label and an icon."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from app.accounts.models import Account
from app.gateway.catalogue.ai_model import CHAT, EMBEDDING, IMAGE, VIDEO, AiModel
from app.gateway.metering.ai_request import ASSISTANT, PLAYGROUND
from app.gateway.metering.statement import names_of_keys
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_

KINDS: Mapping[str, tuple[str, str]] = {  # the label and the icon of each kind of model
    CHAT: (N_("Chat"), "message-circle"),
    EMBEDDING: (N_("Embeddings"), "route"),
    IMAGE: (N_("Pictures"), "photo"),
    VIDEO: (N_("Video"), "movie"),
}
SOURCES: Mapping[str, tuple[str, str]] = {  # of requests that no key made
    PLAYGROUND: (N_("Playground"), "messages"),
    ASSISTANT: (N_("Suggestions in Kliqs"), "sparkles"),
}


class Named(NamedTuple):
    """A model, a key, a source or a kind: its id, its label and its icon."""

    id: str
    label: str
    icon: str


@dataclass(frozen=True, slots=True)
class Names:
    """The names of an account's keys, and the kinds of all models."""

    keys: Mapping[str, str]
    kinds: Mapping[str, str]

    def key(self, id: str) -> Named:
        """Returns a key by its id, or a source; a key that is gone has no name."""
        if id in SOURCES:
            label, icon = SOURCES[id]
            return Named(id, _(label), icon)
        return Named(id, self.keys.get(id) or _("A key that is gone"), "key")

    def model(self, id: str) -> Named:
        """Returns a model by its id, with the icon of its kind."""
        return Named(id, id, self.kind_of(id).icon)

    def kind_of(self, id: str) -> Named:
        """Returns the kind of a model; one that is not known any more counts as chat."""
        kind = self.kinds.get(id, CHAT)
        label, icon = KINDS[kind]
        return Named(kind, _(label), icon)


async def load_names(account: Account, key_ids: Iterable[str] = ()) -> Names:
    """Returns the names of these keys of an account, and the kinds of all models."""
    kinds = await AiModel.all().values_list("id", "kind")
    return Names(await names_of_keys(account, key_ids), dict(kinds))
