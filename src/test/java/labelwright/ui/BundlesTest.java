package labelwright.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Every text of the interface is there, in each language, once, and used.
class BundlesTest {

    @Test
    void allTextsAreThereOnceAndUsed() {
        List<String> faults = BundleRules.faults(Path.of("src/main/java"), Path.of("src/main/resources"));
        assertEquals("", String.join("\n", faults));
    }

    @Test
    void theRulesFindEachFault(@TempDir Path folder) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("java/app"));
        Path resources = Files.createDirectories(folder.resolve("resources/app"));
        Files.writeString(sources.resolve("View.java"), """
                String a = TEXTS.get("view.title") + TEXTS.format("view.missing", 1) + TEXTS.get("view.kind." + kind);
                Action b = Action.of(TEXTS, "view.open").needs(ready, "view.reason").does(this::open);
                """);
        Files.writeString(resources.resolve("messages.properties"), """
                view.title=Title of {0} and 'quotes'
                view.title=Title
                view.unused=Unused
                view.kind.one=One
                view.loud=Yes!
                """);
        Files.writeString(resources.resolve("messages_zh_CN.properties"), """
                view.unused=\u65e0
                view.kind.one=\u4e00 {0}
                view.extra=\u591a
                """);
        String faults = String.join("\n", BundleRules.faults(folder.resolve("java"), folder.resolve("resources")));
        for (String part : List.of("a text twice: view.title", "paste: view.missing=", "paste: action.view.open=", "paste: view.reason=",
                "nobody uses: view.unused", "zh_CN.properties lacks a text; paste: view.title=Title", "English lacks: view.extra",
                "other things than the English text: view.kind.one", "shouts: view.loud")) {
            assertTrue(faults.contains(part), () -> part + " not in\n" + faults);
        }
    }
}
