"""What the audit log of an account says about planning posts (app/team/audit_sentences.py)."""

from app.kernel.refusal import N_
from app.team.audit_sentences import NOT_LOGGED, add_sentences

add_sentences(
    "publishing",
    {
        "calendar.move_entry": N_("moved the post %(thing)s to another time."),
        "post_moving.move_entry": N_("moved the post %(thing)s to another time."),
        "post_approval.approve_post": N_("approved the post %(thing)s."),
        "post_approval.set_approval": N_("changed whether posts need the approval of an owner."),
        "post_import.make_posts": N_("made posts from a table."),
        "pausing.pause": N_("paused publishing."),
        "pausing.resume": N_("went on with publishing."),
        "weekly_slots.add_slots": N_("added weekly times for %(thing)s."),
        "weekly_slots.remove_slot": N_("removed a weekly time of %(thing)s."),
    },
)
NOT_LOGGED.add("post_import.dry_run")
