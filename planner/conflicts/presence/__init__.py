"""Who is taken when, where the principal is, and how he gets from one entry to the next."""
