"""Each object in an address of the dashboard opens in its own account: no rule with a parameter is forgotten."""

import re
from uuid import uuid4

from quart import Quart

from app.accounts.request_account import ObjectAddress
from app.objects_in_addresses import OBJECTS_IN_ADDRESSES

OF_THE_USER = {  # what is the user's own, whichever account they work in
    "/dashboard/confirm/provider/<uuid:id>",
    "/dashboard/outbox/<uuid:id>",
    "/dashboard/settings/data/exports/<uuid:id>",
    "/dashboard/settings/security/authenticator/browsers/<uuid:id>",
    "/dashboard/settings/security/connections/<int:id>",
    "/dashboard/settings/security/passkeys/<uuid:id>",
    "/dashboard/settings/security/sessions/<uuid:id>",
}
NO_OBJECT = {  # a verb, a service to sign in with, or what the operator has for everybody
    "/dashboard/announcements/<uuid:id>",
    "/dashboard/confirm/provider/<name>",
    "/dashboard/links/actions/<action>",
    "/dashboard/links/new/utm/<action>",
    "/dashboard/operator/payments/<reference:reference>",  # of any account: the operator's
    "/dashboard/operator/abuse/<uuid:id>",
    "/dashboard/operator/abuse/hosts/<uuid:id>",
    "/dashboard/operator/abuse/lists/<uuid:id>",
    "/dashboard/operator/accounts/<uuid:id>",
    "/dashboard/operator/announcements/<uuid:id>",
    "/dashboard/operator/disclosures/<uuid:id>",
    "/dashboard/operator/mail/<uuid:id>",
    "/dashboard/operator/model-notices/<int:id>",
    "/dashboard/operator/model-prices/<path:id>",
    "/dashboard/operator/models/<path:id>",
    "/dashboard/operator/networks/<name>",
    "/dashboard/operator/people/<uuid:id>",
    "/dashboard/operator/privacy/<uuid:id>",
    "/dashboard/operator/prices/coupons/<code>",
    "/dashboard/operator/providers/<name>",
    "/dashboard/operator/queues/<uuid:id>",
    "/dashboard/operator/routes/<int:id>",
    "/dashboard/operator/services/<code>",
    "/dashboard/operator/settings/<name>",
    "/dashboard/publishing/accounts/by-hand/<network>",
    "/dashboard/publishing/accounts/connect/<network>",
    "/dashboard/settings/security/connections/<name>",
}


def object_addresses(app: Quart) -> set[str]:
    rules = [rule.rule for rule in app.url_map.iter_rules() if rule.rule.startswith("/dashboard/")]
    return {rule.partition(">")[0] + ">" for rule in rules if "<" in rule}


def test_every_rule_with_a_parameter_names_its_object(made_once: Quart) -> None:
    known = {address for address in OBJECTS_IN_ADDRESSES if "?" not in address}
    assert object_addresses(made_once) == known | OF_THE_USER | NO_OBJECT


async def test_every_object_is_found_by_its_address(database: str) -> None:
    for rule, (model, column) in OBJECTS_IN_ADDRESSES.items():
        assert "account_id" in model._meta.fields_map, rule
        value = 1 if "<int:" in rule else uuid4() if column == "id" else "name"
        assert await model.filter(**{column: value, "account_id__in": [uuid4()]}).values_list("account_id") == []


def test_parameters_in_queries_are_those_of_rules(made_once: Quart) -> None:
    rules = {rule.rule for rule in made_once.url_map.iter_rules()}
    assert {address.partition("?")[0] for address in OBJECTS_IN_ADDRESSES if "?" in address} <= rules
    assert all(isinstance(address, ObjectAddress) for address in OBJECTS_IN_ADDRESSES.values())
    assert not [rule for rule in OBJECTS_IN_ADDRESSES if not re.match(r"/dashboard/[\w/<>:?-]+$", rule)]
