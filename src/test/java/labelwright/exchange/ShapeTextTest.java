package labelwright.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import labelwright.exchange.RandomDataset.Kinds;
import labelwright.geometry.Ellipse;
import labelwright.geometry.Polygon;
import labelwright.model.Annotation;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ShapeTextTest {

    @Test
    void everyKindOfShapeComesBackBitForBit(@TempDir Path folder) throws IOException {
        RandomDataset data = new RandomDataset(folder, Kinds.ALL, 30);
        for (DatasetSource.SourceItem item : data.items) {
            for (Annotation annotation : item.annotations().annotations()) {
                assertEquals(Optional.of(annotation.shape()), ShapeText.parse(ShapeText.of(annotation.shape())));
            }
        }
    }

    @Test
    void theLineCanBeReadByPeople() {
        assertEquals("ellipse 10 20.5 4 3 30", ShapeText.of(new Ellipse(10, 20.5, 4, 3, 30)));
        Polygon polygon = (Polygon) ShapeText.parse("polygon 0 0 9 0 9 9 / 1 1 2 1 2 2 ; 20 20 30 20 30 30").orElseThrow();
        assertEquals(List.of(1, 0), polygon.parts().stream().map(part -> part.holes().size()).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "box", "box 1 2 3", "box 1 2 3 -4", "circle 1 2 3", "polygon 1 2 3 4", "polygon 1 2 3 4 5 x", "polygon / ;",
            "ellipse 1 2 3 4 NaN", "keypoints 1 2 7", "keypoints 0 0 0", "mask 1 2", "mask 5 1 3 1 1 2", "points", "polyline 1 1", "mask"})
    void textThatIsNoShapeIsNone(String text) {
        assertEquals(Optional.empty(), ShapeText.parse(text));
    }
}
