"""What the audit log of an account says about acts of API keys on posts (app/team/audit_sentences.py)."""

from app.kernel.refusal import N_
from app.team.audit_sentences import add_sentences

add_sentences(
    "publishing",
    {
        "posts_api.create_post": N_("made the post %(thing)s."),
        "posts_api.change_post": N_("changed the post %(thing)s."),
        "posts_api.delete_post": N_("deleted the post %(thing)s."),
        "post_acts_api.plan": N_("planned the post %(thing)s."),
        "post_acts_api.publish post_acts_api.publish_variant": N_("published the post %(thing)s now."),
        "post_acts_api.unplan": N_("made the post %(thing)s a draft again."),
        "post_acts_api.cancel_variant": N_("cancelled the post %(thing)s at a network."),
        "post_acts_api.send_variant_again": N_("sent the post %(thing)s again."),
        "post_acts_api.mark_variant_published": N_("noted the post %(thing)s as published."),
        "post_files_api.upload_file post_files_api.begin_upload": N_("uploaded %(thing)s for posts."),
        "post_files_api.delete_file": N_("deleted the file %(thing)s of posts."),
    },
)
