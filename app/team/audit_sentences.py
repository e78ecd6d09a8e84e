"""The sentence that the audit log has for each act, by its endpoint; the name of who did it comes before it.

Requests of the dashboard and of the API that do the same have the same sentence. Packages that are not below this one
add theirs by `add_sentences`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from app.kernel.i18n import gettext
from app.kernel.refusal import N_

THING, NAMELESS = "%(thing)s", N_("somebody")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the log, English, to be translated; `kind` is a key of KINDS.

    `merged` is true for what is saved while somebody types: such acts within ten minutes are one entry. `by_operator`
    is true for what only the operator of the installation does.
    """

    kind: str
    says: str
    merged: bool = False
    by_operator: bool = False

    @property
    def names_thing(self) -> bool:
        """Whether the sentence is incomplete without a thing; such a request without one has changed nothing."""
        return THING in self.says

    def text(self, thing: str) -> str:
        """Returns the sentence in the reader's language; a member whose name was taken out is somebody."""
        return gettext(self.says) % {"thing": thing or gettext(NAMELESS)}


class Kind(NamedTuple):
    """A kind of acts to filter by: its label (English, to be translated) and its icon."""

    label: str
    icon: str


KINDS: Mapping[str, Kind] = {
    "links": Kind(N_("Links"), "link"),
    "codes": Kind(N_("QR codes"), "qrcode"),
    "pages": Kind(N_("Bio pages"), "device-mobile"),
    "audience": Kind(N_("Audience"), "users"),
    "publishing": Kind(N_("Publishing"), "send"),
    "keys": Kind(N_("API keys and webhooks"), "key"),
    "team": Kind(N_("Workspace"), "settings"),
}
UNKNOWN = Sentence("team", N_("changed something."))
# What changes nothing of the account: previews, checks, exports of oneself, imports that are not begun, and what a
# style or a table looks like before it is saved.
NOT_LOGGED = {
    "ai_pictures.show_code",
    "ai_playground.show_code",
    "ai_playground_videos.show_code",
    "composer.save_and_preview",
    "links.build_utm.apply",
    "links.build_utm.use",
    "bring_in.upload",
    "bring_in.choose_columns",
    "bring_in.save_rows",
    "bring_in.check_again",
    "bring_in.delete_import",
    "export.export_person",
    "export.delete_export",
    "orders.check_order",
    "orders.choose_coin",
    "orders.practise",
    "qr.preview",
    "qris.check",
    "saved_styles.change_style.use",
    "keys.self_test_run",
    "webhook_deliveries.test",
    "webhooks_api.test",
    "onboarding.dismiss_steps",
    "batch.repack",
    "destinations.check_now",
    "link_previews.draw_card",
    "post_files.receive_piece",  # the upload was logged when it began
    "post_files_api.receive_piece",
    "publishing_oauth.connect",  # the answer of the network connects, and is logged by its own name
    "publishing_oauth.reconnect",
    "publishing_choice.choose",
    "webhooks.receive_webhook",  # payment services, which are nobody's members
    "tip_webhooks.receive_webhook",
}
_sentences: dict[str, Sentence] = {}


def add_sentences(kind: str, sentences: Mapping[str, str], *, merged: bool = False, by_operator: bool = False) -> None:
    """Adds sentences of a kind; each key holds the acts of one sentence, separated by spaces."""
    for acts, says in sentences.items():
        for act in acts.split():
            _sentences[act] = Sentence(kind, says, merged, by_operator)


def find_sentence(act: str) -> Sentence:
    """Returns the sentence of an act, a general one if it has none."""
    return _sentences.get(act, UNKNOWN)


def acts_with_sentences() -> Iterable[tuple[str, Sentence]]:
    """Returns all acts with their sentences."""
    return _sentences.items()


