package labelwright;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Assumptions;

/// Real annotation files and data sets that lie beside the project, in `../shared/samples`, when the machine has them. Never part of the
/// project. The system property `shared.samples` names another place.
public final class Samples {

    private Samples() {}

    /// A file or folder of the samples, such as `formats/coco`. The calling test is skipped with a message where it is missing.
    public static Path require(String path) {
        Path found = root().resolve(path);
        Assumptions.assumeTrue(Files.exists(found), () -> "skipped: no sample files at " + found);
        return found;
    }

    /// Where the samples are, or would be.
    public static Path root() {
        Path project = Path.of(System.getProperty("project.basedir", "")).toAbsolutePath();
        return Path.of(System.getProperty("shared.samples", project.resolveSibling("shared").resolve("samples").toString()));
    }
}
