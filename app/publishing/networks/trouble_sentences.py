"""What can go wrong with a network, in words for people, with what to do: one sentence for each key of an error.

The sentences are English, to be translated, with the placeholder %(network)s for the network's own name. Each adapter
adds the keys that it raises in a group of its own.
"""

from app.kernel.i18n import gettext
from app.kernel.refusal import N_

UNKNOWN = N_("%(network)s refused this, and we do not know the reason. Open the attempt to see its own words.")
TROUBLES: dict[str, str] = {
    # what any network can answer
    "network_unreachable": N_("%(network)s could not be reached. We try again by ourselves."),
    "network_down": N_("%(network)s has a fault or is overloaded. We try again by ourselves."),
    "network_answer": N_("%(network)s answered something that we do not understand. We try again by ourselves."),
    "rate_limited": N_("%(network)s wants fewer calls for now. We wait as long as it asks, then go on by ourselves."),
    "app_refused": N_(
        "%(network)s does not accept the app of this installation. The operator has to mend it; your account is fine."
    ),
    "app_stopped": N_(
        "%(network)s has stopped the app of this installation for now. It concerns everybody here, and you need do "
        "nothing."
    ),
    # posts and files, at any network
    "post_refused": N_(
        "%(network)s refused this post. Open the attempt to see its own words, change it, and send it again."
    ),
    "duplicate_post": N_("%(network)s refused this post because you published the same one before. Change its words."),
    "file_refused": N_(
        "%(network)s could not process a file of this post. Replace the file, then send the post again."
    ),
    "upload_lost": N_("%(network)s lost a file that we had uploaded. We upload it again by ourselves."),
    "upload_ended": N_("%(network)s ended the upload before it was published. Try again: it is uploaded anew."),
    "publish_unanswered": N_(
        "%(network)s did not answer after we sent it. It may be there already, so we did not send it twice."
    ),
    # X
    "x_credits": N_(
        "The app of this installation has no credit left at X. The operator has to add some; we go on by ourselves."
    ),
    # LinkedIn
    "linkedin_version": N_(
        "LinkedIn no longer has the version of its API that is set here. The operator has to set a newer one; we go on "
        "by ourselves."
    ),
    # files, limits and permissions at TikTok, Facebook and Instagram
    "media_not_fetched": N_(
        "%(network)s could not fetch a file from here. Ask the operator whether this site can be reached from outside, "
        "then send it again."
    ),
    "media_slow": N_("%(network)s took too long to fetch a file from here. We try again by ourselves."),
    "video_length": N_("The video is too long or too short for %(network)s. Cut it and send it again."),
    "limit_reached": N_("This account has published as much as %(network)s allows for now. We go on once it may."),
    "revoke_refused": N_(
        "%(network)s did not take the permission back yet. You can also remove the app in your settings there."
    ),
    # TikTok
    "tiktok_unaudited": N_(
        "TikTok has not audited the app of this installation, so posts may only be seen by you, and the account must "
        "be private. Choose “Only me”."
    ),
    "tiktok_privacy": N_("This account may not choose who can see it like that. Choose again and send it again."),
    "tiktok_domain": N_(
        "TikTok does not know the address of this installation, so it fetches no photos from it. The operator has to "
        "verify it at TikTok."
    ),
    "tiktok_spam": N_(
        "TikTok takes no more posts from this account for now. Send it again tomorrow, or post it by hand."
    ),
    "tiktok_cancelled": N_("The post was cancelled at TikTok. Send it again if you still want it."),
    "network_gave_up": N_("%(network)s had a fault and did not publish this post. Send it again."),
    # Facebook and Instagram
    "blocked_by_network": N_(
        "%(network)s blocks posts from this account for now, because it takes them for spam. Look there for a notice, "
        "and send it again later."
    ),
    "account_restricted": N_("%(network)s has restricted this account. Open the app there and follow its notice."),
    "link_refused": N_("%(network)s could not read the address in this post. Check it and send it again."),
    "still_processing": N_("%(network)s still processes the files. We go on as soon as it is ready."),
    "page_without_token": N_(
        "Facebook gives us no access to this page, because it belongs to a business portfolio. Have yourself added to "
        "the page itself with full control, then connect again."
    ),
    "page_without_task": N_("You may not create content on this page. Ask its owner for that, then connect again."),
    # connections
    "permission_ended": N_(
        "%(network)s took the permission back, or it has ended. Reconnect, and planned posts go on."
    ),
    "renewal_lost": N_(
        "We were interrupted while we renewed the permission at %(network)s, and it lets nobody renew it twice. "
        "Reconnect, and planned posts go on."
    ),
    "scope_missing": N_("The permission to publish is missing at %(network)s. Reconnect and allow it there."),
    "account_gone": N_(
        "%(network)s no longer lists this account among yours. Reconnect as somebody who may publish there."
    ),
    "tokens_unreadable": N_(
        "The stored permission cannot be read any more, because the operator removed an old secret. Reconnect, and "
        "planned posts go on."
    ),
    "not_connected": N_("This account is not connected any more. Connect it again, or choose another one."),
    "not_set_up": N_("%(network)s is not set up here any more. Ask the operator, or publish this post by hand."),
    "renewal_under_way": N_("The permission at %(network)s is being renewed at this moment. We go on by ourselves."),
}


def trouble_sentence(key: str, network: str) -> str:
    """Returns the sentence of a trouble in the reader's language; `network` is the network's own name."""
    return gettext(TROUBLES.get(key, UNKNOWN)) % {"network": network}
