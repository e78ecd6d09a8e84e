"""The names of the roles, and in a few words what each may do; English, to be translated."""

from collections.abc import Mapping

from app.accounts.roles import EDITOR, OWNER, VIEWER
from app.kernel.refusal import N_

ROLE_LABELS: Mapping[str, str] = {OWNER: N_("Owner"), EDITOR: N_("Editor"), VIEWER: N_("Viewer")}
ROLE_CHOICES: Mapping[str, str] = {
    EDITOR: N_("Editor: makes and changes things"),
    VIEWER: N_("Viewer: reads, changes nothing"),
    OWNER: N_("Owner: also plan, team, deleting"),
}
