"""The way of a request: which route it takes, when another is tried, and that it is settled however it ends."""
