package labelwright.exchange;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

import labelwright.model.Split;

/// One file for each split, such as `train.csv`, in UTF-8 without a mark. A file is made when its first item comes.
public final class SplitFiles implements Closeable {
    private final Path folder;
    private final String extension;
    private final Start start;
    private final Map<Split, Writer> writers = new EnumMap<>(Split.class);

    /// Writes what stands at the beginning of each file.
    @FunctionalInterface
    public interface Start {
        void write(Writer out) throws IOException;
    }

    /// @param extension with the dot
    public SplitFiles(Path folder, String extension, Start start) {
        this.folder = folder;
        this.extension = extension;
        this.start = start;
    }

    public Writer of(Split split) throws IOException {
        Writer writer = writers.get(split);
        if (writer == null) {
            Path file = folder.resolve(SplitWords.word(split) + extension);
            // an encoder that is asked through a stream replaces half pairs, where one of Files would fail
            writer = new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8));
            writers.put(split, writer);
            start.write(writer);
        }
        return writer;
    }

    @Override
    public void close() throws IOException {
        IOException failure = null;
        for (Writer writer : writers.values()) {
            try {
                writer.close();
            } catch (IOException e) {
                failure = e;
            }
        }
        writers.clear();
        if (failure != null) {
            throw failure;
        }
    }
}
