package labelwright.cli;

import java.util.List;
import java.util.Map;

import picocli.CommandLine.Command;

import labelwright.workbench.FormatInfo;
import labelwright.workbench.FormatInfo.Direction;

@Command(name = "formats", description = "Lists the formats that can be read and written.")
final class FormatsCommand extends AppCommand {
    FormatsCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Answer answer() {
        List<FormatInfo> formats = FormatInfo.all();
        return new Answer(Fields.of("formats", formats.stream().map(FormatsCommand::json).toList()).toMap(),
                formats.stream().map(FormatsCommand::line).toList());
    }

    private static Map<String, Object> json(FormatInfo format) {
        return Fields.of("id", format.id()).with("name", format.name()).with("read", format.directions().contains(Direction.READ))
                .with("write", format.directions().contains(Direction.WRITE)).with("kinds", List.of(format.kind().key()))
                .with("shapes", shapes(format)).toMap();
    }

    private static String line(FormatInfo format) {
        return "%-18s %-28s %-6s %-12s %s".formatted(format.id(), format.name(), format.kind().key(),
                format.directions().contains(Direction.WRITE) ? "read, write" : "read", String.join(", ", shapes(format)));
    }

    private static List<String> shapes(FormatInfo format) {
        return format.shapes().stream().sorted().map(Descriptions::word).toList();
    }
}
