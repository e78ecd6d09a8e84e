"""What is set for a key at the same moment all holds, whoever sets it."""

from __future__ import annotations

import asyncio

import pytest

from app.accounts.models import Account
from app.gateway.key_terms.model_rules import (
    InvalidLimit,
    ModelRules,
    move_to_key,
    read_rules,
    save_key_rules,
    save_model_limits,
)
from app.gateway.metering.limits_of_keys import AiKeyTerms
from app.kernel.db import transaction
from app.keys.models import ApiKey
from tests.client import Browser
from tests.gateway.key_terms.test_views import PATH, ai_key
from tests.gateway.offering import offer_model

MODELS = ["small-1", "large-1", "pictures-1", "videos-1"]


async def test_limits_of_several_models_that_are_set_at_once_all_hold(as_dewi: Browser, dewi: Account) -> None:
    for model in MODELS:
        await offer_model(model)
    key = await ai_key(dewi)
    forms = [{"model": model, "requests": str(number)} for number, model in enumerate(MODELS, 1)]
    rules = as_dewi.post(f"{PATH}{key.id}/models/", form={"which": "all", "tokens": "900"})
    answers = await asyncio.gather(*(as_dewi.post(f"{PATH}{key.id}/models/limits", form=form) for form in forms), rules)
    assert {answer.status_code for answer in answers} == {303}
    wanted = {model: (number, None, None) for number, model in enumerate(MODELS, 1)}
    assert await read_rules(key.id) == ModelRules(limits=(None, 900, None), of_models=wanted)


async def test_what_is_refused_leaves_no_row_of_a_key(dewi: Account) -> None:
    key = await ai_key(dewi)
    with pytest.raises(InvalidLimit):
        await save_model_limits(dewi, key.id, "small-1", (0, None, None))
    with pytest.raises(InvalidLimit):
        await save_key_rules(dewi, key.id, ModelRules(limits=(0, None, None)))
    assert await AiKeyTerms.all().count() == 0


async def test_a_key_that_is_replaced_takes_along_what_is_set_at_the_same_moment(dewi: Account) -> None:
    """What is set before the replacement goes along; what is set after it holds for the old key."""
    old = await ai_key(dewi)
    await save_key_rules(dewi, old.id, ModelRules(("small-1",)))
    new = (await ApiKey.issue(dewi, "new"))[0]

    async def move() -> None:
        async with transaction():
            await move_to_key(dewi.id, old.id, new.id)

    await asyncio.gather(save_model_limits(dewi, old.id, "small-1", (5, None, None)), move())
    assert {"small-1": (5, None, None)} in [(await read_rules(key.id)).of_models for key in (old, new)]
