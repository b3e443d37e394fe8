package labelwright.architecture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/// The rules of the house by name. Each has a canary in [CanaryTest]: a class that breaks it and must be found.
final class HouseRules {
    /// Pixels are handed out to the screens as they are; everything else of media stays behind the workbench.
    private static final Set<String> PIXELS = Set.of("labelwright.media.Picture", "labelwright.media.PixelImage",
            "labelwright.media.DeepImage",
            "labelwright.media.TiledPicture", "labelwright.media.SampleRange", "labelwright.media.SampleWindow");

    private HouseRules() {}

    static Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("map", ArchRuleDefinition.classes().should(keepToTheMap()));
        rules.put("cycles", slices().matching("labelwright.(**)").should().beFreeOfCycles());
        only(rules, "javafx", List.of("canvas", "textview", "ui", "launch"), "javafx..", "org.controlsfx..", "atlantafx..",
                "org.kordamp..");
        only(rules, "engine libraries", List.of("engine"), "ai.djl..", "ai.onnxruntime..");
        only(rules, "database", List.of("store"), "java.sql..", "org.h2..", "org.jdbi..", "org.flywaydb..");
        only(rules, "awt", List.of("media"), "java.awt..", "javax.imageio..");
        rules.put("threads", noClasses().that().resideOutsideOfPackage("labelwright.task..").should(makeThreads()));
        rules.put("static state", fields().that(areStaticState()).should().beFinal().allowEmptyShould(true));
        rules.put("console", noClasses().that().resideOutsideOfPackages("labelwright.cli..").should(printToTheConsole()));
        rules.put("names", noClasses().should(haveVagueNames()));
        return rules;
    }

    private static void only(Map<String, ArchRule> rules, String name, List<String> rooms, String... libraries) {
        String[] allowed = rooms.stream().map(room -> "labelwright." + room + "..").toArray(String[]::new);
        rules.put(name, noClasses().that().resideOutsideOfPackages(allowed).should().dependOnClassesThat().resideInAnyPackage(libraries));
    }

    private static ArchCondition<JavaClass> keepToTheMap() {
        return new ArchCondition<>("import only what the map allows") {
            @Override
            public void check(JavaClass from, ConditionEvents events) {
                String room = PackageMap.room(from.getPackageName());
                if (room.isEmpty()) {
                    events.add(SimpleConditionEvent.violated(from, from.getName() + " lies in no room of the map"));
                    return;
                }
                for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                    JavaClass to = dependency.getTargetClass().getBaseComponentType();
                    if (to.getPackageName().startsWith(PackageMap.ROOT) && !isAllowed(room, to)) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static boolean isAllowed(String room, JavaClass to) {
        String target = PackageMap.room(to.getPackageName());
        Set<String> allowed = PackageMap.MAY_IMPORT.getOrDefault(room, Set.of());
        boolean pixels = PIXELS.contains(to.getName()) && room.startsWith("ui.");
        return target.equals(room) || allowed.contains(target) || pixels;
    }

    private static ArchCondition<JavaClass> makeThreads() {
        return new ArchCondition<>("make threads") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getConstructorCallsFromSelf().stream().filter(call -> call.getTargetOwner().isAssignableTo(Thread.class))
                        .forEach(call -> events.add(SimpleConditionEvent.satisfied(call, call.getDescription())));
                type.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getTargetOwner().isEquivalentTo(Thread.class)
                                && (call.getName().startsWith("of") || call.getName().equals("startVirtualThread"))
                                || call.getTargetOwner().isEquivalentTo(java.util.concurrent.Executors.class)
                                        && call.getName().startsWith("new"))
                        .forEach(call -> events.add(SimpleConditionEvent.satisfied(call, call.getDescription())));
            }
        };
    }

    private static DescribedPredicate<JavaField> areStaticState() {
        return DescribedPredicate.describe("are static", field -> field.getModifiers().contains(JavaModifier.STATIC)
                && !field.getModifiers().contains(JavaModifier.SYNTHETIC) && !field.getName().startsWith("$"));
    }

    private static ArchCondition<JavaClass> printToTheConsole() {
        return new ArchCondition<>("print to the console") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getFieldAccessesFromSelf().stream()
                        .filter(access -> access.getTargetOwner().isEquivalentTo(System.class)
                                && List.of("out", "err").contains(access.getName()))
                        .forEach(access -> events.add(SimpleConditionEvent.satisfied(access, access.getDescription())));
                type.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getName().equals("printStackTrace") && call.getTargetOwner().isAssignableTo(Throwable.class))
                        .forEach(call -> events.add(SimpleConditionEvent.satisfied(call, call.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> haveVagueNames() {
        return new ArchCondition<>("have names that say nothing") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                List<String> vague = new ArrayList<>(List.of("Utils", "Util", "Helper", "Manager", "Impl"));
                if (vague.stream().anyMatch(type.getSimpleName()::endsWith)) {
                    events.add(SimpleConditionEvent.satisfied(type, type.getName()));
                }
            }
        };
    }
}
