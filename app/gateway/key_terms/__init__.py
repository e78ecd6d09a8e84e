"""What a key may do with AI models, how its owner sets that, and the sub-keys of keys."""
