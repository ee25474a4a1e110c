"""Rules about what a day asks of the people in it."""
