package labelwright.ui.data.canary;

import labelwright.media.ImageDecoder;

/// Breaks the map: screens reach the adapters only through the workbench.
public record ReachesAnAdapter(ImageDecoder decoder) {}
