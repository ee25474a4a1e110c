"""Rules about what meetings are about, and what comes of them."""
