package labelwright.model.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

import labelwright.model.ItemId;
import labelwright.model.Split;
import labelwright.model.WorkState;
import labelwright.model.query.ItemQuery.Comparison;

/// Reads the query line.
///
/// Terms are separated by spaces and all must hold; `-` before a term means not. A term is a word (the name contains it) or
/// `field operator value`: `label:car,bus`, `state:draft`, `split:train,none`, `id:12,13`, `suggested:yes`, `suggested:detection-1` (by that model), `missing:annotations`,
/// `missing:answers`, `attribute:colour=red,blue`, `answer:night`, `score<0.5`, `annotations>=3`, `name~"abc def"`, `text~invoice`. A comma between values means or. Quotes keep spaces, commas and
/// signs together; `\"` and `\\` stand for themselves inside them.
public final class ItemQueryParser {
    private static final String FIELDS = "label, state, split, score, annotations, name, text, attribute, answer, suggested, missing and id";
    private static final String OPERATORS = ":~<>=";
    private final String text;
    private int at;

    private ItemQueryParser(String text) {
        this.text = text;
    }

    /// @throws QueryException when the text is not a query
    public static ItemQuery parse(String text) {
        return new ItemQueryParser(text).query();
    }

    private ItemQuery query() {
        List<ItemQuery> terms = new ArrayList<>();
        skipSpace();
        while (at < text.length()) {
            terms.add(term());
            skipSpace();
        }
        return terms.size() == 1 ? terms.getFirst() : new ItemQuery.And(terms);
    }

    private ItemQuery term() {
        if (text.charAt(at) == '-') {
            int start = at++;
            if (at == text.length() || Character.isWhitespace(text.charAt(at))) {
                throw new QueryException("There is nothing after the \"-\" at position " + (start + 1) + "; write what must not hold",
                        start);
            }
            return new ItemQuery.Not(term());
        }
        int start = at;
        if (text.charAt(at) == '"') {
            return new ItemQuery.NameContains(quoted());
        }
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && OPERATORS.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(start, at);
        if (at == text.length() || Character.isWhitespace(text.charAt(at))) {
            return new ItemQuery.NameContains(word);
        }
        return field(word.toLowerCase(Locale.ROOT), start);
    }

    private ItemQuery field(String field, int start) {
        int operatorAt = at;
        String operator = operator();
        return switch (field) {
            case "label" -> {
                requireColon(field, operator, operatorAt);
                yield new ItemQuery.HasLabel(values(name -> name));
            }
            case "state" -> {
                requireColon(field, operator, operatorAt);
                yield new ItemQuery.InState(values(ItemQueryParser::state));
            }
            case "split" -> {
                requireColon(field, operator, operatorAt);
                yield new ItemQuery.InSplit(values(Split::ofKey));
            }
            case "id" -> {
                requireColon(field, operator, operatorAt);
                yield new ItemQuery.HasId(values(value -> new ItemId(wholeNumber(value))));
            }
            case "suggested" -> {
                requireColon(field, operator, operatorAt);
                yield suggested();
            }
            case "missing" -> {
                requireColon(field, operator, operatorAt);
                yield missing();
            }
            case "attribute" -> {
                requireColon(field, operator, operatorAt);
                yield new ItemQuery.HasAttribute(name(), namedValues());
            }
            case "answer" -> {
                requireColon(field, operator, operatorAt);
                yield new ItemQuery.HasAnswer(name(), namedValues());
            }
            case "score" -> new ItemQuery.Score(comparison(operator, operatorAt), number());
            case "annotations" -> new ItemQuery.AnnotationCount(comparison(operator, operatorAt), Math.toIntExact(wholeNumber()));
            case "name" -> {
                requireContains(field, operator, operatorAt);
                yield new ItemQuery.NameContains(value());
            }
            case "text" -> {
                requireContains(field, operator, operatorAt);
                yield new ItemQuery.TextContains(value());
            }
            default -> throw new QueryException(
                    "There is no field \"" + field + "\" (position " + (start + 1) + "); the fields are " + FIELDS, start);
        };
    }

