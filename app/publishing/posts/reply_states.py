"""The states of the first reply of a variant (PostVariant.reply_state); "" is for a variant without one."""

WAITING, SENDING, DONE, FAILED, UNCONFIRMED = "waiting", "sending", "published", "failed", "unconfirmed"
OPEN = (WAITING, SENDING)  # there is still something to do
