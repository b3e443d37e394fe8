package labelwright.architecture;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Holds the house to [PackageMap] and [HouseRules].
class ArchitectureTest {
    static final JavaClasses HOUSE = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(PackageMap.ROOT);

    @TestFactory
    Stream<DynamicTest> theHouseKeepsTheRule() {
        Map<String, ArchRule> rules = HouseRules.all();
        return rules.entrySet().stream().map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(HOUSE)));
    }

    @Test
    void theSourcesKeepTheRules() {
        assertEquals(List.of(), SourceRules.faults(Path.of("src/main/java")));
    }

    @Test
    void theWholeHouseWasLookedAt() {
        assertTrue(HOUSE.stream().anyMatch(type -> type.getName().equals("labelwright.geometry.Shape")), "no classes were read");
    }

    @Test
    void theMapHasNoArrowUpAFloor() {
        List<String> floors = List.copyOf(PackageMap.MAY_IMPORT.keySet());
        PackageMap.MAY_IMPORT.forEach((room, targets) -> targets.forEach(target -> {
            boolean knownAdapter = !PackageMap.ADAPTERS.contains(room) || !PackageMap.ADAPTERS.contains(target)
                    || room.equals("engine") && target.equals("media");
            assertTrue(floors.contains(target), target + " is no room");
            assertTrue(floors.indexOf(target) < floors.indexOf(room), room + " may import " + target + ", which lies above it");
            assertTrue(knownAdapter, room + " and " + target + " are adapters of one floor");
        }));
    }
}
