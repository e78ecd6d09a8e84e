"""What the audit log of an account says about the playground (app/team/audit_sentences.py)."""

from app.kernel.refusal import N_
from app.team.audit_sentences import add_sentences

add_sentences(
    "keys",
    {"ai_playground.send ai_pictures.make ai_playground_videos.make": N_("used an AI model in the playground.")},
    merged=True,
)
add_sentences("keys", {"ai_playground_videos.cancel": N_("cancelled a video of the playground.")})
add_sentences("keys", {"ai_playground_videos.delete": N_("deleted a video of the playground.")})
