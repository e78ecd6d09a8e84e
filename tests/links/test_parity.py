"""Whatever a person can do with links in the dashboard, a program can do by the API."""

from quart import Quart

from app.docs.reference_pages import OPERATIONS
from app.links.bulk_actions import ACTIONS
from app.links.forms import LinkForm
from app.links.validation import Changes

# What changes something in the dashboard, and the operations of the API that do the same.
WAYS = {
    "links.create_link": "createLink createLinks putLink",
    "links.update_link": "changeLink changeLinks putLink",
    "bulk_links.apply_action": "changeLinks deleteLinks restoreLink",
    "tags.update_tag": "changeTag",
    "tags.merge_tags": "mergeTags",
    "tags.delete_tag": "deleteTag",
    "destinations.save_choice": "changeLink changeLinks",  # destination_checked
    "link_previews.save_preview": "changeLink changeLinks uploadPicture",  # preview_…
    "link_rules.add_rule": "changeLink changeLinks",  # rules, in their order
    "link_rules.save_rule": "changeLink changeLinks",
    "link_rules.act_on_rule": "changeLink changeLinks",
    "link_rules.order_rules": "changeLink changeLinks",
    "link_rules.undo_change": "changeLink changeLinks",  # with the values from before
    "link_history.undo_change": "changeLink changeLinks",
}
# What has none, and why a program lacks nothing.
WITHOUT = {
    "links.build_utm": "a program writes the parameters into the address itself",
    "utm.save_template": "they fill in the form that builds an address",
    "utm.rename_template": "as above",
    "utm.delete_template": "as above",
    "destinations.check_now": "checks are made by the weekly job; the button asks for one while a person waits",
    "link_previews.draw_card": "it draws a picture for people who have none; a program uploads its own",
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
    assert acts == WAYS.keys() | WITHOUT.keys()
    assert not WAYS.keys() & WITHOUT.keys()
    assert ACTIONS.keys() == ACTION_WAYS.keys()
    operations = {operation.id for operation in OPERATIONS}
    for ways in (*WAYS.values(), *ACTION_WAYS.values()):
        assert set(ways.split()) <= operations


ON_OTHER_SCREENS = {  # fields of a link that are not in the link form, and the endpoint that sets them
    "paused": "bulk_links.apply_action",
    "archived": "bulk_links.apply_action",
    "rules": "link_rules.save_rule",
    "preview_title": "link_previews.save_preview",
    "preview_description": "link_previews.save_preview",
    "preview_picture_id": "link_previews.save_preview",
    "destination_checked": "destinations.save_choice",
}


def test_every_field_of_a_link_can_be_set_in_the_form_or_on_a_screen_of_its_own() -> None:
    typed = dict.fromkeys(Changes.__annotations__, "") | {
        "url": "https://example.com/",
        "slug": "promo",
        "password": "kopi pagi",
        "redirect_status": "302",
    }
    assert LinkForm(typed).changes().keys() == Changes.__annotations__.keys() - ON_OTHER_SCREENS.keys()
    assert set(ON_OTHER_SCREENS.values()) <= WAYS.keys()
