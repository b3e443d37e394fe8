package labelwright.media;

import java.util.List;

/// A picture format that can be read.
public enum ImageFormat {
    JPEG("JPEG"), PNG("PNG"), GIF("GIF"), BMP("BMP"), TIFF("TIFF"), WEBP("WebP");

    private final String displayName;

    ImageFormat(String displayName) {
        this.displayName = displayName;
    }

    public String displayName() {
        return displayName;
    }

    /// The file name endings that such files go by: lower case, without the dot, the usual one first.
    public List<String> extensions() {
        return switch (this) {
            case JPEG -> List.of("jpg", "jpeg", "jpe", "jfif");
            case PNG -> List.of("png");
            case GIF -> List.of("gif");
            case BMP -> List.of("bmp", "dib");
            case TIFF -> List.of("tif", "tiff", "btf", "tf8");
            case WEBP -> List.of("webp");
        };
    }
}
