"""How fast the product is, measured from outside and against the least that Textual can do."""
