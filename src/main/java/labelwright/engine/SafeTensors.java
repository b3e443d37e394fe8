package labelwright.engine;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Files of named float arrays in the safetensors format (huggingface/safetensors): eight bytes of header length, a JSON header, then the values, little-endian.
/// Nothing in such a file can run code, and other tools read it.
///
/// @param metadata free text by key
public record SafeTensors(Map<String, String> metadata, Map<String, Tensor> tensors) {

    private static final long MOST_BYTES = 2L << 30;
    private static final int MOST_HEADER = 4 << 20;
    private static final int BLOCK = 1 << 16;
    /// Metadata: CRC-32C of all values in the order of the file.
    private static final String CHECKSUM = "crc32c";
    private static final ObjectMapper JSON = new ObjectMapper();

    public SafeTensors {
        metadata = new LinkedHashMap<>(metadata);
        tensors = new LinkedHashMap<>(tensors);
    }

    /// Writes beside the file first and then puts it in place in one move, so that a reader sees the old file or the new one, whenever the process ends.
    public void write(Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            byte[] header = header();
            ByteBuffer start = ByteBuffer.allocate(8 + header.length).order(ByteOrder.LITTLE_ENDIAN).putLong(header.length).put(header);
            writeFully(out, start.flip());
            for (Tensor tensor : tensors.values()) {
                ByteBuffer bytes = ByteBuffer.allocate(tensor.values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
                bytes.asFloatBuffer().put(tensor.values);
                writeFully(out, bytes);
            }
            out.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// @throws EngineException in one plain sentence if the file is missing, cut off, or not what it should be
    public static SafeTensors read(Path file) throws EngineException {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            if (in.size() > MOST_BYTES) {
                throw new EngineException("The file " + file + " is larger than any weights of this app; it was not opened.");
            }
            long length = readFully(in, 8).getLong();
            if (length < 2 || length > Math.min(MOST_HEADER, in.size() - 8)) {
                throw new EngineException("The file " + file + " is damaged or is not a file of weights: its header cannot be read.");
            }
            JsonNode header = JSON.readTree(readFully(in, (int) length).array());
            return parse(header, in, 8 + length);
        } catch (NoSuchFileException e) {
            throw new EngineException("The file of weights " + file + " is not there.", e);
        } catch (EOFException | JsonProcessingException | MalformedException e) {
            throw new EngineException("The file " + file + " is damaged: it is cut off or was changed (" + e.getMessage() + ").", e);
        } catch (IOException e) {
            throw new EngineException("The file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /// The values of a tensor.
    public float[] values(String name, long size) throws MalformedException {
        Tensor tensor = tensors.get(name);
        if (tensor == null || tensor.values.length != size) {
            throw new MalformedException("no array " + name + " of " + size + " values");
        }
        return tensor.values;
    }

    private byte[] header() throws JsonProcessingException {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode texts = root.putObject("__metadata__");
        metadata.forEach(texts::put);
        texts.put(CHECKSUM, checksum(tensors));
        long offset = 0;
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            ObjectNode node = root.putObject(entry.getKey()).put("dtype", "F32");
            Arrays.stream(entry.getValue().shape).forEach(node.putArray("shape")::add);
            long end = offset + entry.getValue().values.length * 4L;
            node.putArray("data_offsets").add(offset).add(end);
            offset = end;
        }
        byte[] json = JSON.writeValueAsBytes(root);
        byte[] padded = Arrays.copyOf(json, (json.length + 7) / 8 * 8);
        Arrays.fill(padded, json.length, padded.length, (byte) ' ');
        return padded;
    }

    private static SafeTensors parse(JsonNode header, FileChannel in, long start) throws IOException, MalformedException {
        if (!header.isObject()) {
            throw new MalformedException("its header is not a table");
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : header.properties()) {
            if (entry.getKey().equals("__metadata__")) {
                entry.getValue().properties().forEach(text -> metadata.put(text.getKey(), text.getValue().asText()));
                continue;
            }
            tensors.put(entry.getKey(), tensor(entry.getKey(), entry.getValue(), in, start));
        }
        String expected = metadata.remove(CHECKSUM);
        if (expected != null && !expected.equals(checksum(tensors))) {
            throw new MalformedException("its values are not those that were written");
        }
        return new SafeTensors(metadata, tensors);
    }

    private static String checksum(Map<String, Tensor> tensors) {
        CRC32C sum = new CRC32C();
        ByteBuffer block = ByteBuffer.allocate(BLOCK * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (Tensor tensor : tensors.values()) {
            for (int from = 0; from < tensor.values.length; from += BLOCK) {
                int count = Math.min(BLOCK, tensor.values.length - from);
                block.clear().asFloatBuffer().put(tensor.values, from, count);
                sum.update(block.array(), 0, count * 4);
            }
        }
        return Long.toHexString(sum.getValue());
    }

    private static Tensor tensor(String name, JsonNode node, FileChannel in, long start) throws IOException, MalformedException {
        long from = node.path("data_offsets").path(0).asLong(-1);
        long to = node.path("data_offsets").path(1).asLong(-1);
        long[] shape = new long[node.path("shape").size()];
        long size = 1;
        for (int i = 0; i < shape.length; i++) {
            shape[i] = node.path("shape").path(i).asLong(-1);
            if (shape[i] < 0 || shape[i] > MOST_BYTES || size * shape[i] > MOST_BYTES) {
                throw new MalformedException("array " + name + " has no proper shape");
            }
            size *= shape[i];
        }
        boolean sound = node.path("dtype").asText().equals("F32") && from >= 0 && to - from == size * 4 && start + to <= in.size();
        if (!sound) {
            throw new MalformedException("array " + name + " does not fit the file");
        }
        in.position(start + from);
        float[] values = new float[(int) size];
        readFully(in, (int) (size * 4)).asFloatBuffer().get(values);
        return new Tensor(shape, values);
    }

    private static void writeFully(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    private static ByteBuffer readFully(FileChannel in, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (in.read(bytes) < 0) {
                throw new EOFException("it ends too early");
            }
        }
        return bytes.flip();
    }

    /// A named array.
    @SuppressWarnings("ArrayRecordComponent") // large arrays, handed on without a copy and never compared
    public record Tensor(long[] shape, float[] values) {

        public static Tensor flat(float[] values) {
            return new Tensor(new long[] {values.length}, values);
        }
    }

    /// What the file holds does not fit together.
    public static final class MalformedException extends Exception {

        private static final long serialVersionUID = 1L;

        public MalformedException(String message) {
            super(message);
        }
    }
}
