package labelwright.ui.shell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import labelwright.geometry.ShapeKind;
import labelwright.model.AttributeCondition;
import labelwright.model.AttributeDefinition;
import labelwright.model.AttributeForm;
import labelwright.model.Colour;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.LabelSchema;
import labelwright.model.LabelSchema.SubmitRule;
import labelwright.model.Project;
import labelwright.model.SkeletonTemplate;

/// What a person has entered about a project: its name and its labels in the order of their keys. Decides whether it can be stored.
final class ProjectForm {

    /// One line of the table of labels.
    ///
    /// @param id negative for a label that is new
    record Line(LabelId id, String name, Colour colour, Set<ShapeKind> shapes, AttributeForm attributes,
            @Nullable SkeletonTemplate skeleton) {
        Line {
            shapes = Set.copyOf(shapes);
        }

        Line withName(String changed) {
            return new Line(id, changed, colour, shapes, attributes, skeleton);
        }

        Line withColour(Colour changed) {
            return new Line(id, name, changed, shapes, attributes, skeleton);
        }

        Line withShapes(Set<ShapeKind> changed) {
            return new Line(id, name, colour, changed, attributes, skeleton);
        }

        Line withAttributes(AttributeForm changed) {
            return new Line(id, name, colour, shapes, changed, skeleton);
        }

        /// @param changed null to take it away
        Line withSkeleton(@Nullable SkeletonTemplate changed) {
            return new Line(id, name, colour, shapes, attributes, changed);
        }

        private static Line of(LabelClass label) {
            return new Line(label.id(), label.name(), label.colour(), label.shapes(), label.attributes(), label.skeleton());
        }

        private LabelClass label() {
            return new LabelClass(id, name.strip(), colour, shapes, attributes, skeleton);
        }
    }

    /// What is wrong with the form.
    enum Fault {
        NO_NAME, NAME_TAKEN, LABEL_WITHOUT_NAME, LABEL_TWICE, LABEL_WITHOUT_SHAPE
    }

    private final Set<String> taken;
    private String name;
    private final List<Line> lines = new ArrayList<>();
    private AttributeForm picture = AttributeForm.EMPTY;
    private SubmitRule submitting = SubmitRule.ASK;
    private long nextNew = -1;

    private ProjectForm(String name, List<String> taken) {
        this.name = name;
        this.taken = new HashSet<>(taken);
    }

    /// @param taken names of the other projects
    static ProjectForm empty(List<String> taken) {
        return new ProjectForm("", taken);
    }

    static ProjectForm of(Project project, List<String> taken) {
        ProjectForm form = new ProjectForm(project.name(), taken);
        form.take(project.schema());
        return form;
    }

    /// Takes everything from the schema; labels with a negative id are new.
    void take(LabelSchema schema) {
        lines.clear();
        schema.labels().forEach(label -> lines.add(Line.of(label)));
        picture = schema.picture();
        submitting = schema.submitting();
        nextNew = Math.min(nextNew, lines.stream().mapToLong(line -> line.id().value()).min().orElse(0) - 1);
    }

    /// What was entered, with negative ids for new labels; only when there is no [#fault]. A condition on a label that is gone goes too.
    LabelSchema schema() {
        List<LabelClass> labels = lines.stream().map(Line::label).toList();
        Set<LabelId> there = new HashSet<>();
        labels.forEach(label -> there.add(label.id()));
        List<AttributeDefinition> asked = new ArrayList<>();
        for (AttributeDefinition definition : picture.definitions()) {
            Set<LabelId> kept = new HashSet<>(definition.condition().labels());
            kept.retainAll(there);
            asked.add(definition.with(new AttributeCondition(definition.condition().attribute(), definition.condition().values(), kept)));
        }
        return new LabelSchema(labels, new AttributeForm(asked), submitting);
    }

    AttributeForm picture() {
        return picture;
    }

    void setPicture(AttributeForm changed) {
        picture = changed;
    }

    SubmitRule submitting() {
        return submitting;
    }

    void setSubmitting(SubmitRule changed) {
        submitting = changed;
    }

    String name() {
        return name.strip();
    }

    void setName(String changed) {
        name = changed;
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    /// Adds a label for each name that is not there yet; names are parted by commas or line ends.
    void add(String names) {
        for (String part : names.split("[,，、;\\n]")) {
            String wanted = part.strip();
            if (!wanted.isEmpty() && lines.stream().noneMatch(line -> line.name().strip().equals(wanted))) {
                lines.add(
                        new Line(new LabelId(nextNew--), wanted, freeColour(), ShapeKind.OF_PICTURES, AttributeForm.EMPTY, null));
            }
        }
    }

    void set(int index, Line line) {
        lines.set(index, line);
    }

    void remove(int index) {
        lines.remove(index);
    }

    /// Moves a label one place up (-1) or down (1); nothing happens at the end of the list.
    void move(int index, int by) {
        int to = index + by;
        if (to >= 0 && to < lines.size()) {
            lines.add(to, lines.remove(index));
        }
    }

    /// The first thing that is wrong; empty when the form can be stored.
    Optional<Fault> fault() {
        if (name().isEmpty()) {
            return Optional.of(Fault.NO_NAME);
        }
        if (taken.stream().anyMatch(other -> other.toLowerCase(Locale.ROOT).equals(name().toLowerCase(Locale.ROOT)))) {
            return Optional.of(Fault.NAME_TAKEN);
        }
        Set<String> names = new HashSet<>();
        for (Line line : lines) {
            if (line.name().isBlank()) {
                return Optional.of(Fault.LABEL_WITHOUT_NAME);
            }
            if (!names.add(line.name().strip())) {
                return Optional.of(Fault.LABEL_TWICE);
            }
            if (line.shapes().isEmpty()) {
                return Optional.of(Fault.LABEL_WITHOUT_SHAPE);
            }
        }
        return Optional.empty();
    }

    private Colour freeColour() {
        Set<Colour> used = new HashSet<>();
        lines.forEach(line -> used.add(line.colour()));
        for (int i = 0; i <= lines.size(); i++) {
            if (!used.contains(Colour.ofPalette(i))) {
                return Colour.ofPalette(i);
            }
        }
        return Colour.ofPalette(lines.size());
    }
}
