package labelwright.geometry;

/// A stretch of a text, in Unicode code points from 0.
///
/// @param start the first code point
/// @param end the code point behind the last one; larger than `start`
public record TextRange(int start, int end) implements Comparable<TextRange> {
    public TextRange {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("A stretch of text from " + start + " to " + end + " holds nothing");
        }
    }

    public int length() {
        return end - start;
    }

    public boolean contains(int offset) {
        return offset >= start && offset < end;
    }

    public boolean contains(TextRange other) {
        return other.start >= start && other.end <= end;
    }

    /// Whether both hold at least one same code point.
    public boolean overlaps(TextRange other) {
        return start < other.end && other.start < end;
    }

    public TextRange shift(int by) {
        return new TextRange(start + by, end + by);
    }

    /// By start, the longer one first where two start together: what contains comes before what is contained.
    @Override
    public int compareTo(TextRange other) {
        return start == other.start ? Integer.compare(other.end, end) : Integer.compare(start, other.start);
    }
}
