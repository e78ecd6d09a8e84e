"""The playground of the dashboard: chat, pictures and videos, paid as requests of the API are."""
