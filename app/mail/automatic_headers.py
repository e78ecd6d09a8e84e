"""The headers of every email for programs: it was sent automatically, and where such emails are switched off."""

from app.mail.models import OutgoingEmail


def email_headers(email: OutgoingEmail) -> dict[str, str]:
    """Returns Auto-Submitted (RFC 3834), and List-Unsubscribe (RFC 2369) for emails that can be switched off."""
    automatic = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}
    return automatic | ({"List-Unsubscribe": f"<{email.off_url}>"} if email.off_url else {})
