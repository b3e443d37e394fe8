package labelwright.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import labelwright.engine.text.SentenceModel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RememberedVectorsTest {
    private static final SentenceModel MODEL = SentenceModel.ENGLISH;
    private static final int RECORD = 12 + 2 * MODEL.dimension();
    @TempDir
    private Path folder;

    private static float[] vector(int seed) {
        Random random = new Random(seed);
        float[] vector = new float[MODEL.dimension()];
        for (int d = 0; d < vector.length; d++) {
            vector[d] = (float) random.nextGaussian() / 20;
        }
        return RememberedVectors.rounded(vector);
    }

    private Path file() {
        return folder.resolve("minilm.vectors");
    }

    private void remember(int from, int to) {
        RememberedVectors vectors = new RememberedVectors(folder);
        for (int i = from; i < to; i++) {
            vectors.remember(MODEL, Map.of((long) i, vector(i)));
        }
    }

    @Test
    void vectorsAreThereAgainAfterAStartAndOfTheirOwnModelOnly() throws IOException {
        remember(0, 3);
        remember(2, 5);
        assertEquals(12 + 5L * RECORD, Files.size(file()));
        RememberedVectors again = new RememberedVectors(folder);
        for (int i = 0; i < 5; i++) {
            assertArrayEquals(vector(i), again.find(MODEL, i));
        }
        assertNull(again.find(MODEL, 5));
        assertNull(again.find(SentenceModel.CHINESE, 0));
    }

    @Test
    void aFileThatIsCutOffOrDamagedLosesWhatIsDamagedAndGoesOn() throws IOException {
        remember(0, 3);
        byte[] bytes = Files.readAllBytes(file());
        Files.write(file(), java.util.Arrays.copyOf(bytes, bytes.length - 7));
        RememberedVectors cut = new RememberedVectors(folder);
        assertNotNull(cut.find(MODEL, 1));
        assertNull(cut.find(MODEL, 2));
        cut.remember(MODEL, Map.of(9L, vector(9)));
        assertArrayEquals(vector(9), new RememberedVectors(folder).find(MODEL, 9));

        bytes[12 + RECORD + 40] ^= 1;
        Files.write(file(), bytes);
        RememberedVectors damaged = new RememberedVectors(folder);
        assertNotNull(damaged.find(MODEL, 0));
        assertNull(damaged.find(MODEL, 1));

        Files.writeString(file(), "something else altogether");
        RememberedVectors other = new RememberedVectors(folder);
        assertNull(other.find(MODEL, 0));
        other.remember(MODEL, Map.of(1L, vector(1)));
        assertArrayEquals(vector(1), new RememberedVectors(folder).find(MODEL, 1));
    }

    @Test
    void whatNobodyAskedForGoesWhenThereIsNoRoomAndOtherwiseNoMoreComesIn() throws IOException {
        remember(0, 4);
        RememberedVectors small = new RememberedVectors(folder, 4);
        assertNotNull(small.find(MODEL, 3));
        small.remember(MODEL, Map.of(10L, vector(10)));
        assertNull(small.find(MODEL, 0));
        assertNotNull(small.find(MODEL, 3));
        for (int i = 11; i < 20; i++) {
            small.remember(MODEL, Map.of((long) i, vector(i)));
        }
        assertNotNull(small.find(MODEL, 10));
        assertNull(small.find(MODEL, 19));
        assertTrue(Files.size(file()) <= 12 + 4L * RECORD);
        assertArrayEquals(vector(12), new RememberedVectors(folder).find(MODEL, 12));
    }

    @Test
    void aFolderThatCannotBeWrittenOnlyCostsTime() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "no folder");
        RememberedVectors vectors = new RememberedVectors(blocked);
        vectors.remember(MODEL, Map.of(1L, vector(1)));
        assertArrayEquals(vector(1), vectors.find(MODEL, 1));
    }
}
