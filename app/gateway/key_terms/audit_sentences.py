"""What the audit log of an account says about AI models and keys (app/team/audit_sentences.py)."""

from app.kernel.refusal import N_
from app.team.audit_sentences import add_sentences

add_sentences(
    "keys",
    {
        "key_models.save_rules": N_("changed what the key %(thing)s may do with AI models."),
        "key_models.save_model_limits": N_("changed the limits of the key %(thing)s for an AI model."),
        "key_models.pause": N_("paused the key %(thing)s for AI models."),
        "key_models.resume": N_("resumed the key %(thing)s for AI models."),
    },
)
