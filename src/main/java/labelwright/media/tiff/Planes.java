package labelwright.media.tiff;

import java.util.List;

/// Channels that are stored one after the other, brought together pixel by pixel.
final class Planes {
    private Planes() {}

    /// @param planes of the same size and kind, one channel each; a single one may have any number of channels
    static Samples join(List<Samples> planes) {
        Samples first = planes.getFirst();
        if (planes.size() == 1) {
            return first;
        }
        int channels = planes.size();
        int count = first.width() * first.height();
        return switch (first) {
            case Samples.Bytes _ -> {
                byte[] all = new byte[count * channels];
                for (int c = 0; c < channels; c++) {
                    byte[] plane = (byte[]) planes.get(c).array();
                    for (int i = 0; i < count; i++) {
                        all[i * channels + c] = plane[i];
                    }
                }
                yield new Samples.Bytes(first.width(), first.height(), channels, all);
            }
            case Samples.Shorts _ -> {
                short[] all = new short[count * channels];
                for (int c = 0; c < channels; c++) {
                    short[] plane = (short[]) planes.get(c).array();
                    for (int i = 0; i < count; i++) {
                        all[i * channels + c] = plane[i];
                    }
                }
                yield new Samples.Shorts(first.width(), first.height(), channels, all);
            }
            case Samples.Floats _ -> {
                float[] all = new float[count * channels];
                for (int c = 0; c < channels; c++) {
                    float[] plane = (float[]) planes.get(c).array();
                    for (int i = 0; i < count; i++) {
                        all[i * channels + c] = plane[i];
                    }
                }
                yield new Samples.Floats(first.width(), first.height(), channels, all);
            }
        };
    }
}
