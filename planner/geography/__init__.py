"""Places on earth: what they are called, where they lie, and how long the way takes."""
