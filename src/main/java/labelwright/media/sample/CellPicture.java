package labelwright.media.sample;

import java.util.List;

import labelwright.media.PixelImage;

/// A sample picture and everything in it that is worth a label.
public record CellPicture(PixelImage image, List<Cell> cells) {

    public CellPicture {
        cells = List.copyOf(cells);
    }
}
