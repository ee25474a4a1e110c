"""What all tests share: how many examples a law is tried on, the same ones each time."""

import gc

from hypothesis import settings

# Thousands of small records a test are no garbage; looking for it takes a tenth of the suite.
gc.set_threshold(400_000, 50, 100)

settings.register_profile("summitry", deadline=None, max_examples=25, derandomize=True)
# What a change may break far away is looked for with `pytest --hypothesis-profile=thorough`.
settings.register_profile("thorough", deadline=None, max_examples=400)
settings.load_profile("summitry")
