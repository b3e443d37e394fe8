package labelwright.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import labelwright.engine.SafeTensors.Tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SafeTensorsTest {

    @TempDir
    private Path folder;

    @Test
    void readsBackWhatItWrites() throws IOException, EngineException {
        Path file = folder.resolve("a.safetensors");
        Tensor tensor = new Tensor(new long[] {2, 3}, new float[] {1, -2, 3.5f, 0, Float.MIN_VALUE, 6});
        new SafeTensors(Map.of("epoch", "7"), Map.of("w", tensor)).write(file);
        SafeTensors back = SafeTensors.read(file);
        assertEquals("7", back.metadata().get("epoch"));
        assertArrayEquals(tensor.values(), back.tensors().get("w").values());
        assertArrayEquals(tensor.shape(), back.tensors().get("w").shape());
    }

    @Test
    void headersThatLieAreRefused() throws IOException {
        for (String header : new String[] {"{\"w\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,999]}}",
                "{\"w\":{\"dtype\":\"F32\",\"shape\":[4611686018427387904,2],\"data_offsets\":[0,8]}}",
                "{\"w\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,8]}}",
                "{\"w\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[0,8]}}", "{\"w\":5}", "[[[[[", "null"}) {
            EngineException refused = refusal(header.length(), header);
            assertTrue(refused.getMessage().contains("damaged"), () -> header + ": " + refused.getMessage());
        }
    }

    @Test
    void aHeaderLongerThanTheFileIsRefused() throws IOException {
        assertTrue(refusal(Long.MAX_VALUE, "{}").getMessage().contains("damaged"));
        assertTrue(refusal(-5, "{}").getMessage().contains("damaged"));
    }

    private EngineException refusal(long length, String header) throws IOException {
        Path file = folder.resolve("bad.safetensors");
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + text.length + 8).order(ByteOrder.LITTLE_ENDIAN).putLong(length).put(text);
        Files.write(file, bytes.array());
        return assertThrows(EngineException.class, () -> SafeTensors.read(file));
    }
}
