package labelwright.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a person said with [ReadOption#COLUMNS], taken apart: `text=review,label=stars,separator=|,header=no`.
///
/// @param names of columns or keys, by what they are; an empty name means that there is none
/// @param separator of several classes in one cell; empty for none
/// @param hasHeader whether the first line of a table names its columns
public record ColumnChoice(Map<String, String> names, String separator, boolean hasHeader) {
    public ColumnChoice {
        names = Map.copyOf(names);
    }

    /// @param words what a column can be
    /// @throws ExchangeException for another word
    public static ColumnChoice of(ReadRequest request, Set<String> words) {
        Map<String, String> names = new LinkedHashMap<>();
        String separator = "";
        boolean hasHeader = true;
        for (String part : request.option(ReadOption.COLUMNS).map(text -> List.of(text.split(","))).orElse(List.of())) {
            int equals = part.indexOf('=');
            String word = (equals < 0 ? part : part.substring(0, equals)).strip().toLowerCase(Locale.ROOT);
            String value = equals < 0 ? "" : part.substring(equals + 1).strip();
            if (part.isBlank()) {
                continue;
            }
            if (word.equals("separator")) {
                separator = separator(value);
            } else if (word.equals("header")) {
                hasHeader = !value.equals("no");
            } else if (words.contains(word)) {
                names.put(word, value);
            } else {
                String example = String.join(",", words.stream().sorted().map(each -> each + "=NAME").toList());
                throw new ExchangeException("%s is nothing that a column can be here. Say which column is what like this: %s."
                        .formatted(SafeName.shown(word), example));
            }
        }
        return new ColumnChoice(names, separator, hasHeader);
    }

    private static String separator(String value) {
        return switch (value) {
            case "comma" -> ",";
            case "semicolon" -> ";";
            case "tab" -> "\t";
            case "blank" -> " ";
            default -> value;
        };
    }

    public Optional<String> name(String word) {
        return Optional.ofNullable(names.get(word));
    }
}
