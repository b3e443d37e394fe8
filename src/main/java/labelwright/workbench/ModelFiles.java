package labelwright.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

import labelwright.engine.EngineException;
import labelwright.engine.ModelArchive;
import labelwright.engine.ModelFolder;
import labelwright.engine.text.TextFamily;
import labelwright.engine.text.TextModels;
import labelwright.exchange.ExchangeException;
import labelwright.model.ModelId;
import labelwright.model.ModelVersion;
import labelwright.model.Project;
import labelwright.store.WorkspaceStore;
import labelwright.workbench.WorkbenchException.Reason;

/// Carries models to other workspaces and machines, each as one zip file in which nothing can run.
public final class ModelFiles {
    /// How such files end.
    public static final String EXTENSION = "zip";
    private static final String PREFIX = "imported-";

    private final WorkspaceStore store;

    ModelFiles(WorkspaceStore store) {
        this.store = store;
    }

    /// Writes a model into a file, which is replaced if it is there.
    /// @throws WorkbenchException when the model's files are not in order, or the file cannot be written
    public void write(ModelId id, Path file) {
        ModelVersion model = Faults.told(() -> store.models().model(id));
        OtherModels.requireNetwork(model);
        try {
            ModelArchive.write(store.modelsFolder().resolve(model.folder()), file.toAbsolutePath(), ModelFiles::check);
        } catch (EngineException e) {
            throw Faults.translate(e);
        } catch (NoSuchFileException e) {
            throw new WorkbenchException(Reason.NOT_FOUND,
                    "There is no folder " + file.toAbsolutePath().getParent() + " to write the model to.",
                    e);
        } catch (IOException e) {
            throw FileFaults.writing(file, "The model was not exported.", e);
        }
    }

    /// Adds the model of a file to the project. The file is checked first; nothing stays of one that is refused.
    ///
    /// @param name empty for the file's own; a number is added when the project has a model of that name
    /// @throws WorkbenchException when the file is no sound model, or the workspace cannot be written
    public ModelVersion read(Project project, Path file, String name) {
        if (!Files.isRegularFile(file)) {
            throw new WorkbenchException(Reason.NOT_FOUND, "There is no file " + file + ".");
        }
        if (!Files.isReadable(file)) {
            throw new WorkbenchException(Reason.FAILED, "The file " + file + " may not be read. Make it readable and try again.");
        }
        String folder = PREFIX + UUID.randomUUID().toString().substring(0, 8);
        Path target = store.modelsFolder().resolve(folder);
        try {
            ModelArchive.Contents contents = ModelArchive.read(file, target, ModelFiles::check);
            String family = TextFamily.of(ModelFolder.family(target)).map(TextFamily::id).orElse(Training.DETECTION);
            requireFitting(project, family, file);
            return Faults.told(() -> store.models().add(new ModelVersion(new ModelId(0), project.id(), free(project, named(file, name)),
                    family, ModelVersion.Stage.CANDIDATE, null, contents.labels(), folder, new TreeMap<>(contents.metrics()),
                    Instant.now())));
        } catch (EngineException e) {
            FileTree.delete(target);
            throw new WorkbenchException(Reason.INVALID, String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            FileTree.delete(target);
            throw FileFaults.concernsAll(e)
                    ? FileFaults.writing(store.modelsFolder(), "The model was not imported.", e)
                    : new WorkbenchException(Reason.INVALID,
                            "The file " + file + " is damaged or cannot be read (" + ExchangeException.reason(e)
                                    + "); it was not imported.",
                            e);
        } catch (RuntimeException e) {
            FileTree.delete(target);
            throw e;
        }
    }

    private static ModelArchive.Contents check(Path folder) throws EngineException {
        return TextFamily.of(ModelFolder.family(folder)).isPresent() ? TextModels.check(folder) : ModelArchive.detector(folder);
    }

    private static void requireFitting(Project project, String family, Path file) throws EngineException {
        if (Families.of(project.kind()).stream().noneMatch(known -> known.id().equals(family))) {
            throw new EngineException("The model in " + file + " is of the family " + family + " and is of no use in a project of the kind "
                    + project.kind().key() + "; it was not imported.");
        }
    }

    /// Labels of the model that the project lacks: what it says of them is left out.
    public List<String> unknownLabels(ModelVersion model) {
        List<String> known = Faults.told(() -> store.projects().project(model.project())).schema().names();
        return model.labels().stream().filter(label -> !known.contains(label)).toList();
    }

    private static String named(Path file, String name) {
        if (!name.isBlank()) {
            return name.strip();
        }
        String own = String.valueOf(file.getFileName()).replaceFirst("(?i)\\." + EXTENSION + "$", "").strip();
        return own.isEmpty() ? "model" : own;
    }

    private String free(Project project, String name) {
        List<String> taken = store.models().of(project.id()).stream().map(ModelVersion::name).toList();
        String free = name;
        for (int number = 2; taken.contains(free); number++) {
            free = name + "-" + number;
        }
        return free;
    }
}
