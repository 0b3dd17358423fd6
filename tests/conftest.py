"""What holds for every test."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# What a property says has to hold in any time. By the clock, a pause of a busy machine would be a fault, like
# the 0.2 s that an example of test_ordinals once waited for a processor. Hypothesis itself does so in a CI.
settings.register_profile("any_time", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any_time")
