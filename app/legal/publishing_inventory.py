"""Inventory rows for publishing: connections to social networks, posts, their files, and what was done with them."""

from app.accounts.models import Account
from app.kernel.refusal import N_
from app.legal.inventory_row import OWNER, SERVICE, InventoryRow
from app.publishing.connections.connect_flow import KEPT_FOR as FLOWS_KEPT_FOR
from app.publishing.connections.connect_flow import ConnectFlow
from app.publishing.connections.connection import Connection
from app.publishing.connections.data_deletion import KEPT_FOR as DELETIONS_KEPT_FOR
from app.publishing.connections.data_deletion import DataDeletion
from app.publishing.connections.server_app import ServerApp
from app.publishing.delivery.network_limits import RETENTION as USES_KEPT_FOR
from app.publishing.delivery.network_use import NetworkUse
from app.publishing.files.post_file import PostFile
from app.publishing.files.retention import MIN_AGE as FILES_KEPT_FOR
from app.publishing.files.retention import PUBLISHED_KEPT
from app.publishing.planning.weekly_slot import WeeklySlot
from app.publishing.posts.post import Post, PostMedia
from app.publishing.posts.post_event import PostEvent
from app.publishing.posts.post_variant import PostVariant
from app.publishing.posts.retention import CONNECTIONS_KEPT_FOR, POSTS_KEPT_FOR

HOUR = 3600
MEMBERS = N_("The members of the workspace and the operator.")
NEEDED_BY_NETWORK = N_("It is needed for what the network has to do as well.")

