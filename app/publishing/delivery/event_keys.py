"""The keys of the timeline entries that delivery writes."""

from app.kernel.refusal import N_
from app.publishing.posts.event_sentences import add_sentences

UPLOADED, SENT, PUBLISHED, WAITING, STOPPED = "uploaded", "sent", "published", "waiting", "stopped"
RETRY, FAILED, NEEDS_RECONNECT, UNCONFIRMED, LOOKED = "retry", "failed", "needs_reconnect", "unconfirmed", "looked"
REMINDED, PUBLISH_NOW, SEND_AGAIN, IT_IS_THERE, POSTED = "reminded", "publish_now", "send_again", "is_there", "posted"
PROCESSING, INTERRUPTED = "processing", "interrupted"
REPLY_PUBLISHED, REPLY_FAILED, REPLY_UNCONFIRMED = "reply_published", "reply_failed", "reply_unconfirmed"
REPLY_AGAIN = "reply_again"

add_sentences(
    {
        UPLOADED: N_("Files handed over"),
        SENT: N_("Sent"),
        PROCESSING: N_("The network has it and is working on it"),
        PUBLISHED: N_("Published"),
        WAITING: N_("Waiting: a limit of the network is reached"),
        STOPPED: N_("Waiting: the network wants no calls for now"),
        RETRY: N_("Did not work, will be tried again"),
        FAILED: N_("Failed"),
        NEEDS_RECONNECT: N_("Not sent: the account has to be reconnected"),
        INTERRUPTED: N_("Sent, but no answer came"),
        LOOKED: N_("Looked for it at the network: not there yet"),
        UNCONFIRMED: N_("Nobody knows whether it is there"),
        REMINDED: N_("Reminder sent: it is to be posted by hand"),
        PUBLISH_NOW: N_("“Publish now” was pressed"),
        SEND_AGAIN: N_("“Send again” was pressed"),
        IT_IS_THERE: N_("“It is there” was pressed"),
        POSTED: N_("Ticked as posted by hand"),
        REPLY_PUBLISHED: N_("The first reply is published"),
        REPLY_FAILED: N_("The first reply could not be published"),
        REPLY_UNCONFIRMED: N_("Nobody knows whether the first reply is there"),
        REPLY_AGAIN: N_("“Send the reply again” was pressed"),
    }
)
