"""Ways to sign in besides the password: each in a package of its own, those by email in this one."""
