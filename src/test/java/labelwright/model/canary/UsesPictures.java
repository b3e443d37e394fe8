package labelwright.model.canary;

import java.awt.image.BufferedImage;

/// Breaks the rule that AWT stays in media.
public record UsesPictures(BufferedImage picture) {}
