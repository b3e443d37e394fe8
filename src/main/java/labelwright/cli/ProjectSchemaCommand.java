package labelwright.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import labelwright.model.AttributeUse;
import labelwright.model.LabelSchema;
import labelwright.model.Project;
import labelwright.model.RelationType;
import labelwright.workbench.SchemaFile;
import labelwright.workbench.Workbench;

@Command(name = "schema", description = "Writes the labels, relations, attributes, skeletons and questions of a project to a file, or takes them from one.")
final class ProjectSchemaCommand extends ProjectCommand {
    @Option(names = "--out", paramLabel = "FILE", description = "Writes the schema there: JSON, or YAML for .yaml and .yml.")
    private @Nullable Path out;

    @Option(names = "--from", paramLabel = "FILE", description = "Replaces the schema by that of the file. Labels of the same name stay the same; labels in use cannot go.")
    private @Nullable Path from;

    ProjectSchemaCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Answer answer(Workbench bench, Project chosen) {
        if ((out == null) == (from == null)) {
            throw new UsageException("Say either --out FILE or --from FILE.");
        }
        List<String> lines = new ArrayList<>();
        LabelSchema schema = chosen.schema();
        if (from != null) {
            LabelSchema wanted = SchemaFile.read(from, schema);
            List<AttributeUse> unknown = bench.projects().unknownTo(chosen.id(), wanted);
            schema = bench.projects().saveSchema(chosen.id(), wanted).schema();
            lines.add("The project " + chosen.name() + " has the labels of " + from + " now.");
            unknown.forEach(use -> lines
                    .add("%,d values of \"%s\" are not known to it any more; they are kept.".formatted(use.count(), use.attribute())));
        } else if (out != null) {
            SchemaFile.write(schema, out);
            lines.add("Wrote the labels of " + chosen.name() + " to " + out + ".");
        }
        return new Answer(Fields.of("labels", schema.names())
                .with("relations", schema.relations().stream().map(RelationType::name).toList())
                .with("attributes", schema.labels().stream().mapToInt(label -> label.attributes().definitions().size()).sum())
                .with("questions", schema.picture().definitions().size()).toMap(), lines);
    }
}
