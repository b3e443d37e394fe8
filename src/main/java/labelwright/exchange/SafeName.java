package labelwright.exchange;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Tells names that stay inside their folder from names that could lead out of it or to a device, on any system.
public final class SafeName {
    private static final int LONGEST = 1000;
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\\$|conout\\$)(\\..*)?");
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:/.*", Pattern.DOTALL);

    private SafeName() {}

    /// With `/` between its parts and without parts that mean nothing (`.` and empty ones).
    public static String normalise(String name) {
        String slashed = name.replace('\\', '/');
        if (!slashed.startsWith("./") && !slashed.contains("/./") && !slashed.contains("//")) {
            return slashed;
        }
        return String.join("/", List.of(slashed.split("/")).stream().filter(part -> !part.isEmpty() && !part.equals(".")).toList());
    }

    /// Why the name must not be used as a path below a folder, as the end of a sentence; empty when it may.
    public static Optional<String> danger(String name) {
        String slashed = name.replace('\\', '/');
        if (slashed.isBlank()) {
            return Optional.of("is empty");
        }
        if (slashed.length() > LONGEST) {
            return Optional.of("is longer than " + LONGEST + " characters");
        }
        if (slashed.chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
            return Optional.of("holds a control character");
        }
        if (slashed.startsWith("//")) {
            return Optional.of("is the address of another computer");
        }
        if (slashed.startsWith("/") || slashed.startsWith("~/")) {
            return Optional.of("is an absolute path");
        }
        if (SCHEME.matcher(slashed).matches()) {
            return Optional.of("is a web or file address");
        }
        if (DRIVE.matcher(slashed).matches()) {
            return Optional.of("is an absolute path on a Windows drive");
        }
        return dangerousPart(slashed);
    }

    private static Optional<String> dangerousPart(String slashed) {
        for (String part : slashed.split("/")) {
            if (part.equals("..")) {
                return Optional.of("leads out of the folder");
            }
            if (DEVICE.matcher(part).matches()) {
                return Optional.of("is the name of a Windows device");
            }
        }
        return slashed.endsWith("/") ? Optional.of("names a folder") : Optional.empty();
    }

    /// The name as it can be shown in one line.
    public static String shown(String name) {
        StringBuilder text = new StringBuilder("\"");
        name.codePoints().limit(120).forEach(c -> {
            if (Character.isISOControl(c)) {
                text.append(String.format("\\u%04x", c));
            } else {
                text.appendCodePoint(c);
            }
        });
        return text.append(name.codePointCount(0, name.length()) > 120 ? "…\"" : "\"").toString();
    }
}
