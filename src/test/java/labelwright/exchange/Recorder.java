package labelwright.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import labelwright.model.AttributeDefinition;
import labelwright.model.AttributeKind;
import labelwright.model.Problem;
import labelwright.model.Problem.Action;
import labelwright.model.SkeletonTemplate;

/// Keeps everything that a reader hands over, and checks the order it promises.
public class Recorder implements RecordSink {
    public final List<String> labels = new ArrayList<>();
    public final Map<String, ItemRecord> items = new LinkedHashMap<>();
    public final Map<String, List<RegionRecord>> regions = new LinkedHashMap<>();
    public final Map<String, SkeletonTemplate> skeletons = new LinkedHashMap<>();
    public final Map<String, List<AttributeDefinition>> attributes = new LinkedHashMap<>();
    public final Map<String, Map<String, String>> answers = new LinkedHashMap<>();
    public final Map<String, TextRecord> texts = new LinkedHashMap<>();
    public final List<String> relationTypes = new ArrayList<>();
    public final Map<String, List<RelationRecord>> relations = new LinkedHashMap<>();
    public final Map<String, List<String>> choices = new LinkedHashMap<>();
    public final Map<String, AttributeKind> questions = new LinkedHashMap<>();
    public final List<Problem> problems = new ArrayList<>();

    public static Recorder read(DatasetFormat format, Path root) {
        return read(format, root, PictureSizes.UNKNOWN);
    }

    public static Recorder read(DatasetFormat format, Path root, PictureSizes sizes) {
        return read(format, root, sizes, Map.of());
    }

    public static Recorder read(DatasetFormat format, Path root, PictureSizes sizes, Map<ReadOption, String> options) {
        Recorder recorder = new Recorder();
        format.reader().read(new ReadRequest(root, Optional.empty(), sizes, options), recorder);
        return recorder;
    }

    @Override
    public void label(String name) {
        if (labels.contains(name)) {
            throw new IllegalStateException("label twice: " + name);
        }
        labels.add(name);
    }

    @Override
    public void item(ItemRecord item) {
        if (items.put(item.key(), item) != null) {
            throw new IllegalStateException("item twice: " + item.key());
        }
        regions.put(item.key(), new ArrayList<>());
        relations.put(item.key(), new ArrayList<>());
    }

    @Override
    public void text(TextRecord text) {
        if (texts.put(text.key(), text) != null) {
            throw new IllegalStateException("text twice: " + text.key());
        }
        regions.put(text.key(), new ArrayList<>());
        relations.put(text.key(), new ArrayList<>());
    }

    @Override
    public void question(String name, AttributeKind kind) {
        if (questions.put(name, kind) == kind) {
            throw new IllegalStateException("question twice: " + name);
        }
    }

    @Override
    public void relationType(String name) {
        if (relationTypes.contains(name)) {
            throw new IllegalStateException("type of relation twice: " + name);
        }
        relationTypes.add(name);
    }

    @Override
    public void relation(String itemKey, RelationRecord relation) {
        List<String> keys = regions.get(itemKey).stream().map(RegionRecord::key).toList();
        if (!relationTypes.contains(relation.type()) || !keys.contains(relation.from()) || !keys.contains(relation.to())
                || relation.from().equals(relation.to())) {
            throw new IllegalStateException("relation before its type or regions: " + relation);
        }
        relations.get(itemKey).add(relation);
    }

    @Override
    public void annotation(String itemKey, RegionRecord region) {
        if (!labels.contains(region.label())) {
            throw new IllegalStateException("label not declared: " + region.label());
        }
        regions.get(itemKey).add(region);
    }

    @Override
    public void attribute(String label, AttributeDefinition definition) {
        if (!labels.contains(label)) {
            throw new IllegalStateException("attribute before its label: " + label);
        }
        attributes.computeIfAbsent(label, _ -> new ArrayList<>()).add(definition);
    }

    @Override
    public void skeleton(String label, SkeletonTemplate template) {
        skeletons.put(label, template);
    }

    @Override
    public void answers(String itemKey, Map<String, String> said) {
        if (!items.containsKey(itemKey) && !texts.containsKey(itemKey)) {
            throw new IllegalStateException("answers before their item: " + itemKey);
        }
        answers.put(itemKey, said);
    }

    @Override
    public void choices(String question, List<String> options) {
        choices.put(question, options);
    }

    @Override
    public void problem(Problem problem) {
        problems.add(problem);
    }

    public List<RegionRecord> allRegions() {
        return regions.values().stream().flatMap(List::stream).toList();
    }

    public List<RelationRecord> allRelations() {
        return relations.values().stream().flatMap(List::stream).toList();
    }

    public List<Problem> problems(Action action) {
        return problems.stream().filter(problem -> problem.action() == action).toList();
    }

    public RegionRecord only() {
        if (allRegions().size() != 1) {
            throw new IllegalStateException("not one region but " + allRegions() + "; " + problems);
        }
        return allRegions().getFirst();
    }

    public ItemRecord onlyItem() {
        if (items.size() != 1) {
            throw new IllegalStateException("not one item but " + items + "; " + problems);
        }
        return items.values().iterator().next();
    }

    public TextRecord onlyText() {
        if (texts.size() != 1) {
            throw new IllegalStateException("not one text but " + texts.keySet() + "; " + problems);
        }
        return texts.values().iterator().next();
    }
}
