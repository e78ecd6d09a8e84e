"""What the audit log of an account says about credits and own keys (app/team/audit_sentences.py)."""

from app.kernel.refusal import N_
from app.team.audit_sentences import add_sentences

add_sentences(
    "keys",
    {
        "ai_credits.buy_credits": N_("opened the order %(thing)s of AI credits."),
        "ai_credits.save_budgets": N_("changed the budgets for AI models."),
        "ai_credits.save_warning": N_("changed below which sum of AI credits the owners get a mail."),
        "ai_own_keys.save_key": N_("set the workspace's own key for the AI provider %(thing)s."),
        "ai_own_keys.remove_key": N_("removed the workspace's own key for the AI provider %(thing)s."),
    },
)
