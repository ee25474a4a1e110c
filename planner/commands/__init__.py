"""The command line: a file a command, or a few related ones.

This is the one part of `planner` that opens the store and the screens, and it does so inside
functions, so that a command loads only what it needs.
"""
