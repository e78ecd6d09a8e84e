"""What the audit log of an account says about objections (app/team/audit_sentences.py)."""

from app.kernel.refusal import N_
from app.team.audit_sentences import add_sentences

add_sentences(
    "links",
    {
        "blocked.send_objection": N_("objected to the block of %(thing)s."),
        "blocked.object_to_suspension": N_("objected to the suspension of the workspace."),
    },
)
