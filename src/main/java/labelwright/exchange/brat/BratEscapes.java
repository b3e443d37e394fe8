package labelwright.exchange.brat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Our own spelling, in comments and notes, of what brat's words cannot hold: `\n`, `\r`, `\t`, `\\` and `\u2028`.
final class BratEscapes {
    /// The type of notes that hold an attribute.
    static final String OWN = "LabelwrightAttribute";
    private static final Pattern SPECIAL = Pattern.compile("[\\\\\\p{Cc}\\u2028\\u2029\\uFEFF]|^[\\p{Z}]|[\\p{Z}]$");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-f]{4}|.)", Pattern.DOTALL);

    private BratEscapes() {}

    static String escape(String text) {
        return SPECIAL.matcher(text).replaceAll(found -> Matcher.quoteReplacement(switch (found.group()) {
            case "\\" -> "\\\\";
            case "\n" -> "\\n";
            case "\r" -> "\\r";
            case "\t" -> "\\t";
            default -> String.format("\\u%04x", (int) found.group().charAt(0));
        }));
    }

    static String unescape(String text) {
        return ESCAPE.matcher(text).replaceAll(found -> {
            String code = found.group(1);
            return Matcher.quoteReplacement(switch (code) {
                case "n" -> "\n";
                case "r" -> "\r";
                case "t" -> "\t";
                default -> code.length() == 5 ? String.valueOf((char) Integer.parseInt(code, 1, 5, 16)) : code;
            });
        });
    }
}
