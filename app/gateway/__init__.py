"""One API for the models of many makers: one key, metered to the token."""
