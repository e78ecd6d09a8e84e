"""The read-only mode of a public demo: visitors can look at everything and change nothing (KLIQS_READ_ONLY)."""

from quart import Quart, request

from app.kernel.error_codes import document_code
from app.kernel.refusal import N_, Refusal
from app.web.csrf import SAFE_METHODS

HARMLESS = {"sign_in.sign_in", "sign_in.sign_out", "front.submit_link_form", "qr.preview"}  # they write nothing

document_code(
    "READ_ONLY",
    403,
    N_("This installation is a demo: nothing can be changed."),
    N_("Install Kliqs yourself to try it."),
)


class ReadOnlyRefusal(Refusal):
    """Raised for a write in read-only mode."""

    code, says = "READ_ONLY", N_("This is a demo: look around as you like, nothing can be changed here.")


def install(app: Quart, *, read_only: bool) -> None:
    """In read-only mode, refuses every request that would change something."""
    app.jinja_env.globals["read_only"] = read_only
    if not read_only:
        return

    @app.before_request
    async def refuse_write() -> None:
        if request.method not in SAFE_METHODS and request.endpoint not in HARMLESS:
            raise ReadOnlyRefusal
