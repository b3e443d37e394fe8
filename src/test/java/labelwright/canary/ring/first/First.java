package labelwright.canary.ring.first;

import labelwright.canary.ring.second.Second;

/// Breaks the rule against cycles, and lies in no room of the map.
public record First(Second second) {}
