package labelwright.exchange.documents;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import labelwright.exchange.DatasetFormat;
import labelwright.exchange.DatasetReader;
import labelwright.exchange.DatasetWriter;
import labelwright.exchange.Detection;
import labelwright.exchange.FileNames;
import labelwright.exchange.FolderLook;
import labelwright.geometry.ShapeKind;
import labelwright.model.ProjectKind;

/// PDF and DOCX files.
public final class DocumentsFormat implements DatasetFormat {
    /// Below that of plain texts: `readme.txt` beside data sets is common, and so is a manual in PDF.
    private static final int LAST_RESORT = 4;
    private static final int MORE_THAN_TEXTS = 6;
    private static final Set<String> ENDINGS = Set.of("pdf", "docx", "docm");

    @Override
    public String id() {
        return "documents";
    }

    @Override
    public String displayName() {
        return "Documents (PDF, DOCX)";
    }

    @Override
    public ProjectKind kind() {
        return ProjectKind.TEXT;
    }

    @Override
    public boolean hasMedia() {
        return true;
    }

    @Override
    public Set<ShapeKind> shapes() {
        return Set.of();
    }

    static boolean isDocument(String name) {
        return ENDINGS.contains(FileNames.extension(name));
    }

    @Override
    public Optional<Detection> recognise(FolderLook look) {
        List<String> documents = look.files().stream().filter(DocumentsFormat::isDocument).toList();
        if (documents.isEmpty()) {
            return Optional.empty();
        }
        boolean areMany = documents.size() > look.withExtension("txt", "text", "md", "markdown", "rst", "log").size();
        return Optional.of(new Detection(this, areMany ? MORE_THAN_TEXTS : LAST_RESORT,
                documents.size() == 1 ? "there is a document" : "there are %,d documents".formatted(documents.size())));
    }

    @Override
    public DatasetReader reader() {
        return new DocumentsReader();
    }

    @Override
    public Optional<DatasetWriter> writer() {
        return Optional.empty();
    }
}
