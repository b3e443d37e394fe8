package labelwright.media.tiff;

/// A rectangle of whole pixels, as stored in the file.
public record Rect(int x, int y, int width, int height) {
    public Rect {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("A rectangle of %d x %d pixels is none".formatted(width, height));
        }
    }
}
