"""What each role may do, for the documentation: the table of app/accounts/roles.py in words."""

from __future__ import annotations

from typing import NamedTuple

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
from app.kernel import installation
from app.kernel.refusal import N_

ROLE_NAMES = {VIEWER: N_("Viewer"), EDITOR: N_("Editor"), OWNER: N_("Owner")}
WORDS = {  # by act, in the order of the table
    READ: N_("See links, codes, pages, statistics and requests to AI models, and export the statistics"),
    EDIT: N_("Make, change, publish and delete links, codes, pages and pictures"),
    SEE_ADDRESSES: N_("See, export and delete the addresses that people leave on bio pages"),
    PUBLISH: N_("Write, plan and publish posts for social networks"),
    MANAGE_CONNECTIONS: N_("Connect and disconnect accounts at social networks"),
    MANAGE_KEYS: N_(
        "Make, replace and revoke API keys, set what they may do with AI models, and see the log of their requests"
    ),
    MANAGE_ACCOUNT: N_(
        "Plan, AI credits, members, name and deletion of the workspace, its audit log, and kept content of AI requests"
    ),
}


class RoleRow(NamedTuple):
    """One line of the table: what is done (English, to be translated), and whether each role of ROLES may."""

    words: str
    allowed: tuple[bool, ...]


def role_rows() -> list[RoleRow]:
    """Returns the lines of the table, without those of publishing where it is off. Raises: KeyError for an act without
    words.
    """
    on = installation.current().config.publishing
    acts = [act for act in sorted(LOWEST_ROLE, key=list(WORDS).index) if on or act not in (PUBLISH, MANAGE_CONNECTIONS)]
    return [RoleRow(WORDS[act], tuple(may(role, act) for role in ROLES)) for act in acts]
