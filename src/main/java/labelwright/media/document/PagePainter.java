package labelwright.media.document;

import java.io.IOException;
import java.io.Serial;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/// Draws pages; may be asked to stop, and stops by itself when one takes too long.
final class PagePainter extends PDFRenderer {
    private static final long MOST_NANOS = 30_000_000_000L;

    private final BooleanSupplier isCancelled;

    PagePainter(PDDocument document, BooleanSupplier isCancelled) {
        super(document);
        this.isCancelled = isCancelled;
        setSubsamplingAllowed(true);
    }

    /// Ends the drawing.
    static final class TooLong extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        TooLong() {
            super("more than %,d s".formatted(MOST_NANOS / 1_000_000_000));
        }
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new Drawer(parameters, isCancelled);
    }

    private static final class Drawer extends PageDrawer {
        private final BooleanSupplier isCancelled;
        private final long end = System.nanoTime() + MOST_NANOS;

        Drawer(PageDrawerParameters parameters, BooleanSupplier isCancelled) throws IOException {
            super(parameters);
            this.isCancelled = isCancelled;
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if (isCancelled.getAsBoolean()) {
                throw new CancellationException("the picture of the page is no longer wanted");
            }
            if (System.nanoTime() > end) {
                throw new TooLong();
            }
            super.processOperator(operator, operands);
        }
    }
}
