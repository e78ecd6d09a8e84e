"""The roles of members, and what each may do in an account.

The table is read by the gate of the dashboard (authentication.py), by templates and by the documentation.
"""

from collections.abc import Mapping

VIEWER, EDITOR, OWNER = "viewer", "editor", "owner"
ROLES = (VIEWER, EDITOR, OWNER)  # each may do what those before it may
READ, EDIT, SEE_ADDRESSES = "read", "edit", "see_addresses"
PUBLISH, MANAGE_CONNECTIONS = "publish", "manage_connections"
MANAGE_KEYS, MANAGE_ACCOUNT = "manage_keys", "manage_account"
LOWEST_ROLE: Mapping[str, str] = {
    READ: VIEWER,  # everything but the addresses that people left on bio pages
    EDIT: EDITOR,
    SEE_ADDRESSES: EDITOR,
    PUBLISH: EDITOR,  # write, plan and publish posts
    MANAGE_CONNECTIONS: OWNER,  # connect and disconnect accounts at social networks
    MANAGE_KEYS: OWNER,
    MANAGE_ACCOUNT: OWNER,  # plan, members, name, audit log, deletion
}


def may(role: str, act: str) -> bool:
    """Returns whether members with a role may do an act. Raises: KeyError for an unknown act."""
    return role in ROLES and ROLES.index(role) >= ROLES.index(LOWEST_ROLE[act])
