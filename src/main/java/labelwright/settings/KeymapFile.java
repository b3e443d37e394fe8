package labelwright.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// A keymap as a file of its own, to take it to another machine: a JSON object whose `shortcuts` hold a list of keys for each action.
public final class KeymapFile {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String SHORTCUTS = "shortcuts";

    private KeymapFile() {}

    /// @throws IOException when the file cannot be written
    public static void write(Path file, Keymap keymap) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        SettingsJson.write(root.putObject(SHORTCUTS), keymap);
        Files.write(file, JSON.writeValueAsBytes(root));
    }

    /// @throws IOException when the file cannot be read or holds no shortcuts; the message is a sentence for people
    public static Keymap read(Path file) throws IOException {
        JsonNode root;
        try {
            root = JSON.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw new IOException("The file " + file + " is no JSON: " + e.getOriginalMessage() + ".", e);
        }
        if (root == null || !root.path(SHORTCUTS).isObject()) {
            throw new IOException("The file " + file + " holds no shortcuts. Choose a file that was written by “Export”.");
        }
        return SettingsJson.keymap(root.path(SHORTCUTS));
    }
}
