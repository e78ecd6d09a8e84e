"""The apps at social networks through which Kliqs publishes, and the addresses of their APIs.

A network whose app is not set up is offered in manual mode: Kliqs reminds, the person publishes. Every address and
version is a setting, so that a network that moves needs no new version of Kliqs.
"""

from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings

from app.kernel.refusal import N_
from app.kernel.setting_checks import is_plain, is_service_url

PAIRS = {
    "tiktok": ("tiktok_client_key", "tiktok_client_secret"),
    "facebook": ("facebook_app_id", "facebook_app_secret"),
    "instagram": ("instagram_app_id", "instagram_app_secret"),
    "linkedin": ("linkedin_client_id", "linkedin_client_secret"),
}
APP_IDS = {**{network: first for network, (first, _) in PAIRS.items()}, "x": "x_client_id"}  # by network
ADDRESSES = (
    *("tiktok_authorize_url", "tiktok_url", "facebook_dialog_url", "facebook_graph_url", "facebook_video_url"),
    *(
        "instagram_authorize_url",
        "instagram_token_url",
        "instagram_graph_url",
        "linkedin_authorize_url",
        "linkedin_url",
        "x_authorize_url",
    ),
    "x_api_url",
)


class PublishingSettings(BaseSettings):
    """Without these settings people publish by hand, and Kliqs reminds them."""

    publishing: bool = Field(True, description=N_("off: no posts, no calendar and no connections to social networks."))
    tiktok_client_key: str = Field("", description=N_("The client key of your app at TikTok; empty: by hand."))
    tiktok_client_secret: str = Field("", repr=False, description=N_("The client secret of that app."))
    tiktok_audited: bool = Field(
        False,
        description=N_("on: TikTok has audited your app, so posts may be public; before, only their author sees."),
    )
    tiktok_authorize_url: str = Field(
        "https://www.tiktok.com/v2/auth/authorize/", description=N_("Where people allow your app at TikTok.")
    )
    tiktok_url: str = Field("https://open.tiktokapis.com", description=N_("The address of TikTok's API."))
    facebook_app_id: str = Field("", description=N_("The id of your app at Meta, for Facebook pages; empty: by hand."))
    facebook_app_secret: str = Field("", repr=False, description=N_("The secret of that app."))
    facebook_dialog_url: str = Field(
        "https://www.facebook.com", description=N_("Where people allow your app at Facebook.")
    )
    facebook_graph_url: str = Field("https://graph.facebook.com", description=N_("The address of Facebook's API."))
    facebook_video_url: str = Field(
        "https://graph-video.facebook.com", description=N_("Where Facebook takes uploads of videos.")
    )
    meta_graph_version: str = Field("v25.0", description=N_("The version of Meta's API, for Facebook and Instagram."))
    instagram_app_id: str = Field(
        "", description=N_("The id of your Instagram app (Instagram Login) at Meta; empty: by hand.")
    )
    instagram_app_secret: str = Field("", repr=False, description=N_("The secret of that app."))
    instagram_authorize_url: str = Field(
        "https://www.instagram.com/oauth/authorize", description=N_("Where people allow your app at Instagram.")
    )
    instagram_token_url: str = Field(
        "https://api.instagram.com/oauth/access_token", description=N_("Where Instagram exchanges codes for tokens.")
    )
    instagram_graph_url: str = Field("https://graph.instagram.com", description=N_("The address of Instagram's API."))
    linkedin_client_id: str = Field("", description=N_("The client id of your app at LinkedIn; empty: by hand."))
    linkedin_client_secret: str = Field("", repr=False, description=N_("The client secret of that app."))
    linkedin_organizations: bool = Field(
        False, description=N_("on: LinkedIn has approved your app for company pages (Community Management API).")
    )
    linkedin_version: str = Field(
        "202604",
        pattern=r"^20\d{2}(0[1-9]|1[0-2])$",
        description=N_("The version of LinkedIn's API, a year and a month."),
    )
    linkedin_authorize_url: str = Field(
        "https://www.linkedin.com", description=N_("Where people allow your app at LinkedIn.")
    )
    linkedin_url: str = Field("https://api.linkedin.com", description=N_("The address of LinkedIn's API."))
    x_client_id: str = Field("", description=N_("The OAuth 2.0 client id of your app at X; empty: by hand."))
    x_client_secret: str = Field(
        "", repr=False, description=N_("Its client secret; empty for an app that X calls public.")
    )
    x_authorize_url: str = Field(
        "https://x.com/i/oauth2/authorize", description=N_("Where people allow your app at X.")
    )
    x_api_url: str = Field("https://api.x.com", description=N_("The address of X's API."))
    x_post_cents: float = Field(
        1.5, ge=0, le=1000, description=N_("What a post at X costs you, in US cents; 0: no price is shown.")
    )
    x_link_post_cents: float = Field(
        20, ge=0, le=1000, description=N_("What a post with an address at X costs you, in US cents.")
    )
    x_links: Literal["keep", "reply", "strip"] = Field(
        "keep",
        description=N_(
            "What new posts at X do with addresses: keep, reply (they go into the first reply) or strip (they are left "
            "out). People can choose otherwise for each post."
        ),
    )
    instagram: bool = Field(True, description=N_("off: people publish there by hand, although your app is set up."))
    tiktok: bool = Field(True, description=N_("off: people publish there by hand, although your app is set up."))
    facebook: bool = Field(True, description=N_("off: people publish there by hand, although your app is set up."))
    x: bool = Field(True, description=N_("off: people publish there by hand, although your app is set up."))
    linkedin: bool = Field(True, description=N_("off: people publish there by hand, although your app is set up."))
    mastodon: bool = Field(
        True, description=N_("on: people may connect accounts of any Mastodon server; off: by hand.")
    )

    def publishing_problems(self, *, production: bool) -> list[str]:
        """Returns a sentence for each setting of publishing that is missing or wrong."""
        problems = []
        for first, second in PAIRS.values():
            pair = getattr(self, first), getattr(self, second)
            if any(pair) and not all(pair):
                problems.append(f"KLIQS_{first.upper()} and KLIQS_{second.upper()}: set both, or neither")
        secrets = [*(name for pair in PAIRS.values() for name in pair), "x_client_id", "x_client_secret"]
        problems += [
            f"KLIQS_{name.upper()}: give it as the network shows it, without blanks around it"
            for name in secrets
            if not is_plain(getattr(self, name))
        ]
        problems += [
            f"KLIQS_{name.upper()}: give an https address without ? and #"
            for name in ADDRESSES
            if not is_service_url(getattr(self, name), production=production)
        ]
        return problems
