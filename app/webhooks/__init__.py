"""Webhooks: tells programs of an account's owner what happens in it, by the rules of Standard Webhooks 1.0.

What happens is written in the transaction of the change (outbox.py) and sent by jobs (delivery_jobs.py). This package
is below those whose changes it reports: they hand it the ids of what changed, and register how the API shows that.
Source: github.com/standard-webhooks/standard-webhooks, spec/standard-webhooks.md.
"""

from app.webhooks import delivery_jobs as delivery_jobs  # registers the jobs that whoever writes an event enqueues
