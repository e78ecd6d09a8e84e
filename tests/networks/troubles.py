"""What the troubles of a stand-in are to an adapter: the class of its error, the key of its sentence, how long to wait.

Each row begins with the name of a trouble (stand_in.py). Adapters differ in what they make of 403 alone.
"""

from __future__ import annotations

from app.publishing.networks.errors import NetworkError, OutcomeUnknown, PostRefused, ReconnectNeeded, TemporaryFailure

Case = tuple[str, type[NetworkError], str]
TimedCase = tuple[str, type[NetworkError], str, float]

REFUSED: tuple[Case, ...] = (("401", ReconnectNeeded, "permission_ended"), ("429", TemporaryFailure, "rate_limited"))
FORBIDDEN_POST: Case = ("403", PostRefused, "post_refused")
FORBIDDEN_SCOPE: Case = ("403", ReconnectNeeded, "scope_missing")
AT_PUBLISHING: tuple[Case, ...] = (  # a post may be there after the last three
    *REFUSED,
    *((fault, OutcomeUnknown, "publish_unanswered") for fault in ("500", "503", "redirect")),
)
AT_UPLOAD: tuple[Case, ...] = (
    *REFUSED,
    ("500", TemporaryFailure, "network_down"),
    ("503", TemporaryFailure, "network_down"),
    ("redirect", TemporaryFailure, "network_answer"),
)
# Of TikTok, Facebook and Instagram, with the seconds to wait: those that the stand-in names, else those of calls.py.
REFUSED_TIMED: tuple[TimedCase, ...] = (
    ("401", ReconnectNeeded, "permission_ended", 0),
    ("403", ReconnectNeeded, "scope_missing", 0),
    ("429", TemporaryFailure, "rate_limited", 7),
)
BEFORE_FENCE_TIMED: tuple[TimedCase, ...] = (
    *REFUSED_TIMED,
    ("500", TemporaryFailure, "network_down", 60),
    ("503", TemporaryFailure, "network_down", 7),
    ("drop", TemporaryFailure, "network_unreachable", 0),
    ("not json", TemporaryFailure, "network_answer", 60),
    ("redirect", TemporaryFailure, "network_answer", 60),
)
