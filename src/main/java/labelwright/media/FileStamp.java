package labelwright.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A name for things made of a file, which is another as soon as the file is another: a hash of its path, size and time of change.
final class FileStamp {
    private FileStamp() {}

    /// @param what tells things made of the same file apart
    static String of(Path file, String what) throws MediaException {
        try {
            BasicFileAttributes state = Files.readAttributes(file, BasicFileAttributes.class);
            String text = file + "\n" + state.size() + "\n" + state.lastModifiedTime() + "\n" + what;
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (AccessDeniedException e) {
            throw MediaException.notAllowed(file, e);
        } catch (IOException e) {
            throw MediaException.missing(file, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