add_sentences(
    "links",
    {
        "links.create_link links_api.create_link bulk_links_api.create_many": N_("made the link %(thing)s."),
        "links.update_link links_api.update_link links_api.put_link bulk_links_api.change_many "
        "destinations.save_choice link_previews.save_preview": N_("changed the link %(thing)s."),
        "link_rules.add_rule link_rules.save_rule": N_("changed the rules of %(thing)s."),
        "link_rules.act_on_rule.on": N_("switched a rule of %(thing)s on."),
        "link_rules.act_on_rule.off": N_("switched a rule of %(thing)s off."),
        "link_rules.act_on_rule.delete": N_("deleted a rule of %(thing)s."),
        "link_rules.act_on_rule.up link_rules.act_on_rule.down link_rules.order_rules": N_(
            "put the rules of %(thing)s into another order."
        ),
        "link_rules.undo_change": N_("brought back a rule of %(thing)s."),
        "link_history.undo_change": N_("undid a change of the link %(thing)s."),
        "utm.save_template links.build_utm.save": N_("saved the UTM template %(thing)s."),
        "utm.rename_template": N_("renamed a UTM template to %(thing)s."),
        "utm.delete_template": N_("deleted the UTM template %(thing)s."),
        "links_api.delete_link bulk_links_api.delete_many bulk_links.apply_action.delete": N_("deleted %(thing)s."),
        "links_api.restore_link bulk_links.apply_action.restore": N_("brought back %(thing)s."),
        "bulk_links.apply_action.pause": N_("paused %(thing)s."),
        "bulk_links.apply_action.resume": N_("switched %(thing)s on again."),
        "bulk_links.apply_action.archive": N_("archived %(thing)s."),
        "bulk_links.apply_action.unarchive": N_("moved %(thing)s out of the archive."),
        "bulk_links.apply_action.tag": N_("added a tag to %(thing)s."),
        "bulk_links.apply_action.untag": N_("removed a tag from %(thing)s."),
        "tags.update_tag tags_api.update_tag": N_("changed the tag %(thing)s."),
        "tags.merge_tags tags_api.merge_tags": N_("merged the tag %(thing)s into another one."),
        "tags.delete_tag tags_api.delete_tag": N_("deleted the tag %(thing)s."),
        "batch.create": N_("prepared a batch."),
        "batch.create_batch": N_("made a batch from a table of %(thing)s rows."),
        "batch.delete_batch": N_("deleted a batch; what it made stays."),
        "analytics.everything_start_sharing": N_("shared all statistics at a public address."),
        "analytics.everything_stop_sharing": N_("stopped sharing all statistics."),
        "analytics.link_start_sharing analytics.tag_start_sharing": N_(
            "shared the statistics of %(thing)s at a public address."
        ),
        "analytics.link_stop_sharing analytics.tag_stop_sharing": N_("stopped sharing the statistics of %(thing)s."),
    },
)
add_sentences("links", {"batch.update_draft": N_("changed the table of a batch.")}, merged=True)
add_sentences(
    "codes",
    {
        "qr.create qr_api.create": N_("made the QR code %(thing)s."),
        "qr.update qr_api.change": N_("changed the QR code %(thing)s."),
        "qr_code.delete_code qr_api.delete": N_("deleted the QR code %(thing)s."),
        "qr_code.restore_code": N_("brought back the QR code %(thing)s."),
        "saved_styles.save_style": N_("saved the style %(thing)s."),
        "saved_styles.change_style.choose": N_("made %(thing)s the style of new codes."),
        "saved_styles.change_style.delete": N_("deleted the style %(thing)s."),
    },
)
add_sentences(
    "pages",
    {
        "pages.create_page pages_api.create_page": N_("made the page %(thing)s."),
        "page_transfer.import_page page_transfer_api.import_page": N_("imported the page %(thing)s."),
        "pages.delete_page pages_api.delete_page": N_("deleted the page %(thing)s."),
        "pages.restore_page": N_("brought back the page %(thing)s."),
        "page_publication.publish_page page_blocks_api.publish_page": N_("published the page %(thing)s."),
        "page_publication.unpublish_page page_blocks_api.unpublish_page": N_("took the page %(thing)s offline."),
        "page_settings.rename_page": N_("changed the address of a page to %(thing)s."),
        "page_history.restore_revision": N_("brought back an earlier version of the page %(thing)s."),
    },
)
add_sentences(
    "pages",
    {
        "page_blocks.add_block page_blocks.save_block page_blocks.upload_qris_picture page_blocks.order_blocks "
        "page_blocks.save_profile page_blocks.save_socials page_history.undo_change page_theme.save_theme "
        "page_settings.save_settings pages_api.change_page page_blocks_api.add_block page_blocks_api.change_block "
        "page_blocks_api.delete_block page_blocks_api.order_blocks page_blocks_api.undo_change "
        "page_blocks.act_on_block.show page_blocks.act_on_block.hide page_blocks.act_on_block.up "
        "page_blocks.act_on_block.down page_blocks.act_on_block.copy page_blocks.act_on_block.delete": N_(
            "changed the page %(thing)s."
        ),
        "pictures.upload_picture page_transfer_api.upload_picture": N_("added a picture."),
    },
    merged=True,
)
add_sentences(
    "audience",
    {
        "audience.delete_subscriber audience_api.delete_subscriber": N_(
            "deleted an address that was left on %(thing)s."
        ),
        "audience.restore_subscriber": N_("put a deleted address back on its list."),
    },
)
add_sentences(
    "keys",
    {
        "keys.create": N_("made the key %(thing)s."),
        "keys.replace": N_("replaced the key %(thing)s by a new one."),
        "key_rights.save_rights": N_("changed what the key %(thing)s may do."),
        "keys.keep": N_("kept the key %(thing)s of a member who left."),
        "keys.revoke": N_("revoked the key %(thing)s."),
        "webhook_pages.create webhooks_api.create": N_("made the webhook endpoint %(thing)s."),
        "webhook_pages.update webhooks_api.change": N_("changed the webhook endpoint %(thing)s."),
        "webhook_pages.delete webhooks_api.delete": N_("deleted the webhook endpoint %(thing)s."),
        "webhook_pages.turn_on": N_("turned the webhook endpoint %(thing)s on."),
        "webhook_pages.turn_off": N_("turned the webhook endpoint %(thing)s off."),
        "webhook_deliveries.reveal": N_("looked at the signing secret of %(thing)s."),
        "webhook_pages.rotate webhooks_api.rotate": N_("replaced the signing secret of %(thing)s."),
        "webhook_deliveries.replay_all webhook_deliveries.replay_one webhooks_api.replay": N_(
            "sent events to %(thing)s again."
        ),
        "keys_revoked": N_("revoked all API keys when changing their password: %(thing)s."),
    },
)
add_sentences(
    "team",
    {
        "guests.claim_to_account": N_("moved in what had been made without an account."),
        "team.invite": N_("invited %(thing)s."),
        "team.send_again": N_("sent the invitation to %(thing)s again."),
        "team.take_back": N_("took the invitation of %(thing)s back."),
        "member_joined": N_("joined."),
        "team.leave": N_("left."),
        "team.remove": N_("removed %(thing)s."),
        "team.change_role": N_("changed the role of %(thing)s."),
        "team.hand_over": N_("handed ownership over to %(thing)s."),
        "team.save_workspace": N_("changed the workspace's name, language or time zone."),
        "privacy_centre.freeze": N_("froze the workspace."),
        "privacy_centre.unfreeze": N_("ended the freeze of the workspace."),
        "plan.buy_plan orders.order_again": N_("opened the order %(thing)s."),
        "orders.cancel_order": N_("cancelled the order %(thing)s."),
        "leaving.delete_workspace": N_("planned the deletion of the workspace."),
        "leaving.undo_workspace": N_("undid the planned deletion of the workspace."),
        "export.export_account": N_("asked for an export of the workspace."),
        "bring_in.start": N_("brought in what a file holds."),
        "bring_in.undo": N_("took back what a file had brought in."),
    },
)
