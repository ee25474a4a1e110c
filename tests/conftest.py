"""What all tests share: how many examples a law is tried on, the same ones each time."""

import gc

from hypothesis import settings

from tests.laws import tried

# Thousands of small records a test are no garbage; looking for it takes a tenth of the suite.
gc.set_threshold(400_000, 50, 100)


def pytest_collection_finish() -> None:
    """Leave what was collected alone when garbage is looked for at the end: it stays anyway."""
    gc.freeze()


settings.register_profile("summitry", tried(40))
settings.load_profile("summitry")
