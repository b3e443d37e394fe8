package labelwright.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import labelwright.model.Author;
import labelwright.model.ModelId;
import labelwright.model.ModelVersion;
import labelwright.model.Project;
import labelwright.store.WorkspaceStore;
import labelwright.workbench.WorkbenchException.Reason;

/// Models that ran somewhere else: only what they suggested is here, so they can be judged and taken from, but not asked.
final class OtherModels {
    /// The family of such models.
    static final String FAMILY = "suggestions";
    private static final String ABOUT = "about.txt";

    private final WorkspaceStore store;

    OtherModels(WorkspaceStore store) {
        this.store = store;
    }

    /// @param model the model as it is stored
    /// @param made whether it is there for this import only, so far
    record Begun(ModelVersion model, boolean made) {
        Author author() {
            return new Author.ByModel(model.id());
        }
    }

    /// The author of a rehearsal; a model that nobody has when there is none of that name yet.
    Author lookUp(Project project, String name) {
        return new Author.ByModel(find(project, name).map(ModelVersion::id).orElse(new ModelId(Long.MAX_VALUE)));
    }

    Begun begin(Project project, String name, Path source) {
        Optional<ModelVersion> there = find(project, name);
        if (there.isPresent()) {
            return new Begun(there.get(), false);
        }
        if (name.isBlank()) {
            throw new WorkbenchException(Reason.INVALID, "Suggestions need the name of the model that made them.");
        }
        String folder = FAMILY + "-" + UUID.randomUUID().toString().substring(0, 8);
        Path about = store.modelsFolder().resolve(folder).resolve(ABOUT);
        try {
            Files.createDirectories(about.getParent());
            Files.writeString(about, "The suggestions of %s were imported from %s.%n".formatted(name.strip(), source));
        } catch (IOException e) {
            throw FileFaults.writing(store.modelsFolder(), "Nothing was imported.", e);
        }
        return new Begun(store.models().add(new ModelVersion(new ModelId(0), project.id(), name.strip(), FAMILY,
                ModelVersion.Stage.CANDIDATE, null, List.of(), folder, new TreeMap<>(), Instant.now())), true);
    }

    /// The model now knows these labels too.
    void finish(Begun begun, List<String> labels) {
        Set<String> all = new LinkedHashSet<>(begun.model.labels());
        all.addAll(labels);
        store.models().saveLabels(begun.model.id(), new ArrayList<>(all));
    }

    /// Takes a model back that was made for an import that failed.
    void takeBack(Begun begun) {
        if (begun.made) {
            store.models().delete(begun.model.id());
            FileTree.delete(store.modelsFolder().resolve(begun.model.folder()));
        }
    }

    /// @throws WorkbenchException INVALID when the model cannot be asked anything
    static void requireNetwork(ModelVersion model) {
        if (Models.isElsewhere(model)) {
            throw new WorkbenchException(Reason.INVALID, "The model \"" + model.name()
                    + "\" ran somewhere else and only its suggestions were imported; there is no network here that could look at pictures.");
        }
    }

    private Optional<ModelVersion> find(Project project, String name) {
        Optional<ModelVersion> found = store.models().of(project.id()).stream().filter(model -> model.name().equals(name.strip()))
                .findFirst();
        found.filter(model -> !model.family().equals(FAMILY)).ifPresent(model -> {
            throw new WorkbenchException(Reason.INVALID, "The model \"" + name
                    + "\" was trained here and suggests by itself. Give the imported suggestions another name.");
        });
        return found;
    }
}
