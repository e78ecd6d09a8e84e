"""The table of roles: each role may do what those before it may, and an unknown role may do nothing."""

from itertools import pairwise

import pytest

from app.accounts.roles import (
    EDIT,
    EDITOR,
    LOWEST_ROLE,
    MANAGE_ACCOUNT,
    MANAGE_CONNECTIONS,
    MANAGE_KEYS,
    OWNER,
    PUBLISH,
    READ,
    ROLES,
    SEE_ADDRESSES,
    VIEWER,
    may,
)

ALLOWED = {
    VIEWER: {READ},
    EDITOR: {READ, EDIT, SEE_ADDRESSES, PUBLISH},
    OWNER: {READ, EDIT, SEE_ADDRESSES, PUBLISH, MANAGE_CONNECTIONS, MANAGE_KEYS, MANAGE_ACCOUNT},
}


def acts_of(role: str) -> set[str]:
    """All that a role may do."""
    return {act for act in LOWEST_ROLE if may(role, act)}


@pytest.mark.parametrize("role", ROLES)
def test_a_role_may_do_exactly_what_the_table_says(role: str) -> None:
    assert acts_of(role) == ALLOWED[role]


def test_each_role_may_do_what_those_before_it_may_and_something_more() -> None:
    for lower, higher in pairwise(ROLES):
        assert acts_of(lower) < acts_of(higher)


def test_the_owner_may_do_everything() -> None:
    assert acts_of(ROLES[-1]) == LOWEST_ROLE.keys()


@pytest.mark.parametrize("role", ["", "admin", "Owner", "owner ", "guest"])
def test_an_unknown_role_may_do_nothing(role: str) -> None:
    assert acts_of(role) == set()


@pytest.mark.parametrize("role", [*ROLES, "admin"])
def test_an_unknown_act_is_a_mistake_of_ours_for_every_known_role(role: str) -> None:
    if role in ROLES:
        with pytest.raises(KeyError):
            may(role, "fly")
    else:
        assert not may(role, "fly")
