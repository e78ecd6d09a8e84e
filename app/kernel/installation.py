"""The installation that the running code works for: its settings, and what is made of them once at the start.

`create_app` makes one for each app and keeps it in `app.extensions["installation"]`. While an app handles a request or
runs a task of its own, that installation is the current one (a context variable, which tasks and `asyncio.to_thread`
inherit); so two apps with different settings can live in one process. Commands of the operator, and code that runs
outside of any app, use the installation of the process.
"""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any, TypeVar

from app.kernel.config import Config
from app.kernel.mail_settings import Backend
from app.kernel.surfaces import Site

R = TypeVar("R")
Asgi = Callable[[Any, Any, Any], Awaitable[None]]


class Installation:
    """Settings, secrets, origins, directories, prices and the way out for email.

    `secret_keys` are the server's secrets, newest first: the older ones still verify what they made. `prices` are whole
    rupiah a month by the plan's name. `mail_backend` is None where email is not set up. `counts_attempts` is False in a
    read-only demo, whose passwords are no secret. Each part can be set anew, which tests do.
    """

    def __init__(self, config: Config) -> None:
        self.config = config
        self.secret_keys: list[str] = config.secret_keys()
        self.mail_backend: Backend | None = config.mail_backend
        self.prices: dict[str, int] = dict(config.price_list)
        self.media_dir: Path = config.media_dir
        self.batches_dir: Path = config.data_dir / "batches"
        self.counts_attempts = not config.read_only
        self.site = config.site
        self._resources: dict[type, Any] = {}

    @property
    def site(self) -> Site:
        """The origins and hosts of the five surfaces."""
        return self._site

    @site.setter
    def site(self, site: Site) -> None:
        self._site = site
        self.public_hosts = frozenset(host.encode() for host in site.hosts if "public" in site.surfaces_of(host))

    def resource(self, kind: type[R]) -> R:
        """The one object of this class that belongs to the installation, made without arguments when first asked for.

        Packages keep here what lives as long as the app, such as opened files and counters in memory.
        """
        if kind not in self._resources:
            self._resources[kind] = kind()
        resource: R = self._resources[kind]
        return resource

    def set_resource(self, resource: object) -> None:
        """Makes `resource` the one of its class."""
        self._resources[type(resource)] = resource


_current: ContextVar[Installation] = ContextVar("installation")
_of_process: Installation | None = None


def current() -> Installation:
    """The installation of the app whose code runs, else that of the process. Raises LookupError where there is none."""
    installation = _current.get(None) or _of_process
    if installation is None:
        raise LookupError("no installation: create_app or installation.use comes first")
    return installation


def use(installation: Installation) -> None:
    """Makes this the installation of the process, for code that runs outside of any app."""
    global _of_process
    _of_process = installation


@contextmanager
def activated(installation: Installation) -> Iterator[None]:
    """Makes this the current installation in the block, and in every task that begins there."""
    token = _current.set(installation)
    try:
        yield
    finally:
        _current.reset(token)


class InstallationMiddleware:
    """Runs an ASGI app with the installation that `extensions` of its Quart app holds."""

    def __init__(self, app: Asgi, extensions: dict[str, Any]) -> None:
        self.app, self.extensions = app, extensions

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        with activated(self.extensions["installation"]):
            await self.app(scope, receive, send)


def install(app: Any, installation: Installation) -> None:
    """Makes it the current one in everything that a Quart app does from now on."""
    app.extensions["installation"] = installation
    app.asgi_app = InstallationMiddleware(app.asgi_app, app.extensions)
