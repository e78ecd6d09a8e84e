"""The operator's console: what waits, how the parts do, queues, mail, the audit log, settings and announcements."""
