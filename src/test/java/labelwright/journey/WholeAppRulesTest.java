package labelwright.journey;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import labelwright.model.ProjectKind;
import labelwright.ui.action.Action;
import labelwright.ui.action.ActionRegistry;
import labelwright.ui.control.Place;
import labelwright.workbench.Workbench;
import labelwright.workbench.WorkbenchContext;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Rules that hold over all screens together, whichever there are.
class WholeAppRulesTest {
    @TempDir
    private Path folder;

    private AppDriver start(ProjectKind kind) {
        Path workspace = folder.resolve("workspace");
        try (Workbench made = Workbench.create(workspace, WorkbenchContext.of(Runnable::run, "ada"))) {
            made.projects().create("Night", kind, List.of("lamp", "window"));
        }
        AppDriver app = AppDriver.start(folder.resolve("settings.json"));
        app.open(workspace);
        return app;
    }

    @ParameterizedTest
    @EnumSource(ProjectKind.class)
    void noTwoActionsShareAnIdOrAShortcutWhereBothHold(ProjectKind kind) {
        try (AppDriver app = start(kind)) {
            List<Action> actions = app.actions();
            assertTrue(actions.size() > 20, actions::toString);
            assertEquals(List.of(), ActionRegistry.conflicts(actions));
        }
    }

    @ParameterizedTest
    @EnumSource(ProjectKind.class)
    void everyActionHasWords(ProjectKind kind) {
        try (AppDriver app = start(kind)) {
            for (Action action : app.actions()) {
                assertFalse(action.text().isBlank() || action.text().startsWith("action."), action::toString);
                assertFalse(action.disabledReason().startsWith("needs."), action::toString);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ProjectKind.class)
    void nodeIdsAreUniqueOnEveryScreen(ProjectKind kind) {
        try (AppDriver app = start(kind)) {
            List<String> twice = new ArrayList<>();
            for (String screen : app.screens()) {
                app.goTo(new Place.Home(screen));
                app.idsThereTwice().forEach(id -> twice.add(screen + ": " + id));
            }
            assertEquals(List.of(), twice);
        }
    }
}
