package labelwright.model;

import java.time.Instant;

/// Items that are labelled with one schema.
public record Project(ProjectId id, String name, ProjectKind kind, LabelSchema schema, Instant created) {}
