package labelwright.exchange;

import java.util.List;

/// What was written, and what the format could not hold.
public record WriteReport(long items, long annotations, List<Loss> losses) {
    public WriteReport {
        losses = List.copyOf(losses);
    }
}
