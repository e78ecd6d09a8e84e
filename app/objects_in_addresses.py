"""The objects of accounts that addresses of the dashboard name, by the beginning of their rules.

Whoever is a member of several accounts sees each object in its own (app/accounts/request_account.py). A test walks all
rules with parameters, so that none is forgotten.
"""

from collections.abc import Mapping

from app.abuse.case import Case
from app.accounts.models import Membership
from app.accounts.request_account import ObjectAddress
from app.audience.models import Subscriber
from app.batch.models import Batch
from app.gateway.metering.ai_request import AiRequest
from app.gateway.videos.video import AiVideo
from app.keys.models import ApiKey, LoggedRequest
from app.links.models import Link
from app.links.tag import Tag
from app.links.utm.models import UtmTemplate
from app.media.models import Media
from app.pages.models import Page
from app.payments.order import Order
from app.payments.tips.tip import Tip
from app.privacy.bring_in.import_run import ImportRun
from app.publishing.connections.connect_flow import ConnectFlow
from app.publishing.connections.connection import Connection
from app.publishing.files.post_file import PostFile
from app.publishing.posts.post import Post
from app.publishing.posts.post_variant import PostVariant
from app.qr.models import QrCode
from app.qr.saved_style import SavedStyle
from app.team.models import Invitation
from app.webhooks.endpoint import WebhookEndpoint

OBJECTS_IN_ADDRESSES: Mapping[str, ObjectAddress] = {
    "/dashboard/ai/playground/answers/<id>": ObjectAddress(AiRequest, "request_id"),
    "/dashboard/ai/playground/videos/<uuid:id>": ObjectAddress(AiVideo),
    "/dashboard/ai/requests/<uuid:id>": ObjectAddress(AiRequest),
    "/dashboard/analytics/links/<uuid:id>": ObjectAddress(Link),
    "/dashboard/analytics/tags/<int:id>": ObjectAddress(Tag),
    "/dashboard/blocked/<uuid:id>": ObjectAddress(Case),
    "/dashboard/audience/<uuid:id>": ObjectAddress(Subscriber),
    "/dashboard/batch/<uuid:id>": ObjectAddress(Batch),
    "/dashboard/import/<uuid:id>": ObjectAddress(ImportRun),
    "/dashboard/links/<uuid:id>": ObjectAddress(Link),
    "/dashboard/links/tags/<int:id>": ObjectAddress(Tag),
    "/dashboard/links/utm/<int:id>": ObjectAddress(UtmTemplate),
    "/dashboard/pages/<uuid:id>": ObjectAddress(Page),
    "/dashboard/publishing/files/<uuid:id>": ObjectAddress(PostFile),
    "/dashboard/publishing/posts/<uuid:id>": ObjectAddress(Post),
    "/dashboard/publishing/posts/variants/<uuid:id>": ObjectAddress(PostVariant),
    "/dashboard/publishing/accounts/<uuid:id>": ObjectAddress(Connection),
    "/dashboard/publishing/accounts/choose/<uuid:id>": ObjectAddress(ConnectFlow),
    "/dashboard/qr/<uuid:id>": ObjectAddress(QrCode),
    "/dashboard/qr/design?link": ObjectAddress(Link),
    "/dashboard/qr/design?look": ObjectAddress(SavedStyle),
    "/dashboard/qr/for/<name>": ObjectAddress(Page, "slug"),
    "/dashboard/qr/for/<uuid:id>": ObjectAddress(Link),
    "/dashboard/qr/media/<uuid:id>": ObjectAddress(Media),
    "/dashboard/qr/styles/<uuid:id>": ObjectAddress(SavedStyle),
    "/dashboard/settings/api-keys/<uuid:id>": ObjectAddress(ApiKey),
    "/dashboard/settings/api-keys/requests/<uuid:id>": ObjectAddress(LoggedRequest),
    "/dashboard/settings/plan/orders/<reference:reference>": ObjectAddress(Order, "reference"),
    "/dashboard/settings/tips/<uuid:id>": ObjectAddress(Tip),
    "/dashboard/settings/team/invitations/<uuid:id>": ObjectAddress(Invitation),
    "/dashboard/settings/team/members/<int:id>": ObjectAddress(Membership),
    "/dashboard/webhooks/<uuid:id>": ObjectAddress(WebhookEndpoint),
}
