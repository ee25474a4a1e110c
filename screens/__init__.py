"""The terminal: the only code that knows Textual. It decides nothing the domain can decide."""
