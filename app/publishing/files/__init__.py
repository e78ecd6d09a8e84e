"""The pictures and videos of posts: uploaded in pieces, checked, stored, and served at addresses that end."""
