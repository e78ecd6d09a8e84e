"""A demo that is shown to everybody: who comes may look around, and nothing can be changed (KLIQS_READ_ONLY)."""

from quart import Quart, request

from app.kernel.error_codes import document_code
from app.kernel.refusal import N_, Refusal

LOOKS = {"GET", "HEAD", "OPTIONS"}
HARMLESS = {"sign_in.sign_in", "sign_in.leave", "front.unlock", "qr.preview"}  # they keep nothing of what was made

document_code(
    "READ_ONLY", 403, N_("This installation is a demo: nothing can be changed."),
    N_("Try it on a Kliqs of your own."))


class NothingChanges(Refusal):
    code, says = "READ_ONLY", N_("This is a demo: look around as you like, nothing can be changed here.")


def install(app: Quart, *, read_only: bool) -> None:
    """Refuses whatever would change something, if this is a demo."""
    app.jinja_env.globals["read_only"] = read_only
    if not read_only:
        return

    @app.before_request
    async def only_look() -> None:
        if request.method not in LOOKS and request.endpoint not in HARMLESS:
            raise NothingChanges
