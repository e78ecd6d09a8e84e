"""Nothing of the dashboard is deleted for good by one tap: a page asks before, or there is a way back."""

import re

from quart import Quart

VERB = re.compile(r"delete|remove|revoke|disconnect|forget|erase|discard|purge")
WAYS_BACK = {  # endpoints without a page that asks, and why
    "ai_end_user_pages.erase_end_user": "the page of the end user asks",
    "ai_own_keys.remove_key": "who has the key stores it again",
    "ai_playground_videos.delete": "the list of videos asks",
    "audience.delete_subscriber": "the notice restores",
    "export.delete_export": "an export is made again",
    "leaving.delete_me": "undone until the day of the deletion",
    "leaving.delete_workspace": "undone until the day of the deletion",
    "pages.delete_page": "restored for 30 days",
    "qr_code.delete_code": "the notice restores",
    "team.remove": "the list asks; who only reads is invited again",
    "weekly_slots.remove_slot": "a time is added again",
}


def test_what_deletes_has_a_page_that_asks_or_a_way_back(made_once: Quart) -> None:
    rules = [rule for rule in made_once.url_map.iter_rules() if rule.rule.startswith("/dashboard/")]
    asking = {rule.rule for rule in rules if "GET" in (rule.methods or ())}
    without = {
        rule.endpoint
        for rule in rules
        if "POST" in (rule.methods or ())
        and VERB.search(rule.endpoint.rpartition(".")[2])
        and not rule.rule.startswith("/dashboard/operator/")
        and rule.rule.replace("/actions/", "/") not in asking
    }
    assert without == WAYS_BACK.keys()
