package labelwright.ui.label;

import labelwright.model.AnnotationId;

/// Where regions are drawn, as the lists and fields beside it know it.
public interface Surface {

    /// Gives it the keys.
    void takeKeys();

    /// Moves the view until the region is seen.
    void reveal(AnnotationId region);
}
