"""What all tests share: how many examples a law is tried on, the same ones each time."""

from hypothesis import settings

settings.register_profile("summitry", deadline=None, max_examples=60, derandomize=True)
settings.load_profile("summitry")
