"""Posts: a text with files, a variant of it for each connection, and what happened to each variant."""
