package labelwright.exchange;

import java.nio.file.Path;

import labelwright.model.Problem.Action;

/// Tells the text of documents (PDF, DOCX). Whoever reads a data set brings one along, since the formats open no documents themselves.
@FunctionalInterface
public interface DocumentTexts {
    /// Opens none.
    DocumentTexts NONE = (_, taker) -> taker.problem(0, Action.REFUSED, "Documents are not opened here.");

    /// Reads one document and says all that is wrong with it; what the taker throws comes through.
    void read(Path file, Taker taker);

    /// Takes what a document holds.
    interface Taker {
        /// @param page from 1; 0 for a document that has no pages of its own
        void text(int page, String text);

        /// @param page from 1; 0 for the whole file
        void problem(int page, Action action, String sentence);

        /// Called before every page.
        void progress(long done, long total);
    }
}
