package labelwright.cli;

import java.util.LinkedHashMap;
import java.util.Map;

import picocli.CommandLine.Option;

/// How files are to be read, where looking at them does not tell.
final class ReadingOptions {
    @Option(names = "--columns", paramLabel = "MAP", description = "Which column of a table is what, by header or number: text=a,label=b.")
    private String columns = "";

    @Option(names = "--by", paramLabel = "PIECE", description = "What is one item: file, line or paragraph of plain texts, sentence or document of tokens.")
    private String by = "";

    @Option(names = "--offsets", paramLabel = "UNIT", description = "What offsets count where the files do not tell: code-points or utf-16.")
    private String offsets = "";

    @Option(names = "--encoding", paramLabel = "NAME", description = "The encoding of the files where it cannot be told, for example GB18030 or ISO-8859-1.")
    private String encoding = "";

    @Option(names = "--orientation", paramLabel = "SENSE", description = "Which pictures labels were made on, where these have an EXIF turn: upright or stored. Found out where it is not said.")
    private String orientation = "";

    Map<String, String> toMap() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("columns", columns);
        options.put("by", by);
        options.put("offsets", offsets);
        options.put("encoding", encoding);
        options.put("orientation", orientation);
        options.values().removeIf(String::isBlank);
        return options;
    }
}
