package labelwright.workbench;

import labelwright.model.Author;

/// Whose the labels of an import become.
public sealed interface ImportAs {

    /// Complete answers of an author.
    record Answers(Author author) implements ImportAs {}

    /// Suggestions of a model that ran somewhere else: they lie apart from what people labelled, and people take or refuse them. The
    /// attribute `score` becomes their score; without it they count as sure.
    ///
    /// @param model its name in this project; made when there is none
    record Suggestions(String model) implements ImportAs {}
}
