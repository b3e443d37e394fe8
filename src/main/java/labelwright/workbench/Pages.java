package labelwright.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

import labelwright.media.PixelImage;
import labelwright.media.document.DocumentException;
import labelwright.media.document.PdfFile;
import labelwright.model.Item;
import labelwright.model.MediaRef;
import labelwright.store.TextRepository;
import labelwright.task.CancelToken;
import labelwright.task.CancelledException;
import labelwright.workbench.WorkbenchException.Reason;

/// The pages that texts were taken from. Blocks while a file is read or drawn, so call it in the background; thread-safe, one page at a time.
///
/// The text of an item lies in the workspace and stays whatever happens to the file. The places of its letters are read from the file again
/// each time, by the code that read the text, and only count while the file says the same.
public final class Pages implements AutoCloseable {
    private final TextRepository texts;
    private final Path mediaFolder;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Open open;
    private volatile boolean isClosed;

    Pages(TextRepository texts, Path mediaFolder) {
        this.texts = texts;
        this.mediaFolder = mediaFolder;
    }

    /// The file looked at last stays open.
    private record Open(Path path, FileTime time, long size, PdfFile pdf) {}

    /// Whether the text was taken from a page. Asks no disk.
    public boolean hasPage(Item item) {
        return item.media().place() != MediaRef.Place.INSIDE;
    }

    /// Where the file is, or should be.
    public Path file(Item item) {
        return item.media().resolve(mediaFolder);
    }

    /// @throws WorkbenchException NOT_FOUND when the file is not there, FAILED when it cannot be read
    /// @throws CancelledException when it was cancelled
    public PageSheet sheet(Item item, CancelToken token) {
        String text = Faults.told(() -> texts.text(item.id())).text();
        return with(item, token, pdf -> {
            PdfFile.Sheet sheet = pdf.sheet(item.media().page());
            boolean same = sheet.text().equals(text);
            return new PageSheet(
                    same ? sheet.letters() : labelwright.text.PageLetters.none(sheet.letters().width(), sheet.letters().height()),
                    same ? PageSheet.Words.SAME : PageSheet.Words.CHANGED, item.media().page() + 1, pdf.pages());
        });
    }

    /// @throws WorkbenchException as [#sheet]
    /// @throws CancelledException when it was cancelled
    public PixelImage picture(Item item, PageWindow window, CancelToken token) {
        return with(item, token, pdf -> pdf.picture(item.media().page(), window.scale(), window.x(), window.y(), window.width(),
                window.height(), () -> token.isCancelled() || isClosed));
    }

    /// Gives the file back, so that others may change or move it.
    public void release() {
        lock.lock();
        try {
            if (open != null) {
                open.pdf.close();
                open = null;
            }
        } finally {
            lock.unlock();
        }
    }

    private interface Look<T> {
        T at(PdfFile pdf) throws DocumentException;
    }

    private <T> T with(Item item, CancelToken token, Look<T> look) {
        Path file = file(item);
        lock.lock();
        try {
            token.throwIfCancelled();
            if (isClosed) {
                throw new CancelledException();
            }
            return look.at(opened(file));
        } catch (CancellationException _) {
            throw new CancelledException();
        } catch (DocumentException e) {
            throw new WorkbenchException(Files.exists(file) ? Reason.FAILED : Reason.NOT_FOUND, String.valueOf(e.getMessage()), e);
        } finally {
            lock.unlock();
        }
    }

    private PdfFile opened(Path file) throws DocumentException {
        FileTime time = FileTime.fromMillis(0);
        long size = -1;
        try {
            time = Files.getLastModifiedTime(file);
            size = Files.size(file);
        } catch (IOException _) {
            // opening it says what is wrong
            size = -1;
        }
        if (open != null && open.path.equals(file) && open.time.equals(time) && open.size == size) {
            return open.pdf;
        }
        release();
        PdfFile pdf = PdfFile.open(file);
        open = new Open(file, time, size, pdf);
        return pdf;
    }

    /// What is being drawn is given up.
    @Override
    public void close() {
        isClosed = true;
        release();
    }
}