PUBLISHING_ROWS = (
    InventoryRow(
        "connections",
        N_(
            "Accounts at social networks that you connect: the network, the id, the name and the picture there, what "
            "you granted, what the network needs with each call, such as the kind of account, whether it works, and "
            "when it was checked. No followers, no messages, no posts of others."
        ),
        N_("To publish there what you plan, and to tell you when you have to connect again."),
        N_(
            "Until %(days)s days after you disconnect it; if posts went there, as long as those. Your export holds it. "
            "While the workspace is frozen nothing is published."
        ),
        MEMBERS,
        SERVICE,
        {
            Connection: "network server external_id username display_name kind manual scopes may_publish details "
            "access_ends_at refresh_ends_at state trouble revoke_state checked_at reminded_at paused_at "
            "disconnected_at created_at"
        },
        {"days": CONNECTIONS_KEPT_FOR.days},
    ),
    InventoryRow(
        "connection_tokens",
        N_(
            "The tokens that a network gives us for a connection, encrypted, each under a key of its own. They are in "
            "no export, no page, no log and no answer of the API."
        ),
        N_("To do at the network what you asked for, and to take the permission back when you disconnect."),
        N_(
            "Until the network has taken them back after you disconnect, or after the account is deleted for good; "
            "what a network does not answer to is wiped after about two days."
        ),
        N_("Nobody."),
        SERVICE,
        {Connection: "tokens token_version refreshing_until"},
    ),
    InventoryRow(
        "connect_flows",
        N_(
            "A connection that is being made: by whom, at which network, hashes by which the answer is known again, "
            "and, encrypted, what the network granted until you have chosen among its accounts."
        ),
        N_("So that nobody else can connect an account in your name."),
        N_("At most %(hours)s hours. Nothing of it is exported."),
        N_("Nobody."),
        SERVICE,
        {ConnectFlow: "network server state_digest browser_digest secret created_at expires_at used_at finished_at"},
        {"hours": int(FLOWS_KEPT_FOR.total_seconds()) // HOUR},
    ),
    InventoryRow(
        "posts",
        N_(
            "Posts that you write: texts for each network, files and alternative texts, campaign, when and where they "
            "are published, weekly times, who wrote, approved and sent them, how far each has come, and its id and "
            "address at the network; whether posts need approval, and since when all are paused."
        ),
        N_("To publish them when you planned it, once, and to show you what became of them."),
        N_(
            "Until you delete it; if something was published, %(days)s days longer, and what is at the network stays "
            "there. Your export holds them. Members write them, owners may want to approve them."
        ),
        N_("The members of the workspace and the operator; the network and its readers see what is published."),
        SERVICE,
        {
            Post: "text campaign short_links utm planned_at zone counted_month source submitted_at approved_at "
            "deleted_at created_at updated_at search",
            PostMedia: "position alt",
            PostVariant: "network server account_name text media reply options short_links link_in_reply planned_at "
            "queued due_at phase tries retry_at progress percent external_id permalink reply_state trouble "
            "trouble_code trouble_detail sent_at published_at reminded_at created_at updated_at",
            WeeklySlot: "weekday minute",
            Account: "posts_need_approval posts_paused_at",
        },
        {"days": POSTS_KEPT_FOR.days},
    ),
    InventoryRow(
        "post_events",
        N_(
            "The timeline of a post: what was done, when, by which member, and what the network answered, without "
            "tokens and addresses with secrets."
        ),
        N_("So that each call to a network can be traced to a person's act, and faults can be understood."),
        N_("As long as the post. The name of somebody who deletes their account is taken out at once."),
        MEMBERS,
        SERVICE,
        {PostEvent: "what trouble code detail status at"},
    ),
    InventoryRow(
        "post_files",
        N_(
            "Pictures and videos that you upload for posts, with file name, size, what was measured, and a small "
            "picture of each. Pictures are drawn anew, without what the camera wrote into them."
        ),
        N_("To hand them to the networks, and to show you your posts."),
        N_(
            "%(days)s days after the last post with it was published, then only the small picture, as long as the "
            "post; what no post uses, %(hours)s hours. Your export holds the files."
        ),
        N_("The members of the workspace and the operator; a network, at an address that soon ends."),
        SERVICE,
        {
            PostFile: "kind media_type filename size received sha256 width height milliseconds poster alt state "
            "trouble checked_by details created_at used_at"
        },
        {"days": PUBLISHED_KEPT.days, "hours": int(FILES_KEPT_FOR.total_seconds()) // HOUR},
        ("posts",),
    ),
    InventoryRow(
        "network_uses",
        N_("How many posts went to a network in a span of time, for each connection and for all of them."),
        N_("To keep to the limits of the networks."),
        N_("%(days)s days. It is not in exports, as it holds nothing but numbers."),
        OWNER,
        SERVICE,
        {NetworkUse: "limit_name window_start used stopped_until"},
        {"days": USES_KEPT_FOR.days},
    ),
    InventoryRow(
        "network_deletions",
        N_(
            "That a network asked us to delete what we have of one of its users: which network, when, how many "
            "connections that were, and a code. Not who it was."
        ),
        N_("So that this person can see, by the code, that it was done."),
        N_("%(days)s days."),
        N_("Whoever has the code, and the operator."),
        NEEDED_BY_NETWORK,
        {DataDeletion: "network code connections created_at done_at"},
        {"days": DELETIONS_KEPT_FOR.days},
    ),
    InventoryRow(
        "network_servers",
        N_("Mastodon servers where somebody has connected an account: the host, and our app there, encrypted."),
        N_("To connect further accounts at the same server."),
        N_("As long as this installation exists; it says nothing of anybody."),
        N_("The operator."),
        SERVICE,
        {ServerApp: "server client_id client_secret created_at"},
    ),
)
PUBLISHING_TECHNICAL = {
    Connection: "id account_id picture_id connected_by_id version",
    ConnectFlow: "id account_id user_id session_id reconnects_id",
    Post: "id account_id created_by_id approved_by_id version",
    PostMedia: "id post_id file_id",
    PostVariant: "id account_id post_id connection_id fence acted_by_id",
    PostEvent: "id variant_id user_id",
    PostFile: "id account_id uploaded_by_id",
    WeeklySlot: "id connection_id",
    NetworkUse: "id key",
    DataDeletion: "id",
    ServerApp: "id",
}
