package labelwright.workbench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import labelwright.edit.Edit;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationIds;
import labelwright.model.AnnotationSet;
import labelwright.model.Relation;
import labelwright.model.RelationTypeId;
import labelwright.workbench.LabellingSession.StartValues;

/// The edits by which a person takes regions and relations of one other answer.
final class TakeStep {
    private final AnnotationSet own;
    private final OtherAnswer other;
    private final AnnotationIds ids;
    private final Map<AnnotationId, AnnotationId> counterparts;
    private final List<Annotation> taken = new ArrayList<>();
    private final List<Annotation> inserted = new ArrayList<>();
    private final List<Annotation> replaced = new ArrayList<>();
    private final Set<AnnotationId> fresh = new HashSet<>();

    private record Link(RelationTypeId type, AnnotationId from, AnnotationId to) {}

    TakeStep(AnnotationSet own, OtherAnswer other, AnnotationIds ids) {
        this.own = own;
        this.other = other;
        this.ids = ids;
        counterparts = new HashMap<>(other.counterparts(own));
    }

    /// What lies at the place of one's own region takes its place.
    void take(Annotation theirs, StartValues start) {
        AnnotationId mine = counterparts.get(theirs.id());
        Annotation copy = new Annotation(mine == null ? ids.next() : mine, theirs.label(), theirs.shape(),
                other.ofCopy(theirs.id().value(), theirs.origin()), theirs.attributes());
        if (mine == null) {
            copy = other instanceof ModelAnswer ? start.region().apply(copy) : copy;
            inserted.add(copy);
            counterparts.put(theirs.id(), copy.id());
            fresh.add(theirs.id());
        } else {
            replaced.add(copy);
        }
        taken.add(copy);
    }

    /// In the order in which they were taken.
    List<Annotation> taken() {
        return List.copyOf(taken);
    }

    /// @param set that the new annotations lie on top of
    /// @param wanted relations that are taken for themselves
    List<Edit> edits(AnnotationSet set, List<Relation> wanted) {
        List<Edit> edits = new ArrayList<>();
        if (!inserted.isEmpty()) {
            edits.add(Edit.add(set, inserted));
        }
        if (!replaced.isEmpty()) {
            edits.add(new Edit.Replace(replaced));
        }
        List<Relation> relations = relations(wanted);
        if (!relations.isEmpty()) {
            edits.add(new Edit.InsertRelations(relations));
        }
        return edits;
    }

    /// Copies of the relations that are wanted, and of those that touch a new copy and whose other end is there too, now or before. Where the person has
    /// joined the two in the same way, nothing is added.
    private List<Relation> relations(List<Relation> wanted) {
        Set<Link> links = new HashSet<>();
        own.relations().forEach(relation -> links.add(new Link(relation.type(), relation.from(), relation.to())));
        List<Relation> relations = new ArrayList<>();
        for (Relation relation : other.said().relations()) {
            AnnotationId from = counterparts.get(relation.from());
            AnnotationId to = counterparts.get(relation.to());
            boolean comes = wanted.contains(relation) || fresh.contains(relation.from()) || fresh.contains(relation.to());
            if (comes && from != null && to != null && links.add(new Link(relation.type(), from, to))) {
                relations.add(new Relation(ids.nextRelation(), relation.type(), from, to,
                        other.ofCopy(relation.id().value(), relation.origin()), relation.attributes()));
            }
        }
        return relations;
    }
}
