"""The panes that screens are made of; each shows a state that it is given."""
