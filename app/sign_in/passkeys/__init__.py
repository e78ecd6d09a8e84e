"""Passkeys: sign-in by fingerprint, face or device PIN instead of a password (Web Authentication Level 2, W3C)."""
