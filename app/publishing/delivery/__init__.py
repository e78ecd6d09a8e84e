"""Delivery: publishes what is due through the phases of posts/phases.py, and never sends anything twice by itself."""
