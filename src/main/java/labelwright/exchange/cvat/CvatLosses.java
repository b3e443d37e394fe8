package labelwright.exchange.cvat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.LossCount;
import labelwright.exchange.TargetNames;
import labelwright.geometry.Polygon;
import labelwright.model.Annotation;
import labelwright.model.AttributeCondition;
import labelwright.model.AttributeDefinition;
import labelwright.model.AttributeForm;
import labelwright.model.AttributeType;
import labelwright.model.LabelClass;
import labelwright.model.LabelSchema;
import labelwright.model.SkeletonTemplate;

/// What CVAT sees differently.
final class CvatLosses extends LossCount {
    private final LabelSchema project;
    private final Set<String> answered = new HashSet<>();

    CvatLosses(LabelSchema project, CvatSchema found) {
        super(new TargetNames(TargetNames.Unique.NAME));
        this.project = project;
        project.labels().stream().map(LabelClass::attributes).map(AttributeForm::definitions).flatMap(List::stream)
                .filter(definition -> !CvatSchema.BUILT_IN.contains(definition.name())).forEach(this::definition);
        project.labels().stream().flatMap(label -> label.findSkeleton().stream()).map(SkeletonTemplate::mirrors)
                .filter(mirrors -> !mirrors.isEmpty())
                .forEach(_ -> add(1, "skeleton with mirror pairs", "skeletons with mirror pairs", "CVAT does not know which points change "
                        + "places in a mirror."));
        add(found.unfit(), "attribute with values that it cannot have", "attributes with values that they cannot have",
                "It is declared as a text, so that CVAT takes the values.");
        add(found.mixed(), "label with skeletons and other shapes for other tools",
                "labels with skeletons and other shapes for other tools",
                "CVAT takes only skeletons for such a label; Labelwright reads all of them back.");
    }

    private void definition(AttributeDefinition definition) {
        switch (definition.type()) {
            case AttributeType.MultiSelect _ -> text();
            case AttributeType.Taxonomy(List<String>_, AttributeType.Amount amount) -> {
                switch (amount) {
                    case ONE -> add(1, "attribute with a tree of places", "attributes with trees of places",
                            "CVAT has no trees: the paths become the options of a choice.");
                    case SEVERAL -> text();
                }
            }
            case AttributeType.Numeric number -> {
                if (!CvatAttribute.isBounded(number)) {
                    add(1, "number without bounds", "numbers without bounds",
                            "CVAT numbers have a least and a greatest value: they become texts.");
                }
            }
            case AttributeType.LongText _ -> add(1, "attribute of several lines", "attributes of several lines",
                    "CVAT has one kind of text: they come back as texts of one line, with all they say.");
            case AttributeType.Text _, AttributeType.Select _, AttributeType.Check _ -> {
            }
        }
        if ( definition.isRequired() || !definition.condition().equals(AttributeCondition.ALWAYS)) {
            add(1, "attribute that must be answered or depends on something", "attributes that must be answered or depend on something",
                    "CVAT asks for every attribute always and needs no answer.");
        }
    }

    private void text() {
        add(1, "attribute of which several values are chosen", "attributes of which several values are chosen",
                "CVAT has choices of one value only: they become texts.");
    }

    @Override
    public void count(SourceItem item) {
        super.count(item);
        for (Annotation annotation : item.annotations().annotations()) {
            if (annotation.shape() instanceof Polygon polygon && !isOneRing(polygon)) {
                add(1, "polygon with holes or several parts for other tools", "polygons with holes or several parts for other tools",
                        "CVAT polygons have one outline: other tools see a mask of whole pixels. Labelwright reads the exact outline back.");
            }
        }
        item.annotations().answers().keySet().stream().filter(answered::add)
                .forEach(question -> project.picture().find(question).ifPresent(this::definition));
    }

    static boolean isOneRing(Polygon polygon) {
        return polygon.parts().size() == 1 && polygon.parts().getFirst().holes().isEmpty();
    }
}
