"""The JSON API of publishing, with the scope publish: `/api/v1/posts`, `/api/v1/media`, `/api/v1/connections`."""
