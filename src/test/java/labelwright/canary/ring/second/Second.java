package labelwright.canary.ring.second;

import labelwright.canary.ring.first.First;

/// The other half of the cycle.
public record Second(First first) {}
