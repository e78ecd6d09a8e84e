"""The current installation: the settings of an app, and the objects that are made from them once, at the start.

`create_app` makes one for each app and keeps it in `app.extensions["installation"]`. While an app handles a request or
runs one of its background tasks, its installation is the current one (a context variable, which tasks and
`asyncio.to_thread` inherit). So two apps with different settings can run in one process. Commands of the operator, and
code that runs outside of any app, use the installation of the process.
"""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

from app.kernel.config import Config
from app.kernel.file_storage import FileStorage
from app.kernel.mail_settings import MailBackend
from app.kernel.open_storage import storage_of
from app.kernel.surfaces import Site

R = TypeVar("R")
Asgi = Callable[[Any, Any, Any], Awaitable[None]]


class Installation:
    """The settings, signing secrets, origins, storage of files, prices and mail backend of one app.

    `secret_keys` are the signing secrets, newest first; older ones still verify what was made with them. `prices` are
    in whole rupiah, by the name of the plan for a month, and by `pro/12` for 12 months. `mail_backend` is None if email
    is not set up. `counts_attempts` is False in a read-only demo, whose passwords are no secret. `fixed` are the names
    of the settings that the environment sets: no stored value replaces them. Tests replace single attributes.
    """

    def __init__(self, config: Config) -> None:
        self.config = config
        self.fixed = frozenset(config.model_fields_set)
        self._listeners: list[Callable[[Config], object]] = []
        self.secret_keys: list[str] = config.secret_keys()
        self.mail_backend: MailBackend | None = config.mail_backend
        self.prices: dict[str, int] = dict(config.price_list)
        self.storage: FileStorage = storage_of(config)
        self.counts_attempts = not config.read_only
        self.site = config.site
        self._resources: dict[type, Any] = {}

    def on_change(self, listener: Callable[[Config], object]) -> None:
        """Calls a function with the settings whenever they change while the app runs, for what keeps a copy of one."""
        self._listeners.append(listener)

    def change_config(self, config: Config) -> None:
        """Replaces the settings: who reads `config` from now on gets these."""
        self.config = config
        for listener in self._listeners:
            listener(config)

    @property
    def sends_email(self) -> bool:
        """Whether emails leave this installation; without a mail backend they stay in the database."""
        return self.mail_backend is not None

    @property
    def site(self) -> Site:
        """The origins and hosts of the five surfaces."""
        return self._site

    @site.setter
    def site(self, site: Site) -> None:
        self._site = site
        self.public_hosts = frozenset(host.encode() for host in site.hosts if "public" in site.surfaces_of(host))

    def resource(self, kind: type[R]) -> R:
        """Returns this installation's object of a class; the first call creates it, without arguments.

        Packages keep objects here that last as long as the app, such as open files and counters in memory.
        """
        try:
            resource: R = self._resources[kind]
        except KeyError:
            resource = self._resources[kind] = kind()
        return resource

    def set_resource(self, resource: object) -> None:
        """Sets the object that `resource` returns for the class of this one."""
        self._resources[type(resource)] = resource


_current: ContextVar[Installation] = ContextVar("installation")
_of_process: Installation | None = None


def current() -> Installation:
    """Returns the installation of the running app; outside of any app, that of the process.

    Raises LookupError if neither is set.
    """
    installation = _current.get(None) or _of_process
    if installation is None:
        raise LookupError("no installation: create_app or installation.use comes first")
    return installation


def use(installation: Installation) -> None:
    """Sets the installation of the process, for code that runs outside of any app."""
    global _of_process
    _of_process = installation


@contextmanager
def activated(installation: Installation) -> Iterator[None]:
    """Makes an installation the current one while the block runs, and in every task that is started in it."""
    token = _current.set(installation)
    try:
        yield
    finally:
        _current.reset(token)


class InstallationMiddleware:
    """ASGI middleware: runs an app with the installation in the `extensions` of its Quart app as the current one."""

    def __init__(self, app: Asgi, extensions: dict[str, Any]) -> None:
        self.app, self.extensions = app, extensions

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        with activated(self.extensions["installation"]):
            await self.app(scope, receive, send)


def install(app: Any, installation: Installation) -> None:
    """Stores the installation in a Quart app, and makes it the current one for each of the app's requests."""
    app.extensions["installation"] = installation
    app.asgi_app = InstallationMiddleware(app.asgi_app, app.extensions)