    private String operator() {
        int start = at;
        while (at < text.length() && OPERATORS.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private static void requireColon(String field, String operator, int position) {
        if (!operator.equals(":") && !operator.equals("=")) {
            throw new QueryException(
                    "After \"" + field + "\" comes \":\" and a value, not \"" + operator + "\" (position " + (position + 1) + ")",
                    position);
        }
    }

    private static void requireContains(String field, String operator, int position) {
        if (!operator.equals("~") && !operator.equals(":")) {
            throw new QueryException(
                    "After \"" + field + "\" comes \"~\" and a text, not \"" + operator + "\" (position " + (position + 1) + ")",
                    position);
        }
    }

    private static Comparison comparison(String operator, int position) {
        return switch (operator) {
            case "<" -> Comparison.LESS;
            case "<=" -> Comparison.AT_MOST;
            case ">" -> Comparison.MORE;
            case ">=" -> Comparison.AT_LEAST;
            case "=", ":" -> Comparison.EQUAL;
            default -> throw new QueryException(
                    "\"" + operator + "\" at position " + (position + 1) + " compares nothing; use <, <=, =, >= or >", position);
        };
    }

    private ItemQuery suggested() {
        boolean quoted = at < text.length() && text.charAt(at) == '"';
        Set<String> values = values(value -> value);
        if (!quoted && values.size() == 1) {
            String only = values.iterator().next().toLowerCase(Locale.ROOT);
            if (only.equals("yes")) {
                return new ItemQuery.Suggested();
            }
            if (only.equals("no")) {
                return new ItemQuery.Not(new ItemQuery.Suggested());
            }
        }
        return new ItemQuery.SuggestedBy(values);
    }

    /// A name as it stands in a query, whatever it holds.
    public static String quoted(String name) {
        return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private ItemQuery missing() {
        int start = at;
        return switch (value().toLowerCase(Locale.ROOT)) {
            case "annotations", "labels" -> new ItemQuery.AnnotationCount(Comparison.EQUAL, 0);
            case "suggestions" -> new ItemQuery.Not(new ItemQuery.Suggested());
            case "answers" -> new ItemQuery.MissingAnswers();
            case "split" -> new ItemQuery.InSplit(Set.of(Split.NONE));
            default -> throw new QueryException(
                    "After \"missing:\" comes annotations, answers, suggestions or split (position " + (start + 1) + ")",
                    start);
        };
    }

    private static WorkState state(String word) {
        for (WorkState state : WorkState.values()) {
            if (state.name().equalsIgnoreCase(word)) {
                return state;
            }
        }
        throw new IllegalArgumentException(
                "There is no state called \"" + word + "\"; use new, draft, submitted, accepted or rejected");
    }

    private double number() {
        int start = at;
        String word = value();
        try {
            double number = Double.parseDouble(word);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw noNumber(word, start, e);
        }
        throw noNumber(word, start, null);
    }

    private long wholeNumber() {
        int start = at;
        String word = value();
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException e) {
            throw noNumber(word, start, e);
        }
    }

    private static QueryException noNumber(String word, int start, @org.jspecify.annotations.Nullable Throwable cause) {
        QueryException failure = new QueryException("\"" + word + "\" at position " + (start + 1) + " is not a number", start);
        if (cause != null) {
            failure.initCause(cause);
        }
        return failure;
    }

    private static long wholeNumber(String word) {
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + word + "\" is not a whole number", e);
        }
    }

    private <T> Set<T> values(Function<String, T> reader) {
        Set<T> values = new LinkedHashSet<>();
        while (true) {
            int start = at;
            String word = value();
            try {
                values.add(reader.apply(word));
            } catch (IllegalArgumentException e) {
                QueryException failure = new QueryException(e.getMessage() + " (position " + (start + 1) + ")", start);
                failure.initCause(e);
                throw failure;
            }
            if (at == text.length() || text.charAt(at) != ',') {
                return values;
            }
            at++;
        }
    }

    /// What stands before `=`, or the whole value when there is none.
    private String name() {
        if (at < text.length() && text.charAt(at) == '"') {
            return quoted();
        }
        int start = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && text.charAt(at) != '=') {
            at++;
        }
        if (at == start) {
            throw new QueryException("A name is missing at position " + (start + 1), start);
        }
        return text.substring(start, at);
    }

    private Set<String> namedValues() {
        if (at == text.length() || text.charAt(at) != '=') {
            return Set.of();
        }
        at++;
        return values(value -> value);
    }

    private String value() {
        if (at < text.length() && text.charAt(at) == '"') {
            return quoted();
        }
        int start = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && text.charAt(at) != ',') {
            at++;
        }
        if (at == start) {
            throw new QueryException("A value is missing at position " + (start + 1), start);
        }
        return text.substring(start, at);
    }

    private String quoted() {
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            value.append(text.charAt(at++));
        }
        if (at >= text.length()) {
            throw new QueryException("The quote at position " + (start + 1) + " is not closed; put \" at its end", start);
        }
        at++;
        return value.toString();
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
