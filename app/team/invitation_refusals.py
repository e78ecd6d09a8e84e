"""The refusals of invitations."""

from __future__ import annotations

from app.kernel.refusal import N_, Refusal


class NoAddress(Refusal):
    """Raised for a form without an address."""

    code, field, says = "EMAIL_MISSING", "emails", N_("Type at least one email address.")


class NotAnAddress(Refusal):
    """Raised for texts that are no email addresses. Facts: emails."""

    code, field, says = "INVALID_EMAIL", "emails", N_("These are not email addresses: %(emails)s.")


class TooManyAddresses(Refusal):
    """Raised for more addresses than can be invited at once. Facts: most."""

    code, field, says = "TOO_MANY_EMAILS", "emails", N_("Invite at most %(most)s people at once.")


class AlreadyMembers(Refusal):
    """Raised for people who are members already. Facts: emails."""

    code, field, says = "ALREADY_MEMBER", "emails", N_("In the team already: %(emails)s.")


class AlreadyInvited(Refusal):
    """Raised for addresses with an open invitation. Facts: emails."""

    code, field = "ALREADY_INVITED", "emails"
    says = N_("Invited already: %(emails)s. You can send the invitation again below.")


class UnknownRole(Refusal):
    """Raised for a role that does not exist."""

    code, field, says = "UNKNOWN_ROLE", "role", N_("Choose one of the roles.")


class MailMissing(Refusal):
    """Raised where no mail is sent."""

    code, says = "MAIL_MISSING", N_("Invitations go by email, and this Kliqs sends none. Tell whoever runs it.")


class InviterUnverified(Refusal):
    """Raised for somebody whose own address is not verified."""

    code, says = "EMAIL_UNVERIFIED", N_("Verify your own email address first.")


class InvitationGone(Refusal):
    """Raised for an invitation that was accepted, declined, taken back, sent again or is over."""

    code = "INVITATION_GONE"
    says = N_(
        "This invitation does not work any more: it was used, taken back, sent again, or its 7 days are over. Ask for "
        "a new one."
    )


class OtherAddress(Refusal):
    """Raised for an invitation of somebody else. Facts: invited, own."""

    code = "OTHER_ADDRESS"
    says = N_("This invitation is for %(invited)s, and you are signed in as %(own)s.")
