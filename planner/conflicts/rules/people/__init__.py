"""Rules about who meets whom: taken, told, in office, understood."""
