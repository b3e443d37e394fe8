package labelwright.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import labelwright.cli.Surroundings.ErrorStream;
import labelwright.settings.Settings;
import labelwright.settings.SettingsFile;
import labelwright.task.CancelToken;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// Runs commands in this process and catches what they print.
final class Cli {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SettingsFile settings;
    private final CancelToken token = new CancelToken();

    record Result(int code, String out, String err) {
        /// The one JSON object; fails when there is more or less than one.
        JsonNode json() throws IOException {
            try (JsonParser parser = JSON.createParser(out)) {
                JsonNode node = JSON.readTree(parser);
                assertEquals(null, parser.nextToken(), "exactly one JSON object: " + out);
                return node;
            }
        }
    }

    Cli(Path folder) throws IOException {
        settings = new SettingsFile(folder.resolve("settings.json"));
        settings.write(Settings.defaults().withAnnotator("kim"));
    }

    CancelToken token() {
        return token;
    }

    Result run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new CommandLineApp(
                new Surroundings(new PrintWriter(out), new PrintWriter(err), ErrorStream.FILE, settings, token)).execute(args);
        return new Result(code, out.toString(), err.toString());
    }

    /// Runs a command that must succeed.
    JsonNode json(String... args) throws IOException {
        String[] all = java.util.Arrays.copyOf(args, args.length + 1);
        all[args.length] = "--json";
        Result result = run(all);
        assertEquals(0, result.code, () -> String.join(" ", args) + "\n" + result.err);
        return result.json();
    }
}
