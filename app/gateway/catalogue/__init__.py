"""The models that are offered, what they cost, and the routes to the upstreams that run them."""
