package labelwright.store.canary;

import labelwright.media.PixelImage;

/// Breaks the map: adapters do not know each other.
public record KnowsAnotherAdapter(PixelImage picture) {}
