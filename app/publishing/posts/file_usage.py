"""Which files posts use, and which of them are still to be published or were published lately (files/references.py).

A deleted post uses its files for another day, so that its deletion can be undone. The text of a variant's list of files
is searched for ids, because a variant may have files that the post has not.
"""

from app.publishing.files.references import register_file_use, register_original_needed
from app.publishing.posts.phases import CANCELLED, PUBLISHED

IN_VARIANT = "CAST(v.media AS TEXT) LIKE '%' || CAST(post_files.id AS TEXT) || '%'"
KEPT = "(p.deleted_at IS NULL OR p.deleted_at > $1)"
POSTS = f"SELECT 1 FROM post_media m JOIN posts p ON p.id = m.post_id AND {KEPT}"  # noqa: S608
VARIANTS = f"SELECT 1 FROM post_variants v JOIN posts p ON p.id = v.post_id AND {KEPT}"  # noqa: S608
OF_POST = f"{POSTS} WHERE m.file_id = post_files.id"
OF_VARIANT = f"{VARIANTS} WHERE v.account_id = post_files.account_id AND {IN_VARIANT}"
UNPLANNED = f"{OF_POST} AND NOT EXISTS (SELECT 1 FROM post_variants v WHERE v.post_id = p.id)"  # noqa: S608
IN_POST = "EXISTS (SELECT 1 FROM post_media m WHERE m.post_id = p.id AND m.file_id = post_files.id)"
PENDING = f"(v.phase NOT IN ('{PUBLISHED}', '{CANCELLED}') OR v.published_at > $2)"
UNPUBLISHED = f"{VARIANTS} WHERE v.account_id = post_files.account_id AND {PENDING} AND ({IN_VARIANT} OR {IN_POST})"

for subquery in (OF_POST, OF_VARIANT):
    register_file_use(subquery)
for subquery in (UNPLANNED, UNPUBLISHED):
    register_original_needed(subquery)
