"""The families of browser and operating system that a User-Agent header names, by the rules of ua-parser."""

from __future__ import annotations

from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ua_parser.regex import Resolver

_building = Lock()


@cache
def _resolver() -> Resolver:
    """Returns the compiled rules, without those of devices: they take two thirds of the memory, and nobody asks."""
    from ua_parser import load_lazy_builtins  # not above: a server starts without them
    from ua_parser.regex import Resolver

    browsers, systems, _ = load_lazy_builtins()
    return Resolver((browsers, systems, []))


def build_rules() -> None:
    """Compiles the rules unless they are there. Threads that call it meanwhile wait, so that it is done once."""
    with _building:
        _resolver()


def rules_built() -> bool:
    """Whether the rules are compiled, so that a header takes microseconds."""
    return bool(_resolver.cache_info().currsize)


def find_families(agent: str) -> tuple[str, str]:
    """Returns the families of the browser and of the system, such as `Chrome Mobile` and `Android`; "" if unknown.

    Some rules copy the family from the header, so that it may be any text.
    """
    from ua_parser import Domain

    build_rules()
    parsed = _resolver()(agent, Domain.USER_AGENT | Domain.OS)
    return parsed.user_agent.family if parsed.user_agent else "", parsed.os.family if parsed.os else ""
