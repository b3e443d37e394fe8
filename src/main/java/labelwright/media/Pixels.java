package labelwright.media;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.util.Arrays;
import java.util.Optional;

/// Turns whatever raster a reader gives into `0xAARRGGBB`, sRGB, not premultiplied.
///
/// Grey is taken as it is stored (the JDK's own conversion takes it as linear light and brightens it). Samples of more than 8 bits are
/// scaled by their whole range, not cut; grey of 16 bits whose highest value fits 12 bits is scaled as 12 bits, because microscope cameras
/// store 12 bits that way and the picture would be black otherwise. Floating-point samples outside 0 to 1 are stretched from the lowest to
/// the highest. Every other colour space goes through its ICC profile.
final class Pixels {

    private static final int OPAQUE = 0xff000000;
    private static final double TWELVE_BITS = 4095;

    private Pixels() {}

    static int[] toArgb(BufferedImage image) {
        ColorModel colours = image.getColorModel();
        if (colours instanceof IndexColorModel palette) {
            return fromPalette(image.getRaster(), palette);
        }
        int space = colours.getColorSpace().getType();
        boolean plain = space == ColorSpace.TYPE_GRAY || colours.getColorSpace().isCS_sRGB();
        if (!plain) {
            return throughProfile(image).map(Pixels::fromPackedInts).orElseGet(() -> fromRgbCalls(image));
        }
        if (colours instanceof DirectColorModel) {
            return fromPackedInts(image);
        }
        return fromBands(image.getRaster(), colours);
    }

    private static Optional<BufferedImage> throughProfile(BufferedImage image) {
        int type = image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        BufferedImage converted = new BufferedImage(image.getWidth(), image.getHeight(), type);
        try {
            return Optional.of(new ColorConvertOp(null).filter(image, converted));
        } catch (CMMException | IllegalArgumentException e) {
            // a profile that the colour engine refuses: the colour space itself may still convert pixel by pixel
            return Optional.empty();
        }
    }

    private static int[] fromRgbCalls(BufferedImage image) {
        int width = image.getWidth();
        return image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
    }

    private static int[] fromPackedInts(BufferedImage image) {
        boolean opaque = image.getType() == BufferedImage.TYPE_INT_RGB;
        Raster raster = image.getRaster();
        int width = raster.getWidth();
        if ((opaque || image.getType() == BufferedImage.TYPE_INT_ARGB) && raster.getDataBuffer() instanceof DataBufferInt ints
                && ints.getData().length == width * raster.getHeight()) {
            int[] argb = ints.getData();
            if (opaque) {
                for (int i = 0; i < argb.length; i++) {
                    argb[i] |= OPAQUE;
                }
            }
            return argb;
        }
        return fromRgbCalls(image);
    }

