package labelwright.engine;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

import labelwright.geometry.Bounds;
import labelwright.media.ImageDecoder;
import labelwright.media.ImageInfo;
import labelwright.media.MediaException;
import labelwright.media.PixelImage;

/// Decoded samples, kept as bytes while the memory allowance lasts and decoded again beyond it. Safe for several threads.
final class PictureCache {

    private final List<DetectionSample> samples;
    private final ImageDecoder decoder;
    private final int longSide;
    private final long allowance;
    private final AtomicLong used = new AtomicLong();
    private final AtomicReferenceArray<TrainingPicture> kept;

    /// @param longSide pictures are kept no longer than this many pixels
    /// @param allowance bytes
    PictureCache(List<DetectionSample> samples, ImageDecoder decoder, int longSide, long allowance) {
        this.samples = samples;
        this.decoder = decoder;
        this.longSide = longSide;
        this.allowance = allowance;
        this.kept = new AtomicReferenceArray<>(samples.size());
    }

    int size() {
        return samples.size();
    }

    TrainingPicture picture(int index) throws EngineException {
        TrainingPicture found = kept.get(index);
        if (found != null) {
            return found;
        }
        TrainingPicture decoded = decode(samples.get(index));
        long bytes = decoded.pixels().rgb().length;
        if (used.addAndGet(bytes) <= allowance && kept.compareAndSet(index, null, decoded)) {
            return decoded;
        }
        used.addAndGet(-bytes);
        return decoded;
    }

    private TrainingPicture decode(DetectionSample sample) throws EngineException {
        try {
            ImageInfo full = decoder.probe(sample.file());
            PixelImage image = decoder.decode(sample.file(), longSide, longSide);
            return picture(sample, image, image.width() / (double) full.width());
        } catch (MediaException e) {
            throw new EngineException("The training picture " + sample.file().path() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static TrainingPicture picture(DetectionSample sample, PixelImage image, double scale) {
        List<LabelledBox> boxes = sample.boxes().stream().map(box -> new LabelledBox(box.label(), scaled(box.bounds(), scale))).toList();
        return new TrainingPicture(RgbPicture.of(image, 1 / scale), boxes);
    }

    private static Bounds scaled(Bounds b, double scale) {
        return new Bounds(b.x() * scale, b.y() * scale, b.width() * scale, b.height() * scale);
    }
}
