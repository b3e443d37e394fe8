package labelwright.workbench;

import labelwright.text.PageLetters;

/// What is known of the page of a text.
///
/// @param letters their code points are those of the item's text; none when the file says something else today
/// @param number of the page, from 1
/// @param pages of the file
public record PageSheet(PageLetters letters, Words words, int number, int pages) {

    /// Whether the page still says what was imported.
    public enum Words {
        SAME, CHANGED
    }
}
