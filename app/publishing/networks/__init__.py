"""The adapters of social networks: one module for each, over one OAuth client and one contract (network.py)."""

import app.publishing.networks.x, app.publishing.networks.mastodon, app.publishing.networks.tiktok, app.publishing.networks.facebook, app.publishing.networks.instagram  # TEMP
