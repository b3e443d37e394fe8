package labelwright.ui.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;

import org.jspecify.annotations.Nullable;

import labelwright.ui.action.Texts;
import labelwright.workbench.WorkbenchException;

/// What a person is told about a failure: what happened, what it means for the data, what to do.
///
/// @param kind whether it is anybody's fault
/// @param details for a report: the code, the versions and the stack trace; empty for what was to be expected
public record FaultReport(Kind kind, String title, String what, String meaning, String details) {
    private static final Texts TEXTS = Texts.of(FaultReport.class);

    /// An expected fault comes from the world (a bad file, a full disk); a bug is ours.
    public enum Kind {
        EXPECTED, MEMORY, BUG
    }

    /// @param doing what was being done, in the person's words
    public static FaultReport of(String doing, Throwable fault) {
        String title = TEXTS.format("fault.title", doing);
        return switch (fault) {
            case WorkbenchException known -> new FaultReport(Kind.EXPECTED, title, message(known), "", causeOf(known));
            case OutOfMemoryError _ -> new FaultReport(Kind.MEMORY, title, TEXTS.get("fault.memory"), TEXTS.get("fault.memory.meaning"),
                    details(fault));
            case IOException _ -> file(title, fault);
            case UncheckedIOException _ -> file(title, fault);
            default -> new FaultReport(Kind.BUG, title, TEXTS.format("fault.bug", code(fault)), TEXTS.get("fault.bug.meaning"),
                    details(fault));
        };
    }

    private static FaultReport file(String title, Throwable fault) {
        return new FaultReport(Kind.EXPECTED, title, TEXTS.format("fault.file", message(fault)), TEXTS.get("fault.file.meaning"),
                details(fault));
    }

    /// A short name for the place in the code where it went wrong: the same fault has the same code on every machine.
    public static String code(Throwable fault) {
        CRC32 sum = new CRC32();
        for (Throwable at = fault; at != null; at = at.getCause()) {
            sum.update(at.getClass().getName().getBytes(StandardCharsets.UTF_8));
            for (StackTraceElement element : at.getStackTrace()) {
                if (element.getClassName().startsWith("labelwright.")) {
                    sum.update((element.getClassName() + "." + element.getMethodName()).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return String.format(Locale.ROOT, "LW-%08X", sum.getValue());
    }

    private static String causeOf(WorkbenchException known) {
        @Nullable
        Throwable cause = known.getCause();
        return cause == null ? "" : details(known);
    }

    private static String message(Throwable fault) {
        @Nullable
        String message = fault.getMessage();
        return message == null || message.isBlank() ? fault.getClass().getSimpleName() : message;
    }

    private static String details(Throwable fault) {
        StringBuilder text = new StringBuilder(code(fault)).append('\n');
        text.append("Java ").append(System.getProperty("java.version")).append(", ").append(System.getProperty("os.name")).append(' ')
                .append(System.getProperty("os.version")).append(' ').append(System.getProperty("os.arch")).append('\n');
        for (Throwable at = fault; at != null; at = at.getCause()) {
            text.append('\n').append(at).append('\n');
            for (StackTraceElement element : at.getStackTrace()) {
                text.append("    at ").append(element).append('\n');
            }
        }
        return text.toString();
    }
}
