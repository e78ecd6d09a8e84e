"""The adapters of social networks: one module for each, over one OAuth client and one contract (network.py)."""
