"""What people and models write, kept only where a key says so; end users; rights of both."""
