package labelwright.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javafx.beans.property.SimpleBooleanProperty;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import labelwright.geometry.ShapeKind;
import labelwright.model.Colour;
import labelwright.model.LabelClass;
import labelwright.model.Project;
import labelwright.task.DirectJobRunner;
import labelwright.task.Job;
import labelwright.task.JobRunner;
import labelwright.task.JobState;
import labelwright.ui.action.Action;
import labelwright.ui.action.Texts;
import labelwright.workbench.Workbench;
import labelwright.workbench.WorkbenchContext;
import labelwright.workbench.WorkbenchException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The decisions behind the window, without a window.
class ShellModelsTest {
    private static final Texts WORDS = Texts.of(ShellModelsTest.class);

    @TempDir
    private Path folder;

    private Workbench workbench() {
        return Workbench.create(folder.resolve("workspace"), WorkbenchContext.of(Runnable::run, "ada"));
    }

    @Test
    void aFormSaysWhatIsWrongFirst() {
        ProjectForm form = ProjectForm.empty(List.of("Taken"));
        assertEquals(Optional.of(ProjectForm.Fault.NO_NAME), form.fault());
        form.setName(" taken ");
        assertEquals(Optional.of(ProjectForm.Fault.NAME_TAKEN), form.fault());
        form.setName("Mine");
        form.add("car, bus, car");
        assertEquals(2, form.lines().size());
        assertEquals(Optional.empty(), form.fault());
        form.set(1, form.lines().get(1).withName(" car"));
        assertEquals(Optional.of(ProjectForm.Fault.LABEL_TWICE), form.fault());
        form.set(1, form.lines().get(1).withName("bus").withShapes(Set.of()));
        assertEquals(Optional.of(ProjectForm.Fault.LABEL_WITHOUT_SHAPE), form.fault());
    }

    @Test
    void newLabelsGetColoursThatNobodyHas() {
        ProjectForm form = ProjectForm.empty(List.of());
        form.add("a,b,c");
        form.remove(1);
        form.add("d");
        assertEquals(Set.of(Colour.ofPalette(0), Colour.ofPalette(2), Colour.ofPalette(1)),
                Set.copyOf(form.lines().stream().map(ProjectForm.Line::colour).toList()));
        assertEquals(Colour.ofPalette(1), form.lines().getLast().colour());
    }

    @Test
    void aFormIsStoredAsItWasFilledIn() {
        try (Workbench workbench = workbench()) {
            ProjectForm form = ProjectForm.empty(List.of());
            form.setName("Cells");
            form.add("red, white, platelet");
            form.set(0, form.lines().getFirst().withColour(new Colour(0x123456)).withShapes(EnumSet.of(ShapeKind.BOX)));
            Project made = new ProjectStoring(workbench.projects()).create(form);
            LabelClass first = made.schema().labels().getFirst();
            assertEquals(List.of("red", "white", "platelet"), made.schema().names());
            assertEquals(new Colour(0x123456), first.colour());
            assertEquals(Set.of(ShapeKind.BOX), first.shapes());
        }
    }

    @Test
    void labelsAreRenamedSwappedMovedAddedAndRemovedInOneGo() {
        try (Workbench workbench = workbench()) {
            ProjectForm start = ProjectForm.empty(List.of());
            start.setName("Cells");
            start.add("a, b, c");
            ProjectStoring storing = new ProjectStoring(workbench.projects());
            Project before = storing.create(start);
            ProjectForm form = ProjectForm.of(before, List.of());
            form.set(0, form.lines().get(0).withName("b"));
            form.set(1, form.lines().get(1).withName("a"));
            form.remove(2);
            form.add("d");
            form.move(2, -1);
            form.move(1, -1);
            form.setName("Blood");
            Project after = storing.change(before, form);
            assertEquals("Blood", after.name());
            assertEquals(List.of("d", "b", "a"), after.schema().names());
            assertEquals(before.schema().labels().get(0).id(), after.schema().findByName("b").orElseThrow().id());
            assertEquals(after, workbench.projects().project(after.id()));
        }
    }

    @Test
    void aFolderIsLookedAtBeforeItIsUsed() throws Exception {
        assertEquals(FolderDialog.Fit.GOOD, FolderDialog.look(folder.resolve("new")));
        Path file = Files.writeString(folder.resolve("notes.txt"), "x");
        assertEquals(FolderDialog.Fit.NOT_A_FOLDER, FolderDialog.look(file));
        assertEquals(FolderDialog.Fit.HOLDS_FILES, FolderDialog.look(folder));
        workbench().close();
        assertEquals(FolderDialog.Fit.IS_WORKSPACE, FolderDialog.look(folder.resolve("workspace")));
    }

    @Test
    void anOpenWorkspaceIsNotOpenedTwice() {
        try (Workbench _ = workbench()) {
            WorkbenchException refused = assertThrows(WorkbenchException.class,
                    () -> Workbench.open(folder.resolve("workspace"), WorkbenchContext.of(Runnable::run, "bob")));
            assertEquals(WorkbenchException.Reason.LOCKED, refused.reason());
        }
    }

    @Test
    void thePaletteFindsEachTypedWordAndPutsBeginningsFirst() {
        SimpleBooleanProperty never = new SimpleBooleanProperty();
        PaletteModel model = new PaletteModel(
                List.of(entry("Open the important list", true, never), entry("Import folder", true, never), entry("Export", true, never),
                        entry("Import file", false, never)));
        assertEquals(List.of("Import folder", "Open the important list", "Import file"),
                model.find("import").stream().map(found -> found.action().text()).toList());
        assertEquals(List.of("Import folder"), model.find("fold imp").stream().map(found -> found.action().text()).toList());
        assertTrue(model.find("nothing like it").isEmpty());
        assertEquals(4, model.find("  ").size());
    }

    private static PaletteModel.Entry entry(String text, boolean enabled, SimpleBooleanProperty never) {
        Action.Builder builder = Action.named(text, text, WORDS);
        Action action = enabled ? builder.does(() -> {}) : builder.needs(never, "never").does(() -> {});
        return new PaletteModel.Entry(action, "", action::run);
    }

    @Test
    void jobsMoveFromRunningToEndedWhenTheyAreLookedAt() {
        JobRunner runner = new DirectJobRunner();
        JobsModel jobs = new JobsModel(runner);
        runner.start(JobRunner.Lane.PROJECT, new Job<>("Import cells", (progress, _) -> {
            progress.report(3, 4, "pictures");
            jobs.sample();
            assertEquals(0.75, jobs.active().getFirst().fraction().get());
            assertTrue(jobs.busy().get());
            return 1;
        }));
        jobs.sample();
        assertFalse(jobs.busy().get());
        assertEquals(JobState.DONE, jobs.ended().getFirst().state().get());
    }
}
