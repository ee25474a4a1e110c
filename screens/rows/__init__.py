"""What rows of text look like: painted by role, cut to a width, without knowing the terminal."""
