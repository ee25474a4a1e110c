"""Rules about what leaves the house: the public programme, and what was sent before."""
