"""Waiting for conditions instead of for time."""

import time


class WaitTimeout(AssertionError):
    """A condition did not come true in time."""


def until(condition, seconds=10.0, what="the condition", every=0.02):
    """Calls `condition` until it returns something true, and returns that."""
    deadline = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise WaitTimeout(f"{what} did not come true within {seconds} s (last value: {value!r})")
        time.sleep(every)
