"""Ways in besides the password: each in a package of its own, and those by mail directly in this one."""
