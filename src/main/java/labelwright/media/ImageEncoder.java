package labelwright.media;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import labelwright.media.tiff.Samples;

/// Writes pictures. A file appears whole or not at all: it is written beside its place and moved there. Stateless, any thread.
public final class ImageEncoder {

    private static final int WHITE = 0xff;
    private static final int OPAQUE = 0xff000000;

    private ImageEncoder() {}

    /// Writes a JPEG. It has no transparency: what shows through becomes white.
    ///
    /// @param quality 0 to 1; 0.9 is good
    public static void writeJpeg(PixelImage image, Path file, double quality) throws IOException {
        BufferedImage opaque = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
        opaque.getRaster().setDataElements(0, 0, image.width(), image.height(), flatten(image).argb());
        write(opaque, "jpeg", quality, file);
    }

    /// Without loss, transparency kept.
    public static void writePng(PixelImage image, Path file) throws IOException {
        BufferedImage copy = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_ARGB);
        copy.getRaster().setDataElements(0, 0, image.width(), image.height(), image.argb());
        write(copy, "png", 0.5, file);
    }

    /// Without loss, with 16 bits a sample.
    ///
    /// @return false, and nothing written, when its samples have no place in a PNG
    public static boolean writeDeepPng(DeepImage image, Path file) throws IOException {
        DeepImage.Channels channels = image.channels();
        if (!(image.samples() instanceof Samples.Shorts samples) || channels.inverted()) {
            return false;
        }
        int bands = channels.count() + (channels.alphaHighest() > 0 ? 1 : 0);
        if (samples.channels() != bands) {
            return false;
        }
        ColorSpace space = ColorSpace.getInstance(channels.count() == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
        ColorModel colours = new ComponentColorModel(space, bands > channels.count(), false,
                bands > channels.count() ? Transparency.TRANSLUCENT : Transparency.OPAQUE, DataBuffer.TYPE_USHORT);
        WritableRaster raster = colours.createCompatibleWritableRaster(image.width(), image.height());
        raster.setDataElements(0, 0, image.width(), image.height(), samples.array());
        write(new BufferedImage(colours, raster, false, null), "png", 0.5, file);
        return true;
    }

    /// The picture over white; itself when nothing shows through.
    static PixelImage flatten(PixelImage image) {
        int[] argb = image.argb();
        if (Arrays.stream(argb).allMatch(pixel -> pixel >>> 24 == WHITE)) {
            return image;
        }
        return new PixelImage(image.width(), image.height(), Arrays.stream(argb).map(ImageEncoder::overWhite).toArray());
    }

    private static void write(BufferedImage image, String format, double quality, Path file) throws IOException {
        // not Files.createTempFile, whose files only their owner may read
        Path unfinished = file.resolveSibling("." + Long.toHexString(ThreadLocalRandom.current().nextLong()) + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                encode(image, format, quality, out);
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void encode(BufferedImage image, String format, double quality, OutputStream out) throws IOException {
        ImageWriter writer = ImageIO.getImageWriters(ImageTypeSpecifier.createFromRenderedImage(image), format).next();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality((float) quality);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
    }

    private static int overWhite(int argb) {
        int a = argb >>> 24;
        return OPAQUE | over(argb >> 16 & 0xff, a) << 16 | over(argb >> 8 & 0xff, a) << 8 | over(argb & 0xff, a);
    }

    private static int over(int value, int alpha) {
        return (value * alpha + WHITE * (255 - alpha) + 127) / 255;
    }
}
