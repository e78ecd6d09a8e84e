"""What a PostgreSQL URL says: the address, the size of the pool, TLS, and whether a pooler stands in between.

KLIQS_DATABASE_DIRECT_URL says that KLIQS_DATABASE_URL leads through a pooler in transaction mode, such as PgBouncer:
each transaction may meet another session of the server there. So nothing may be set for a session or kept in it, and
what needs a session (LISTEN, the lock of migrations) takes the direct address.
"""

import ssl
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from app.kernel import installation
from app.kernel.postgres_limits import LOCK_TIMEOUT, POOL, SLOW_READS, STATEMENT_TIMEOUT
from app.kernel.setting_checks import POSTGRES, SYSTEM, TLS_FILES, VERIFYING

LIMITS = {"lock_timeout": str(LOCK_TIMEOUT), "statement_timeout": str(STATEMENT_TIMEOUT)}


def direct_url(url: str) -> str:
    """Returns the address for what needs a session of its own: KLIQS_DATABASE_DIRECT_URL, or `url` without one."""
    direct = _setting("database_direct_url", "")
    return str(direct) if direct and url.startswith(POSTGRES) else url


def is_pooled(url: str) -> bool:
    """Whether a pooler in transaction mode stands between Kliqs and the server at this address."""
    return direct_url(url) != url


def url_for_tortoise(url: str) -> str:
    """Returns the URL without the options for TLS, whose names Tortoise does not know."""
    parts = urlsplit(url)
    query = [(name, value) for name, value in parse_qsl(parts.query) if name not in ("sslmode", *TLS_FILES)]
    return urlunsplit(parts._replace(query=urlencode(query, safe="/")))


def connection_options(url: str) -> dict[str, Any]:
    """Returns what Tortoise passes on to postgres_backend in addition to the address; libpq's `sslmode` is `ssl`."""
    options = dict(parse_qsl(urlsplit(url).query))
    size = int(options.get("maxsize", _setting("database_pool", POOL)))
    pool = {"minsize": 1, "maxsize": size, "slow_reads": min(_setting("database_slow_reads", SLOW_READS), size - 1)}
    tls = {name: options[name] for name in TLS_FILES if name in options}
    tls |= {"ssl": options["sslmode"]} if "sslmode" in options else {}
    if is_pooled(url):
        return pool | tls | {"statement_cache_size": 0, "command_timeout": STATEMENT_TIMEOUT / 1000, "pooled": True}
    return pool | tls | {"server_settings": dict(LIMITS)}


def address_of(credentials: Mapping[str, Any]) -> dict[str, Any]:
    """Returns what a connection needs to reach the server, without what Tortoise needs for the pool."""
    names = ("host", "port", "user", "password", "database", "ssl", *TLS_FILES)
    return {name: credentials[name] for name in names if credentials.get(name) is not None}


def with_tls(parameters: Mapping[str, Any]) -> dict[str, Any]:
    """Returns asyncpg's parameters with the files of certificates, which only a URL could name, read into `ssl`.

    Raises: OSError for a file that cannot be read, ssl.SSLError for one that is no certificate or key.
    """
    mode, files = parameters.get("ssl"), {name: parameters.get(name) for name in TLS_FILES}
    rest = {name: value for name, value in parameters.items() if name not in TLS_FILES}
    if not any(files.values()) or mode in (None, "disable", "allow", "prefer"):
        return rest
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = mode == "verify-full"
    if authority := files["sslrootcert"]:
        context.load_default_certs() if authority == SYSTEM else context.load_verify_locations(authority)
    elif mode not in VERIFYING:
        context.verify_mode = ssl.CERT_NONE
    if certificate := files["sslcert"]:
        context.load_cert_chain(certificate, files["sslkey"])
    return rest | {"ssl": context}


def tls_problem(error: BaseException | None) -> str:
    """Returns a sentence about TLS for the operator if that is why a connection failed, otherwise ""."""
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return f"its certificate is not the expected one ({error.verify_message}). Look at sslmode and sslrootcert."
        if isinstance(error, ssl.SSLError):
            return f"TLS fails ({error.reason or error}). Look at sslrootcert, sslcert and sslkey."
        if isinstance(error, ConnectionError) and "rejected SSL upgrade" in str(error):
            return "it does not offer TLS, which sslmode requires."
        error = error.__cause__
    return ""


def _setting(name: str, default: Any) -> Any:
    """Returns a setting of the current installation, or the default where there is none, as in aerich's own command."""
    try:
        return getattr(installation.current().config, name)
    except LookupError:
        return default
