import pytest

from app.jobs import RetryLater
from app.publishing.connections.network_retry import retry_later
from app.publishing.networks.client import Unreachable
from app.publishing.networks.errors import PostRefused, ReconnectNeeded, TemporaryFailure


@pytest.mark.parametrize(
    ("error", "reason", "after"),
    [
        (Unreachable("NoAnswer", sent=True), "NoAnswer", 0),
        (TemporaryFailure("rate_limited", after=90), "rate_limited", 90),
        (PostRefused("post_refused"), "post_refused", 0),
    ],
)
def test_a_job_is_tried_again_no_sooner_than_the_network_wants(error: Exception, reason: str, after: float) -> None:
    with pytest.raises(RetryLater, match=reason) as raised, retry_later():
        raise error
    assert raised.value.after == after


def test_a_permission_that_has_ended_is_not_tried_again() -> None:
    with pytest.raises(ReconnectNeeded), retry_later():
        raise ReconnectNeeded("permission_ended")
