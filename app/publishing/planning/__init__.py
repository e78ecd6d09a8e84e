"""Planning: weekly slots and queues, the calendar, approval, and the import of many posts from a CSV file."""
