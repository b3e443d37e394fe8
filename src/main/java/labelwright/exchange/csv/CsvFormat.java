package labelwright.exchange.csv;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import labelwright.exchange.DatasetFormat;
import labelwright.exchange.DatasetReader;
import labelwright.exchange.DatasetWriter;
import labelwright.exchange.Detection;
import labelwright.exchange.FolderLook;
import labelwright.exchange.ReadOption;
import labelwright.geometry.ShapeKind;
import labelwright.model.ProjectKind;

/// Tables of texts with their classes.
public final class CsvFormat implements DatasetFormat {
    private static final int LIKELY = 70;
    private static final int MOST_TRIED = 20;

    @Override
    public String id() {
        return "csv";
    }

    @Override
    public String displayName() {
        return "CSV, TSV (classes of texts)";
    }

    @Override
    public ProjectKind kind() {
        return ProjectKind.TEXT;
    }

    @Override
    public Set<ShapeKind> shapes() {
        return EnumSet.noneOf(ShapeKind.class);
    }

    @Override
    public Set<ReadOption> options() {
        return Set.of(ReadOption.COLUMNS, ReadOption.ENCODING);
    }

    @Override
    public Optional<Detection> recognise(FolderLook look) {
        return look.files().stream().filter(file -> CsvReader.EXTENSIONS.stream().anyMatch(end -> file.toLowerCase(Locale.ROOT)
                .endsWith("." + end))).limit(MOST_TRIED).filter(file -> isTable(look, file)).findFirst()
                .map(file -> new Detection(this, LIKELY, file + " has a column of texts and one of their classes"));
    }

    private static boolean isTable(FolderLook look, String file) {
        String head = look.head(file);
        CsvTable table = CsvTable.of(head);
        Optional<String> header = head.lines().skip(table.isSaid() ? 1 : 0).findFirst();
        return header.isPresent() && CsvColumns.looksLikeTexts(List.of(header.get().split(Pattern.quote(
                String.valueOf(table.separator())), -1)));
    }

    @Override
    public DatasetReader reader() {
        return new CsvReader();
    }

    @Override
    public Optional<DatasetWriter> writer() {
        return Optional.of(new CsvWriter());
    }
}
