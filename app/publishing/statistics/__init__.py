"""Statistics of posts: how many were published and how often their short links were followed."""
