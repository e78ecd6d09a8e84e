"""The origins of the five surfaces: public, dashboard, API, docs, marketing. They come from settings, not from
requests.

`KLIQS_HOSTS` is empty (one origin, made from the bind address), one origin (`https://kliqs.example`), or a list such as
`public=kliqs.me dashboard=dash.kliqs.me api=api.kliqs.me docs=docs.kliqs.me marketing=home.kliqs.me`.
"""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from app.kernel.setting_checks import is_host, is_port

SURFACES = ("public", "dashboard", "api", "docs", "marketing")
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True, slots=True)
class Site:
    """The origin of each surface, and every `Host` that this installation answers to (lower case, with port).

    `secure` is whether every origin uses https; it is computed once, because every redirect reads it.
    """

    origins: dict[str, str]
    hosts: frozenset[str]
    secure: bool = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "secure", all(origin.startswith("https://") for origin in self.origins.values()))

    @classmethod
    def parse(cls, text: str, *, bind: str, secure: bool) -> "Site":
        """Parses KLIQS_HOSTS. Raises ValueError with a sentence for the operator."""
        words = text.replace(",", " ").split()
        if not words:
            return cls.loopback(bind)
        if len(words) == 1 and "=" not in words[0]:
            return cls._from_origins(dict.fromkeys(SURFACES, _origin(words[0], secure)))
        origins = dict(word.split("=", 1) for word in words if "=" in word)
        if set(origins) != set(SURFACES) or len(origins) != len(words):
            raise ValueError(f"name one host, or each of {', '.join(SURFACES)} once, as in public=kliqs.me")
        return cls._from_origins({surface: _origin(origins[surface], secure) for surface in SURFACES})

    @classmethod
    def loopback(cls, bind: str) -> "Site":
        """Returns the site of a development checkout, which answers to all usual names of the local machine."""
        host, _, port = bind.rpartition(":")
        display_host = "127.0.0.1" if host in {"0.0.0.0", "::", "[::]", ""} else host  # noqa: S104 - compared, not bound
        names = {*LOOPBACK, display_host}
        hosts = {f"{name}:{port}" for name in names} | (names if port == "80" else set())
        return cls(dict.fromkeys(SURFACES, f"http://{display_host}:{port}"), frozenset(hosts))

    @classmethod
    def _from_origins(cls, origins: dict[str, str]) -> "Site":
        """Returns the site with these origins, which answers to their hosts."""
        return cls(origins, frozenset(urlsplit(origin).netloc for origin in origins.values()))

    @property
    def split(self) -> bool:
        """Whether the surfaces have different origins."""
        return len(set(self.origins.values())) > 1

    def host(self, surface: str) -> str:
        """Returns the host of a surface, with its port if that is not the default."""
        return urlsplit(self.origins[surface]).netloc

    def origin_of(self, host: str) -> str:
        """Returns the origin, with scheme, that belongs to a value of `Host`; "" for a host that is not ours."""
        origins = (origin for origin in self.origins.values() if urlsplit(origin).netloc == host)
        return next(origins, f"{urlsplit(self.origins['dashboard']).scheme}://{host}" if host in self.hosts else "")

    def surfaces_of(self, host: str) -> tuple[str, ...]:
        """Returns the surfaces that are served on a value of `Host`; empty for a host that is not ours."""
        if host not in self.hosts:
            return ()
        return tuple(name for name in SURFACES if not self.split or self.host(name) == host)

    def owns(self, hostname: str) -> bool:
        """Whether a destination's host name, with or without port, is a host of this installation."""
        return hostname in {host.rpartition(":")[0] or host for host in self.hosts} | set(self.hosts)


def _origin(text: str, secure: bool) -> str:
    """Returns an origin in lower case, with https added if `secure`. Raises ValueError for anything else."""
    parts = urlsplit(text if "://" in text else f"{'https' if secure else 'http'}://{text}")
    if parts.scheme not in {"http", "https"} or parts.path.strip("/") or parts.query or not _is_netloc(parts.netloc):
        raise ValueError(f"“{text}” is not a host name such as kliqs.me or https://kliqs.me")
    return f"{parts.scheme}://{parts.netloc.lower()}"


def _is_netloc(text: str) -> bool:
    """Whether a text is a host with or without a port; a pattern such as *.kliqs.me or `user@host` is not."""
    host, colon, port = text.rpartition(":")
    return is_host(text) if not colon or text.endswith("]") else is_host(host) and is_port(port)
