"""The social networks that posts can go to: listed with the processors where the operator has set up an app there.

A network works for whoever publishes, by its own rules; it is listed because it gets data from here.
"""

from collections.abc import Callable
from typing import NamedTuple

from app.kernel.config import Config
from app.kernel.refusal import N_

PUBLISHES = N_("Publishes the posts that people plan for it, at accounts of theirs that they have connected.")
GETS_POST = N_(
    "Of each post for it the text, the pictures and videos with their alternative texts, and the answers to its "
    "questions, when it is due; and that an account of its was connected here. Nothing of other posts, links or visits."
)


class NetworkRecipient(NamedTuple):
    """A network: its own name, whether these settings enable it, and the address of its privacy policy."""

    label: str
    enabled: Callable[[Config], bool]
    policy_url: str


RECIPIENTS = (
    NetworkRecipient(
        "TikTok", lambda config: bool(config.tiktok_client_key), "https://www.tiktok.com/legal/privacy-policy"
    ),
    NetworkRecipient(
        "Facebook", lambda config: bool(config.facebook_app_id), "https://www.facebook.com/privacy/policy/"
    ),
    NetworkRecipient(
        "Instagram", lambda config: bool(config.instagram_app_id), "https://privacycenter.instagram.com/policy"
    ),
    NetworkRecipient(
        "LinkedIn", lambda config: bool(config.linkedin_client_id), "https://www.linkedin.com/legal/privacy-policy"
    ),
    NetworkRecipient("X", lambda config: bool(config.x_client_id), "https://x.com/privacy"),
)


def enabled_networks(config: Config) -> list[NetworkRecipient]:
    """Returns the networks that these settings publish to; none where publishing is off."""
    return [network for network in RECIPIENTS if config.publishing and network.enabled(config)]