    private static int[] fromPalette(Raster raster, IndexColorModel palette) {
        int[] colours = new int[1 << Math.min(16, palette.getPixelSize())];
        int[] known = new int[palette.getMapSize()];
        palette.getRGBs(known);
        System.arraycopy(known, 0, colours, 0, Math.min(known.length, colours.length));
        int width = raster.getWidth();
        int height = raster.getHeight();
        int[] argb = new int[width * height];
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
            for (int x = 0; x < width; x++) {
                argb[y * width + x] = colours[row[x] & colours.length - 1];
            }
        }
        return argb;
    }

    private static int[] fromBands(Raster raster, ColorModel colours) {
        boolean bytes = raster.getDataBuffer() instanceof DataBufferByte && raster.getSampleModel() instanceof PixelInterleavedSampleModel
                && Arrays.stream(colours.getComponentSize()).allMatch(bits -> bits == 8);
        if (bytes && !colours.isAlphaPremultiplied()) {
            return fromInterleavedBytes(raster, colours);
        }
        return fromSamples(raster, colours);
    }

    private static int[] fromInterleavedBytes(Raster raster, ColorModel colours) {
        PixelInterleavedSampleModel layout = (PixelInterleavedSampleModel) raster.getSampleModel();
        byte[] data = ((DataBufferByte) raster.getDataBuffer()).getData();
        int[] offsets = layout.getBandOffsets();
        boolean grey = colours.getNumColorComponents() == 1;
        int red = offsets[0];
        int green = grey ? red : offsets[1];
        int blue = grey ? red : offsets[2];
        int alpha = colours.hasAlpha() ? offsets[offsets.length - 1] : -1;
        int step = layout.getPixelStride();
        int width = raster.getWidth();
        int height = raster.getHeight();
        int start = raster.getDataBuffer().getOffset() - raster.getSampleModelTranslateX() * step
                - raster.getSampleModelTranslateY() * layout.getScanlineStride();
        int[] argb = new int[width * height];
        for (int y = 0, to = 0; y < height; y++) {
            int from = start + (raster.getMinY() + y) * layout.getScanlineStride() + raster.getMinX() * step;
            for (int x = 0; x < width; x++, from += step) {
                int a = alpha < 0 ? OPAQUE : data[from + alpha] << 24;
                argb[to++] = a | (data[from + red] & 0xff) << 16 | (data[from + green] & 0xff) << 8 | (data[from + blue] & 0xff);
            }
        }
        return argb;
    }

    private static int[] fromSamples(Raster raster, ColorModel colours) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        int bands = raster.getNumBands();
        int colourBands = Math.min(colours.getNumColorComponents(), bands);
        boolean alpha = colours.hasAlpha() && bands > colourBands;
        Range range = Range.of(raster, colours, colourBands);
        double alphaRange = colours.hasAlpha() ? Range.whole(colours, colourBands) : 1;
        int[] argb = new int[width * height];
        double[][] rows = new double[bands][width];
        for (int y = 0, to = 0; y < height; y++) {
            for (int band = 0; band < bands; band++) {
                samples(raster, y, band, rows[band]);
            }
            for (int x = 0; x < width; x++) {
                double a = alpha ? rows[colourBands][x] / alphaRange : 1;
                double divisor = colours.isAlphaPremultiplied() && a > 0 ? a : 1;
                int red = range.toByte(rows[0][x], divisor);
                int green = colourBands < 3 ? red : range.toByte(rows[1][x], divisor);
                int blue = colourBands < 3 ? red : range.toByte(rows[2][x], divisor);
                argb[to++] = clamp(a * 255) << 24 | red << 16 | green << 8 | blue;
            }
        }
        return argb;
    }

    private static void samples(Raster raster, int y, int band, double[] row) {
        raster.getSamples(raster.getMinX(), raster.getMinY() + y, row.length, 1, band, row);
        if (raster.getTransferType() == DataBuffer.TYPE_INT) {
            for (int x = 0; x < row.length; x++) {
                // 32-bit samples are unsigned, but come back as Java ints
                row[x] = row[x] < 0 ? row[x] + 0x1p32 : row[x];
            }
        }
    }

    private static int clamp(double value) {
        return (int) Math.max(0, Math.min(255, value + 0.5));
    }

    /// The sample values that become 0 and 255.
    private record Range(double low, double high) {

        static Range of(Raster raster, ColorModel colours, int colourBands) {
            boolean floating = raster.getTransferType() == DataBuffer.TYPE_FLOAT || raster.getTransferType() == DataBuffer.TYPE_DOUBLE;
            double whole = floating ? 1 : whole(colours, 0);
            boolean wideGrey = colourBands == 1 && whole == 65535;
            if (!floating && !wideGrey) {
                return new Range(0, whole);
            }
            Range found = found(raster, colourBands);
            if (wideGrey) {
                return new Range(0, found.high <= TWELVE_BITS ? TWELVE_BITS : whole);
            }
            boolean inside = found.low >= 0 && found.high <= 1;
            return inside || found.high <= found.low ? new Range(0, 1) : found;
        }

        static double whole(ColorModel colours, int band) {
            boolean floating = colours.getTransferType() == DataBuffer.TYPE_FLOAT || colours.getTransferType() == DataBuffer.TYPE_DOUBLE;
            return floating ? 1 : Math.pow(2, colours.getComponentSize(band)) - 1;
        }

        private static Range found(Raster raster, int bands) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            double[] row = new double[raster.getWidth()];
            for (int band = 0; band < bands; band++) {
                for (int y = 0; y < raster.getHeight(); y++) {
                    samples(raster, y, band, row);
                    for (double value : row) {
                        if (Double.isFinite(value)) {
                            low = Math.min(low, value);
                            high = Math.max(high, value);
                        }
                    }
                }
            }
            return new Range(low, high);
        }

        int toByte(double value, double divisor) {
            return clamp((value / divisor - low) / (high - low) * 255);
        }
    }
}
