"""What the audit log of an account says about posts that somebody wrote (app/team/audit_sentences.py)."""

from app.kernel.refusal import N_
from app.team.audit_sentences import add_sentences

add_sentences(
    "publishing",
    {
        "composer.save_post": N_("wrote the post %(thing)s."),
        "composer.save_post.plan": N_("planned the post %(thing)s."),
        "composer.copy_post": N_("copied a post as %(thing)s."),
        "composer.unplan_post": N_("made the planned post %(thing)s a draft again."),
        "composer.delete_post": N_("deleted the post %(thing)s."),
    },
)
