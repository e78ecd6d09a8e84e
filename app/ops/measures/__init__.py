"""The metrics of `/metrics` by subject; each reads its numbers from where the doctor and the operator's pages do."""
