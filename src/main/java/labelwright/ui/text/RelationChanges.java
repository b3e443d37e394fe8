package labelwright.ui.text;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import labelwright.edit.Edit;
import labelwright.edit.EditName;
import labelwright.edit.EditRequest;
import labelwright.model.Colour;
import labelwright.model.LabelSchema;
import labelwright.model.Project;
import labelwright.model.Relation;
import labelwright.model.RelationType;
import labelwright.model.RelationTypeId;
import labelwright.ui.action.Texts;
import labelwright.ui.control.ProjectContext;

/// What can be done to the selected relation, and to the types of relation there are. FX thread only; types are stored in the background.
final class RelationChanges {
    private static final Texts TEXTS = Texts.of(RelationChanges.class);

    private final TextDesk desk;
    private final ProjectContext context;

    RelationChanges(TextDesk desk, ProjectContext context) {
        this.desk = desk;
        this.context = context;
    }

    /// Exchanges the two ends.
    void reverse() {
        desk.findRelation().ifPresent(relation -> replace(relation.reversed()));
    }

    void retype(RelationTypeId type) {
        desk.findRelation().filter(relation -> !relation.type().equals(type)).ifPresent(relation -> replace(relation.withType(type)));
    }

    private void replace(Relation changed) {
        desk.perform(new EditRequest(EditName.CHANGE_RELATION, new Edit.ReplaceRelations(List.of(changed)), desk.selection().get()));
    }

    void delete() {
        desk.findRelation().ifPresent(relation -> desk.perform(
                new EditRequest(EditName.UNRELATE, new Edit.RemoveRelations(List.of(relation.id())), desk.selection().get())));
    }

    /// Adds a type of relation and makes it the one for new relations; one that is there already is chosen.
    void addType(String name) {
        LabelSchema schema = desk.labels().schema();
        String stripped = name.strip();
        if (schema.findRelationByName(stripped).isPresent()) {
            choose(stripped);
            return;
        }
        List<RelationType> types = new ArrayList<>(schema.relations());
        types.add(new RelationType(new RelationTypeId(-1), stripped, Colour.ofPalette(schema.labels().size() + types.size()),
                RelationType.Direction.DIRECTED));
        Project project = context.project().get();
        Callable<Project> storing = () -> context.workbench().projects().saveSchema(project.id(), schema.withRelations(types));
        context.app().jobs().read(TEXTS.get("doing.addRelation"), storing, changed -> {
            context.projectChanged(changed);
            choose(stripped);
        });
    }

    private void choose(String name) {
        desk.labels().schema().findRelationByName(name).map(RelationType::id).ifPresent(desk.relationType()::set);
    }
}
