package labelwright.store;

import labelwright.model.AnnotationIds;

/// What an import works with.
record ImportContext(Database database, Authors authors, Visibility visibility, Catalogues catalogues, HighestIds ids,
        AnnotationIds annotationIds) {}
