"""The keys of the troubles of delivery itself, in addition to those of networks."""

from app.kernel.refusal import N_
from app.publishing.networks.trouble_sentences import TROUBLES

OUR_FAULT, TOO_LATE, CONTENT_PROBLEM = "our_fault", "too_late", "content_problem"
NO_ANSWER, NOT_SEEN, NEVER_READY, LONG_PAUSE = "no_answer", "not_seen", "never_ready", "long_pause"
LIMIT_REACHED, NOT_CONNECTED, NOT_SET_UP = "limit_reached", "not_connected", "not_set_up"
UNREACHABLE, PERMISSION_ENDED, RESTORED = "network_unreachable", "permission_ended", "restored"
UPLOAD_ENDED = "upload_ended"

TROUBLES.update(
    {
        OUR_FAULT: N_("Something broke on our side before anything was sent to %(network)s. Try again."),
        TOO_LATE: N_(
            "It was due more than a day ago, while publishing was paused or Kliqs was not running. So it was not sent: "
            "publish it now, or choose another time."
        ),
        CONTENT_PROBLEM: N_("%(network)s would not take it as it is. Change it, then try again."),
        NO_ANSWER: N_(
            "%(network)s did not answer after we sent it. It may be there already, so we did not send it twice."
        ),
        NOT_SEEN: N_(
            "%(network)s did not answer after we sent it. We looked and did not find it, but it may still appear. "
            "So we did not send it twice."
        ),
        NEVER_READY: N_("%(network)s has been working on it for two days and does not finish."),
        LONG_PAUSE: N_("%(network)s wants no calls from us for more than a day. Try again after that."),
        RESTORED: N_(
            "This Kliqs was restored from a backup. It may have been published after the backup was made, so we did "
            "not send it twice."
        ),
    }
)
