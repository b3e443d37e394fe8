package labelwright.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import labelwright.geometry.TextRange;

/// Where characters, words and sentences of one text begin and end, in code points.
///
/// Characters and words are found around the place that is asked about; sentences are cut once when the segmentation is made, in a few
/// milliseconds for a megabyte.
public final class Segmentation {
    private final CodePoints text;
    /// UTF-16 index of the start of each sentence.
    private final int[] sentences;

    private Segmentation(CodePoints text, int[] sentences) {
        this.text = text;
        this.sentences = sentences;
    }

    public static Segmentation of(CodePoints text) {
        return new Segmentation(text, Sentences.starts(text.text()));
    }

    public CodePoints text() {
        return text;
    }

    /// What lies at a place: the character, the word, the run of spaces, the single sign, or the sentence without the spaces behind it.
    /// At the end of the text, the last one; empty in an empty text.
    public Optional<TextRange> at(int codePoint, Granularity granularity) {
        if (text.length() == 0) {
            return Optional.empty();
        }
        int unit = text.toUtf16(Math.clamp(codePoint, 0, text.length() - 1));
        String all = text.text();
        return Optional.of(switch (granularity) {
            case CHARACTER -> {
                int start = Graphemes.isBoundary(all, unit) ? unit : Graphemes.previous(all, unit);
                yield range(start, Graphemes.next(all, start));
            }
            case WORD -> range(Words.start(all, unit), Words.end(all, unit));
            case SENTENCE -> sentence(sentenceAt(codePoint));
        });
    }

    /// The next place behind this one to which a caret goes: behind the character, to the beginning of the next word or sentence.
    public int next(int codePoint, Granularity granularity) {
        String all = text.text();
        int unit = text.toUtf16(codePoint);
        int to = switch (granularity) {
            case CHARACTER -> Graphemes.next(all, unit);
            case WORD -> {
                int at = unit < all.length() ? Words.end(all, unit) : unit;
                while (at < all.length() && Words.isSpace(all, at)) {
                    at = Words.end(all, at);
                }
                yield at;
            }
            case SENTENCE -> {
                int number = sentenceAt(codePoint);
                yield number + 1 < sentences.length ? sentences[number + 1] : all.length();
            }
        };
        return text.ofUtf16(to);
    }

    /// The last place before this one to which a caret goes: before the character, to the beginning of the word or sentence.
    public int previous(int codePoint, Granularity granularity) {
        String all = text.text();
        int unit = text.toUtf16(codePoint);
        int to = switch (granularity) {
            case CHARACTER -> Graphemes.previous(all, unit);
            case WORD -> {
                int at = unit;
                while (at > 0 && Words.isSpace(all, Graphemes.previous(all, at))) {
                    at = Words.start(all, Graphemes.previous(all, at));
                }
                yield at > 0 ? Words.start(all, Graphemes.previous(all, at)) : 0;
            }
            case SENTENCE -> {
                int number = sentenceAt(codePoint);
                yield sentences[number] < unit || number == 0 ? sentences[number] : sentences[number - 1];
            }
        };
        return text.ofUtf16(to);
    }

    /// The end of the word, character or sentence that a person who goes to the right with Shift wants: without the spaces behind it.
    public int nextEnd(int codePoint, Granularity granularity) {
        int from = codePoint;
        while (from < text.length() && granularity != Granularity.CHARACTER && Words.isSpace(text.text(), text.toUtf16(from))) {
            from = text.ofUtf16(Words.end(text.text(), text.toUtf16(from)));
        }
        int last = from;
        return at(from, granularity).map(found -> found.end() > codePoint ? found.end() : next(last, granularity)).orElse(0);
    }

    /// The range grown so that it cuts nothing in two; spaces at its ends fall away first unless it holds nothing else.
    public TextRange snap(TextRange range, Granularity granularity) {
        TextRange core = granularity == Granularity.CHARACTER ? range : trim(range).orElse(range);
        int start = at(core.start(), granularity).map(TextRange::start).orElse(core.start());
        int end = at(core.end() - 1, granularity).map(TextRange::end).orElse(core.end());
        return new TextRange(Math.min(start, core.start()), Math.max(end, core.end()));
    }

    /// The range without the spaces and line breaks at its ends; empty when it holds nothing else.
    public Optional<TextRange> trim(TextRange range) {
        String all = text.text();
        int start = text.toUtf16(range.start());
        int end = text.toUtf16(range.end());
        while (start < end && isBlank(all.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(all.charAt(end - 1))) {
            end--;
        }
        return start < end ? Optional.of(range(start, end)) : Optional.empty();
    }

    /// Whether a character, word or sentence begins or ends here.
    public boolean isBoundary(int codePoint, Granularity granularity) {
        int unit = text.toUtf16(codePoint);
        return switch (granularity) {
            case CHARACTER -> Graphemes.isBoundary(text.text(), unit);
            case WORD -> Words.isBoundary(text.text(), unit);
            case SENTENCE -> Arrays.binarySearch(sentences, unit) >= 0 || unit == text.text().length();
        };
    }

    /// Every word in a range, without spaces and signs; what begins before the range is left out.
    public List<TextRange> words(TextRange range) {
        List<TextRange> words = new ArrayList<>();
        String all = text.text();
        int end = text.toUtf16(range.end());
        int at = text.toUtf16(range.start());
        while (at < end) {
            int next = Words.end(all, at);
            if (Words.isWord(all, at) && Words.isBoundary(all, at)) {
                words.add(range(at, next));
            }
            at = next;
        }
        return words;
    }

    public int sentenceCount() {
        return sentences.length;
    }

    /// The first code point of a sentence, counted from 0.
    public int sentenceStart(int number) {
        return text.ofUtf16(sentences[number]);
    }

    /// The code point behind a sentence and the spaces behind it.
    public int sentenceEnd(int number) {
        return number + 1 < sentences.length ? text.ofUtf16(sentences[number + 1]) : text.length();
    }

    /// The sentence, counted from 0, in which a code point lies.
    public int sentenceAt(int codePoint) {
        int found = Arrays.binarySearch(sentences, text.toUtf16(codePoint));
        return found >= 0 ? found : -found - 2;
    }

    /// A sentence without the spaces behind it, or with them when it holds nothing else.
    private TextRange sentence(int number) {
        TextRange whole = new TextRange(sentenceStart(number), sentenceEnd(number));
        return trim(whole).orElse(whole);
    }

    private TextRange range(int startUnit, int endUnit) {
        return new TextRange(text.ofUtf16(startUnit), text.ofUtf16(endUnit));
    }

    private static boolean isBlank(char each) {
        return Character.isWhitespace(each) || Character.isSpaceChar(each);
    }
}
