"""Whatever a person can do with links in the dashboard, a program can do by the API."""

from quart import Quart

from app.docs.reference import OPERATIONS
from app.links.bulk_actions import ACTIONS

# What changes something in the dashboard, and the operations of the API that do the same.
WAYS = {
    "links.create_link": "createLink createLinks putLink",
    "links.update_link": "changeLink changeLinks putLink",
    "bulk_links.apply_action": "changeLinks deleteLinks restoreLink",
    "tags.update_tag": "changeTag",
    "tags.merge_tags": "mergeTags",
    "tags.delete_tag": "deleteTag",
}
ACTION_WAYS = {
    "pause": "changeLink changeLinks",  # paused: true
    "resume": "changeLink changeLinks",
    "archive": "changeLink changeLinks",  # archived: true
    "unarchive": "changeLink changeLinks",
    "delete": "deleteLink deleteLinks",
    "restore": "restoreLink",
    "tag": "changeLink changeLinks",  # tags
    "untag": "changeLink changeLinks",
}


def test_every_act_on_links_in_the_dashboard_has_a_way_in_the_api(app: Quart) -> None:
    acts = {
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith("/dashboard/links/") and "POST" in (rule.methods or ())
    }
    assert acts == WAYS.keys()
    assert ACTIONS.keys() == ACTION_WAYS.keys()
    operations = {operation.id for operation in OPERATIONS}
    for ways in (*WAYS.values(), *ACTION_WAYS.values()):
        assert set(ways.split()) <= operations
