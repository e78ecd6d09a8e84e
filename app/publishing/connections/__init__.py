"""Connections: accounts at social networks that somebody connected, their tokens, and the flows of OAuth 2.0."""
