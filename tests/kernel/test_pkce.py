"""Proof Key for Code Exchange, with the example of RFC 7636, appendix B."""

from app.kernel import secrets
from app.kernel.pkce import base64url, code_challenge, code_verifier

OCTETS = [116, 24, 223, 180, 151, 153, 224, 37, 79, 250, 96, 125, 216, 173, 187, 186, 22, 212, 37, 77, 105, 214, 191]
OCTETS += [240, 91, 88, 5, 88, 83, 132, 141, 121]


def test_the_example_of_rfc_7636_is_reproduced() -> None:
    verifier = base64url(bytes(OCTETS))
    assert verifier == "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    assert code_challenge(verifier) == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"


def test_a_verifier_has_43_allowed_characters_and_needs_both_the_browser_and_the_state() -> None:
    browser, state = secrets.new_token(), secrets.new_token()
    verifier = code_verifier(browser, state)
    assert len(verifier) == 43 and verifier == code_verifier(browser, state)
    assert verifier != code_verifier(secrets.new_token(), state)
    assert verifier != code_verifier(browser, secrets.new_token())
