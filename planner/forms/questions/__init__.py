"""What forms ask: each question reads a text into fields of a record, and says what it read."""
