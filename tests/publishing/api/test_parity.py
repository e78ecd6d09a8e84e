"""Whatever a person can do with posts and their files in the dashboard, a program can do by the API."""

from quart import Quart

from app.application import create_app
from app.docs.reference_pages import OPERATIONS
from app.kernel import installation
from app.keys.scopes import OFFERED, PUBLISH

# What changes something in the dashboard, and the operations of the API that do the same.
WAYS = {
    "composer.save_post": "createPost changePost planPost publishPost",
    "composer.unplan_post": "unplanPost",
    "composer.delete_post": "deletePost",
    "post_moving.move_entry": "planPost",
    "post_page.publish": "publishVariant",
    "post_page.send_again": "sendVariantAgain",
    "post_page.mark_published": "markVariantPublished",
    "post_page.cancel": "cancelVariant",
    "post_files.upload_form": "uploadFile",
    "post_files.begin_upload": "beginUpload",
    "post_files.receive_piece": "uploadPiece",
    "post_files.delete_file": "deleteFile",
}
# What has none, and why.
WITHOUT = {
    "composer.save_and_preview": "it saves while somebody types",
    "composer.copy_post": "a program reads a post and creates another one",
    "post_page.send_reply_again": "somebody has to look at the network first, on the page of the post",
    "post_approval.approve_post": "an owner approves, in person",
}


def test_every_act_on_posts_in_the_dashboard_has_a_way_in_the_api(app: Quart) -> None:
    acts = {
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith(("/dashboard/publishing/posts", "/dashboard/publishing/files"))
        and {"POST", "PUT"} & (rule.methods or set())
    }
    assert acts == WAYS.keys() | WITHOUT.keys()
    assert not WAYS.keys() & WITHOUT.keys()
    operations = {operation.id for operation in OPERATIONS}
    for ways in WAYS.values():
        assert set(ways.split()) <= operations


def test_all_of_it_needs_the_one_scope() -> None:
    ours = [operation for operation in OPERATIONS if operation.scope == PUBLISH]
    assert {operation.path.split("/")[1] for operation in ours} == {"posts", "media", "connections"}
    assert [operation.id for operation in OPERATIONS if operation.path.startswith(("/posts", "/connections"))] == [
        operation.id for operation in ours if not operation.path.startswith("/media")
    ]


async def test_where_publishing_is_off_no_key_is_offered_the_scope(app: Quart) -> None:
    assert PUBLISH in app.extensions[OFFERED]
    off = create_app(installation.current().config.model_copy(update={"publishing": False}))
    assert PUBLISH not in off.extensions[OFFERED]
