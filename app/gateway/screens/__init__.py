"""The pages of the gateway in the dashboard: overview, models and requests."""
