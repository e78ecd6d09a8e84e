"""The services that run models, each behind an adapter: they know neither accounts nor money."""
