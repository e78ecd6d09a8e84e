"""What every letter says to programs: nobody answers it, and where one can be rid of its kind."""

from app.mail.models import Letter


def headers(letter: Letter) -> dict[str, str]:
    """Auto-Submitted (RFC 3834), and List-Unsubscribe (RFC 2369) for those that can be switched off."""
    said = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}
    return said | ({"List-Unsubscribe": f"<{letter.off_url}>"} if letter.off_url else {})
