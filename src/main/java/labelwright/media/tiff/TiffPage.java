package labelwright.media.tiff;

import java.util.List;

/// A page with the smaller copies of it that are in the file.
///
/// @param directory the place of the page in the chain of directories, from 0, the smaller copies counted
/// @param image the page itself
/// @param overviews smaller copies, the largest first
public record TiffPage(int directory, TiffImage image, List<Overview> overviews) {
    public TiffPage {
        overviews = List.copyOf(overviews);
    }

    /// @param shrink how many times smaller than the page along each side; above 1
    public record Overview(TiffImage image, double shrink) {}
}
