package labelwright.exchange.brat;

import java.util.List;

import labelwright.exchange.SpanPlacer.Stretch;

/// One line of a file of annotations.
sealed interface BratLine {

    /// Counted from 1.
    int line();

    /// @param covered line breaks are spaces in it
    record Span(int line, String id, String type, List<Stretch> stretches, String covered) implements BratLine {
        public Span {
            stretches = List.copyOf(stretches);
        }
    }

    /// A role and the id of what plays it.
    record Argument(String role, String id) {}

    record Link(int line, String id, String type, List<Argument> arguments) implements BratLine {
        public Link {
            arguments = List.copyOf(arguments);
        }
    }

    /// @param trigger the id of its span
    record Event(int line, String id, String type, String trigger, List<Argument> arguments) implements BratLine {
        public Event {
            arguments = List.copyOf(arguments);
        }
    }

    /// @param value `1` for a line without one
    record Attribute(int line, String name, String target, String value) implements BratLine {}

    record Equivalence(int line, String type, List<String> ids) implements BratLine {
        public Equivalence {
            ids = List.copyOf(ids);
        }
    }
}
