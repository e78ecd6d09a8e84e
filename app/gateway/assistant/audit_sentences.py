"""What the audit log of an account says about suggestions (app/team/audit_sentences.py)."""

from app.kernel.refusal import N_
from app.team.audit_sentences import add_sentences

add_sentences("keys", {"ai_assistant.ask": N_("asked an AI model for a suggestion.")}, merged=True)
