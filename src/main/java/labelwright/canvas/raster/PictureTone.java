package labelwright.canvas.raster;

/// How the values of a picture are turned into what is seen: a window of values, then brightness and contrast, then gamma; of all channels or
/// one. Only the view changes, never the picture. Immutable.
///
/// @param brightness added, -1 to 1 where 1 is the whole range
/// @param contrast -1 (all grey) to 1 (black or white); 0 changes nothing
/// @param gamma above 1 lightens the middle; 0.1 to 10
public record PictureTone(Window window, double brightness, double contrast, double gamma, Channel channel, Polarity polarity) {
    public static final double LEAST_GAMMA = 0.1;
    public static final double MOST_GAMMA = 10;
    public static final PictureTone IDENTITY = new PictureTone(Window.WHOLE, 0, 0, 1, Channel.ALL, Polarity.POSITIVE);

    /// Which values become black and white, as shares of the range.
    ///
    /// @param low 0 to 1, below `high`
    /// @param high 0 to 1
    public record Window(double low, double high) {
        public static final Window WHOLE = new Window(0, 1);
        /// The narrowest window, as a share of the range: one step of 256.
        public static final double NARROWEST = 1 / 256.0;

        public Window {
            low = Math.clamp(low, 0, 1 - NARROWEST);
            high = Math.clamp(high, low + NARROWEST, 1);
        }

        /// @param centre 0 to 1
        /// @param width 0 to 1; what would lie outside the range is cut
        public static Window around(double centre, double width) {
            return new Window(centre - width / 2, centre + width / 2);
        }

        public double centre() {
            return (low + high) / 2;
        }

        public double width() {
            return high - low;
        }
    }

    /// What is shown of a picture: all channels in colour, or one as grey.
    public enum Channel {
        ALL, RED, GREEN, BLUE, ALPHA
    }

    /// Whether light is dark.
    public enum Polarity {
        POSITIVE, INVERTED
    }

    public PictureTone {
        brightness = Math.clamp(brightness, -1, 1);
        contrast = Math.clamp(contrast, -1, 1);
        gamma = Math.clamp(gamma, LEAST_GAMMA, MOST_GAMMA);
    }

    public boolean isIdentity() {
        return equals(IDENTITY);
    }

    public PictureTone withWindow(Window changed) {
        return new PictureTone(changed, brightness, contrast, gamma, channel, polarity);
    }

    public PictureTone withBrightness(double changed) {
        return new PictureTone(window, changed, contrast, gamma, channel, polarity);
    }

    public PictureTone withContrast(double changed) {
        return new PictureTone(window, brightness, changed, gamma, channel, polarity);
    }

    public PictureTone withGamma(double changed) {
        return new PictureTone(window, brightness, contrast, changed, channel, polarity);
    }

    public PictureTone withChannel(Channel changed) {
        return new PictureTone(window, brightness, contrast, gamma, changed, polarity);
    }

    public PictureTone withPolarity(Polarity changed) {
        return new PictureTone(window, brightness, contrast, gamma, channel, changed);
    }

    /// What a value becomes; both 0 to 1.
    public double map(double value) {
        double windowed = Math.clamp((value - window.low()) / window.width(), 0, 1);
        double slope = contrast == 0 ? 1 : Math.tan((contrast + 1) * Math.PI / 4);
        double contrasted = Math.clamp((windowed - 0.5) * slope + 0.5 + brightness, 0, 1);
        double bent = Math.pow(contrasted, 1 / gamma);
        return polarity == Polarity.INVERTED ? 1 - bent : bent;
    }
}
