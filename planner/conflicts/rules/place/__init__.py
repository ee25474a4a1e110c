"""Rules about where the principal is, and how he gets there."""
