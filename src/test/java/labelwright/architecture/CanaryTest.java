package labelwright.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import labelwright.canary.ring.first.First;
import labelwright.canary.ring.second.Second;
import labelwright.geometry.canary.ReachesUpAFloor;
import labelwright.model.canary.HoldsStaticState;
import labelwright.model.canary.MakesThreads;
import labelwright.model.canary.PrintsToTheConsole;
import labelwright.model.canary.SayNothingUtils;
import labelwright.model.canary.UsesDjl;
import labelwright.model.canary.UsesJavaFx;
import labelwright.model.canary.UsesPictures;
import labelwright.model.canary.UsesSql;
import labelwright.store.canary.KnowsAnotherAdapter;
import labelwright.ui.annotate.canary.OtherScreen;
import labelwright.ui.data.canary.KnowsAnotherScreen;
import labelwright.ui.data.canary.ReachesAnAdapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Proves that each rule of [HouseRules] and [SourceRules] can fail.
class CanaryTest {
    private static final Map<String, List<Class<?>>> BREAKERS = Map.of("map",
            List.of(ReachesUpAFloor.class, KnowsAnotherAdapter.class, ReachesAnAdapter.class, KnowsAnotherScreen.class, First.class),
            "cycles",
            List.of(First.class), "javafx", List.of(UsesJavaFx.class), "engine libraries", List.of(UsesDjl.class), "database",
            List.of(UsesSql.class), "awt", List.of(UsesPictures.class), "threads", List.of(MakesThreads.class), "static state",
            List.of(HoldsStaticState.class), "console", List.of(PrintsToTheConsole.class), "names", List.of(SayNothingUtils.class));

    @TestFactory
    Stream<DynamicTest> theRuleFindsItsBreaker() {
        Map<String, ArchRule> rules = HouseRules.all();
        return BREAKERS.entrySet().stream().flatMap(entry -> entry.getValue().stream()
                .map(breaker -> DynamicTest.dynamicTest(entry.getKey() + " / " + breaker.getSimpleName(), () -> {
                    ArchRule rule = rules.get(entry.getKey());
                    JavaClasses classes = new ClassFileImporter().importClasses(breaker, Second.class, OtherScreen.class);
                    List<String> found = rule.allowEmptyShould(true).evaluate(classes).getFailureReport().getDetails();
                    assertTrue(
                            found.stream().anyMatch(line -> line.contains(breaker.getName()) || line.contains("Slice canary.ring.first")),
                            found::toString);
                })));
    }

    @Test
    void everyRuleHasACanary() {
        assertEquals(HouseRules.all().keySet(), Set.copyOf(BREAKERS.keySet()));
    }

    @Test
    void theSourceRulesFindEachFault(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("Long.java"), "\n".repeat(501));
        Files.writeString(folder.resolve("Silent.java"), "try { run(); } catch (Exception e) { }");
        Files.writeString(folder.resolve("Later.java"), "// TO" + "DO one day");
        Files.writeString(folder.resolve("Styled.java"), "node.setStyle(\"-fx-fill: red\");");
        List<String> faults = SourceRules.faults(folder);
        assertEquals(5, faults.size(), faults::toString);
        for (String part : List.of("Long.java", "Silent.java", "Later.java", "Styled.java", "package-info.java")) {
            assertTrue(faults.stream().anyMatch(fault -> fault.contains(part)), part);
        }
    }
}
