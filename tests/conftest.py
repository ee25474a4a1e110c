"""What all tests share: how many examples a law is tried on, the same ones each time."""

from hypothesis import settings

settings.register_profile("summitry", deadline=None, max_examples=36, derandomize=True)
# What a change may break far away is looked for with `pytest --hypothesis-profile=thorough`.
settings.register_profile("thorough", deadline=None, max_examples=400)
settings.load_profile("summitry")
