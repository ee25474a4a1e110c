"""Rules about moments: wall times that are not, and zones that do not fit."""
