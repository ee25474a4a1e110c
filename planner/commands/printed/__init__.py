"""What the commands print: pages of text for a terminal, a file or a pipe."""
