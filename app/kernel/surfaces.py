"""Where the five surfaces live: their origins, from configuration, never from a request.

`KLIQS_HOSTS` is empty (one origin, made from the bind address), one origin (`https://kliqs.example`), or a list
such as `public=kliqs.me dashboard=dash.kliqs.me api=api.kliqs.me docs=docs.kliqs.me marketing=home.kliqs.me`.
"""

from dataclasses import dataclass
from urllib.parse import urlsplit

from app.kernel.setting_checks import is_host, is_port

SURFACES = ("public", "dashboard", "api", "docs", "marketing")
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True, slots=True)
class Site:
    """The origins by surface, and every `Host` this installation answers to (lower case, port included)."""

    origins: dict[str, str]
    hosts: frozenset[str]

    @classmethod
    def parse(cls, text: str, *, bind: str, secure: bool) -> "Site":
        """Reads KLIQS_HOSTS; raises ValueError with a sentence for the operator when it is wrong."""
        words = text.replace(",", " ").split()
        if not words:
            return cls.loopback(bind)
        if len(words) == 1 and "=" not in words[0]:
            return cls._of(dict.fromkeys(SURFACES, _origin(words[0], secure)))
        named = dict(word.split("=", 1) for word in words if "=" in word)
        if set(named) != set(SURFACES) or len(named) != len(words):
            raise ValueError(f"name one host, or each of {', '.join(SURFACES)} once, as in public=kliqs.me")
        return cls._of({surface: _origin(named[surface], secure) for surface in SURFACES})

    @classmethod
    def loopback(cls, bind: str) -> "Site":
        """The origin of a checkout on one's own machine; reachable by each of its usual names."""
        host, _, port = bind.rpartition(":")
        shown = "127.0.0.1" if host in {"0.0.0.0", "::", "[::]", ""} else host  # noqa: S104 - compared, not bound
        names = {f"{name}:{port}" for name in (*LOOPBACK, shown)} | ({shown, *LOOPBACK} if port == "80" else set())
        return cls(dict.fromkeys(SURFACES, f"http://{shown}:{port}"), frozenset(names))

    @classmethod
    def _of(cls, origins: dict[str, str]) -> "Site":
        return cls(origins, frozenset(urlsplit(origin).netloc for origin in origins.values()))

    @property
    def split(self) -> bool:
        """Whether the surfaces have hosts of their own."""
        return len(set(self.origins.values())) > 1

    @property
    def secure(self) -> bool:
        return all(origin.startswith("https://") for origin in self.origins.values())

    def host(self, surface: str) -> str:
        """The host (with a port that is not the scheme's own) as people see it."""
        return urlsplit(self.origins[surface]).netloc

    def origin_of(self, host: str) -> str:
        """The origin, scheme and all, that pages on a `Host` of ours have; empty for another."""
        named = (origin for origin in self.origins.values() if urlsplit(origin).netloc == host)
        return next(named, f"{urlsplit(self.origins['dashboard']).scheme}://{host}" if host in self.hosts else "")

    def surfaces_of(self, host: str) -> tuple[str, ...]:
        """Which surfaces a `Host` serves; none for a host that is not ours."""
        if host not in self.hosts:
            return ()
        return tuple(name for name in SURFACES if not self.split or self.host(name) == host)

    def owns(self, hostname: str) -> bool:
        """Whether a destination's host name (no port) is one of ours."""
        return hostname in {host.rpartition(":")[0] or host for host in self.hosts} | set(self.hosts)


def _origin(text: str, secure: bool) -> str:
    parts = urlsplit(text if "://" in text else f"{'https' if secure else 'http'}://{text}")
    if parts.scheme not in {"http", "https"} or parts.path.strip("/") or parts.query or not _is_netloc(parts.netloc):
        raise ValueError(f"“{text}” is not a host name such as kliqs.me or https://kliqs.me")
    return f"{parts.scheme}://{parts.netloc.lower()}"


def _is_netloc(text: str) -> bool:
    """Whether this is a host, with or without a port: no pattern such as *.kliqs.me, and nobody's name before an @."""
    host, colon, port = text.rpartition(":")
    return is_host(text) if not colon or text.endswith("]") else is_host(host) and is_port(port)
