package labelwright.model;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// A required attribute that nobody has answered.
///
/// @param region the region it is about; null when it is about the whole picture
/// @param attribute its name
public record OpenQuestion(@Nullable AnnotationId region, String attribute) {

    /// Empty when it is about the whole picture.
    public Optional<AnnotationId> findRegion() {
        return Optional.ofNullable(region);
    }
}
