"""Publishing: write a post once and publish it to several social networks, never twice.

`networks` holds an adapter for each network, which knows its API and nothing of our tables. `connections` are accounts
at networks that somebody connected. `files` are the pictures and videos of posts. `posts` are the posts with a variant
for each connection. `planning` decides when, `delivery` publishes and records each attempt. `composer` is the
page on which a post is written, `statistics` counts clicks.
"""
