package labelwright.exchange.coco;

import labelwright.exchange.ColumnRuns;
import labelwright.exchange.CountsText;
import labelwright.exchange.DamagedMask;
import labelwright.exchange.PictureSizes.Size;
import labelwright.geometry.Spans;

/// A mask as it stands in a file.
final class CocoMask {
    private final Size size;
    private final long[] counts;
    private final String text;

    /// @param width 0 when the file does not say
    /// @param height 0 when the file does not say
    /// @param counts empty when they are given as text
    /// @param text the compressed counts; empty when there are none
    CocoMask(int width, int height, long[] counts, String text) {
        this.size = new Size(Math.max(0, width), Math.max(0, height));
        this.counts = counts;
        this.text = text;
    }

    /// The pixels that are on; may be none.
    ///
    /// @param said the picture's size as the file has it
    /// @param picture the picture's own size
    Spans pixels(Size said, Size picture) throws DamagedMask {
        Size own = size.isKnown() ? size : said.isKnown() ? said : picture;
        if (said.isKnown() && !own.equals(said) && !own.equals(picture)) {
            throw new DamagedMask("The mask has %s pixels, but its picture has %s.".formatted(own, said));
        }
        if (text.isEmpty() && counts.length == 0) {
            throw new DamagedMask("The mask has no counts.");
        }
        return ColumnRuns.spans(text.isEmpty() ? counts : CountsText.decode(text), own.width(), own.height());
    }
}
