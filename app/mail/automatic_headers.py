"""The headers of every email for programs: it was sent automatically, and where such emails are switched off."""

from app.mail.models import OutgoingEmail

ONE_CLICK = "/unsubscribe/"  # of the dashboard: what is below it ends emails by a POST, without signing in


def email_headers(email: OutgoingEmail) -> dict[str, str]:
    """Returns Auto-Submitted (RFC 3834), and List-Unsubscribe (RFC 2369) for emails that can be switched off.

    Where that takes one click, List-Unsubscribe-Post says so (RFC 8058).
    """
    automatic = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}
    off = {"List-Unsubscribe": f"<{email.off_url}>"} if email.off_url else {}
    one_click = {"List-Unsubscribe-Post": "List-Unsubscribe=One-Click"} if ONE_CLICK in email.off_url else {}
    return automatic | off | one_click
