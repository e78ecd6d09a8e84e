"""A field that a model does not have is an error: Tortoise alone would ignore it."""

import pytest
from tortoise import Tortoise
from tortoise.models import Model

from app.accounts.models import Account
from app.links.models import Link
from tests import world


def all_models() -> list[type[Model]]:
    return [model for models in (Tortoise.apps or {}).values() for model in models.values()]


async def test_every_model_refuses_a_field_that_it_does_not_have(database: str) -> None:
    assert len(all_models()) > 20
    for model in all_models():
        with pytest.raises(TypeError, match=f"{model.__name__} has no field hieght, widht"):
            model(widht=2, hieght=1)


async def test_an_unknown_field_is_refused_wherever_a_row_is_made_or_changed(sari: Account) -> None:
    with pytest.raises(TypeError, match="has no field plan"):
        await Account.create(name="Budi", plan="free")
    with pytest.raises(TypeError, match="has no field plan"):
        await Account.bulk_create([Account(name="Budi", plan="free")])
    with pytest.raises(TypeError, match="has no field nickname"):
        sari.update_from_dict({"name": "Sari II", "nickname": "S"})
    assert sari.name == (await Account.get()).name == "Sari"


async def test_relations_and_their_columns_are_known(sari: Account) -> None:
    link = await world.shorten(sari)
    assert Link(id=link.id, account=sari).account_id == Link(id=link.id, account_id=sari.id).account_id == sari.id
