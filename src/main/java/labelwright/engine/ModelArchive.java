package labelwright.engine;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import labelwright.engine.SafeTensors.MalformedException;

/// A model in one zip file, to carry to another workspace or machine: `model.json`, the safetensors file of weights that it names, and `labels.txt`
/// with the names of the labels, one a line, for other tools.
///
/// Nothing in it can run code. Reading takes these names and no others, stops at a size that no model has, and checks that the weights fit
/// the network that the description speaks of, before anything is used.
public final class ModelArchive {
    private static final String LABELS = "labels.txt";
    private static final long MOST_DESCRIPTION = 1L << 20;
    private static final long MOST_WEIGHTS = 1L << 30;
    private static final int BLOCK = 1 << 16;

    private ModelArchive() {}

    /// What an archive that was read holds.
    ///
    /// @param labels names, in the order of the network's answers
    /// @param metrics of validation, by name
    public record Contents(List<String> labels, Map<String, Double> metrics) {}

    /// Looks whether a folder holds a sound model of some family.
    public interface Check {
        /// @throws EngineException in one plain sentence if it does not
        Contents of(Path folder) throws EngineException;
    }

    /// Writes the model of a folder into a file, which is replaced if it is there; under its name it is whole.
    ///
    /// @throws EngineException if the folder holds no sound model
    public static void write(Path folder, Path zip, Check check) throws EngineException, IOException {
        ModelFolder source = new ModelFolder(folder);
        Contents contents = check.of(folder);
        Path part = zip.resolveSibling(zip.getFileName() + ".part");
        try (OutputStream out = Files.newOutputStream(part); ZipOutputStream entries = new ZipOutputStream(out)) {
            for (Path file : source.files()) {
                entries.putNextEntry(new ZipEntry(file.getFileName().toString()));
                Files.copy(file, entries);
                entries.closeEntry();
            }
            entries.putNextEntry(new ZipEntry(LABELS));
            entries.write((String.join("\n", contents.labels()) + "\n").getBytes(StandardCharsets.UTF_8));
            entries.closeEntry();
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        Files.move(part, zip, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Unpacks an archive into a new folder and checks it.
    ///
    /// @param folder made; when this throws, what lies in it is of no use
    /// @throws EngineException in one plain sentence if the file is no model, is damaged, or holds anything else
    public static Contents read(Path zip, Path folder, Check check) throws EngineException, IOException {
        Files.createDirectories(folder);
        Set<String> seen = new HashSet<>();
        try (InputStream in = Files.newInputStream(zip); ZipInputStream entries = new ZipInputStream(in)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (!seen.add(entry.getName().toLowerCase(Locale.ROOT))) {
                    throw new EngineException("The file " + zip + " holds " + entry.getName() + " twice; it was not imported.");
                }
                take(zip, entries, entry.getName(), folder);
            }
        } catch (ZipException | EOFException e) {
            throw new EngineException("The file " + zip + " is damaged, cut off or no zip file; it was not imported.", e);
        }
        if (!seen.contains(ModelFolder.DESCRIPTION)) {
            throw new EngineException("The file " + zip + " is no model of this app: it holds no " + ModelFolder.DESCRIPTION + ".");
        }
        return check.of(folder);
    }

    private static void take(Path zip, InputStream entry, String name, Path folder) throws EngineException, IOException {
        if (name.equals(ModelFolder.DESCRIPTION)) {
            copy(zip, entry, folder.resolve(ModelFolder.DESCRIPTION), MOST_DESCRIPTION);
        } else if (name.matches("[A-Za-z0-9-]{1,80}\\.safetensors")) {
            copy(zip, entry, folder.resolve(name), MOST_WEIGHTS);
        } else if (!name.equals(LABELS)) {
            throw new EngineException("The file " + zip + " is no model of this app: it holds \"" + shortened(name)
                    + "\", which no model has. Nothing was imported.");
        }
    }

    private static void copy(Path zip, InputStream entry, Path target, long most) throws EngineException, IOException {
        byte[] block = new byte[BLOCK];
        long total = 0;
        try (OutputStream out = Files.newOutputStream(target)) {
            for (int read = entry.read(block); read >= 0; read = entry.read(block)) {
                total += read;
                if (total > most) {
                    throw new EngineException("The file " + zip + " unpacks to more than any model of this app has; it was not imported.");
                }
                out.write(block, 0, read);
            }
        }
    }

    /// The check of a detector's folder.
    public static Contents detector(Path where) throws EngineException {
        ModelFolder.Stored stored = new ModelFolder(where).read();
        DetectionSettings settings = stored.description().settings();
        try {
            var _ = stored.values(new DetectorNetwork(stored.description().labels().size(), settings.number(DetectionOption.WIDTH),
                    settings.number(DetectionOption.DROPOUT)).layout());
            return new Contents(stored.description().labels(), stored.description().metrics());
        } catch (MalformedException e) {
            throw new EngineException("The model in " + where + " is damaged: its weights do not fit its description (" + e.getMessage()
                    + ").", e);
        }
    }

    private static String shortened(String name) {
        String printable = name.replaceAll("\\p{Cntrl}", "?");
        return printable.length() > 60 ? printable.substring(0, 60) + "..." : printable;
    }
}
