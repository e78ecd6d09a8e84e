"""What the audit log of an account says about the files of posts (app/team/audit_sentences.py)."""

from app.kernel.refusal import N_
from app.team.audit_sentences import add_sentences

add_sentences(
    "publishing",
    {
        "post_files.begin_upload post_files.upload_form": N_("uploaded %(thing)s for posts."),
        "post_files.delete_file": N_("deleted the file %(thing)s of posts."),
    },
)
