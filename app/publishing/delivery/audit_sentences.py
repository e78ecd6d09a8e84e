"""What the audit log of an account says about decisions on the page of a post (app/team/audit_sentences.py)."""

from app.kernel.refusal import N_
from app.team.audit_sentences import add_sentences

add_sentences(
    "publishing",
    {
        "post_page.publish": N_("had the post %(thing)s published at once."),
        "post_page.send_again": N_("had the post %(thing)s sent again."),
        "post_page.mark_published": N_("noted the post %(thing)s as published."),
        "post_page.send_reply_again": N_("had the reply of the post %(thing)s sent again."),
        "post_page.cancel": N_("cancelled the post %(thing)s at one of its accounts."),
    },
)
