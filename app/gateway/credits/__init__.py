"""Credits as goods: orders that buy them, refunds, and a workspace's own keys for providers."""
