"""What the audit log of an account says about AI models and keys (app/team/audit_sentences.py)."""

from app.kernel.refusal import N_
from app.team.audit_sentences import add_sentences

add_sentences(
    "keys",
    {
        "ai_sub_keys.make_key key_sub_keys.make": N_("made the sub-key %(thing)s."),
        "ai_sub_keys.change_key": N_("changed what the sub-key %(thing)s may do."),
        "ai_sub_keys.end_key key_sub_keys.end": N_("ended the sub-key %(thing)s."),
        "ai_end_users.erase_end_user ai_end_user_pages.erase_end_user": N_(
            "erased what was known of the end user %(thing)s."
        ),
        "key_models.save_rules": N_("changed what the key %(thing)s may do with AI models."),
        "key_models.save_model_limits": N_("changed the limits of the key %(thing)s for an AI model."),
        "key_models.pause": N_("paused the key %(thing)s for AI models."),
        "key_models.resume": N_("resumed the key %(thing)s for AI models."),
    },
)
