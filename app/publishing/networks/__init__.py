"""The adapters of social networks: one module for each, over one OAuth client and one contract (network.py).

Importing the package registers all of them (registry.py). A network that is added needs a line here.
"""

from app.publishing.networks import facebook, instagram, linkedin, mastodon, tiktok, x

__all__ = ["facebook", "instagram", "linkedin", "mastodon", "tiktok", "x"]
