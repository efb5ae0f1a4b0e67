package dev.shareimage.cloud.aliyun.credentials;

import dev.shareimage.cloud.CloudException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * A file with settings or a token. Only a regular file of limited size is opened, because reading from a pipe could
 * block forever.
 *
 * @param named what named the file, such as a variable; empty for a file in its usual place
 */
record SettingsFile(Path path, Optional<String> named, CredentialFailures failures) {

    private static final int MAX_BYTES = 1024 * 1024;

    /** A file below the home directory. It may be missing. */
    static SettingsFile usual(Path path, CredentialFailures failures) {
        return new SettingsFile(path, Optional.empty(), failures);
    }

    /**
     * A file that a setting names. It must exist.
     *
     * @param by the setting
     */
    static SettingsFile named(String path, String by, CredentialFailures failures) throws CloudException {
        try {
            return new SettingsFile(Path.of(path), Optional.of(by), failures);
        } catch (InvalidPathException e) {
            throw failures.unusable("file.name", by);
        }
    }

    /**
     * The text of the file; empty if a file in its usual place is missing.
     *
     * @throws CloudException if the file cannot be read
     */
    Optional<String> read() throws CloudException {
        try {
            if (!Files.readAttributes(path, BasicFileAttributes.class).isRegularFile()) {
                throw problem("file.kind");
            }
            try (InputStream stream = Files.newInputStream(path)) {
                return Optional.of(text(stream.readNBytes(MAX_BYTES + 1)));
            }
        } catch (NoSuchFileException e) {
            if (named.isEmpty() && !Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            throw problem("file.missing");
        } catch (IOException e) {
            throw problem("file.unreadable");
        }
    }

    /** The text of a file that must exist. */
    String require() throws CloudException {
        return read().orElseThrow(() -> problem("file.missing"));
    }

    private String text(byte[] bytes) throws CloudException {
        if (bytes.length > MAX_BYTES) {
            throw problem("file.size");
        }
        if (isUtf16(bytes)) {
            throw problem("file.utf16");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            // Editors on Windows write a byte order mark. It is not part of the first header or value.
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw problem("file.encoding");
        }
    }

    /** Whether it has a mark of UTF-16 or contains zero bytes. Text in UTF-8 has none. */
    private static boolean isUtf16(byte[] bytes) {
        boolean marked = bytes.length >= 2
                && (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE
                        || bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF);
        if (marked) {
            return true;
        }
        for (byte each : bytes) {
            if (each == 0) {
                return true;
            }
        }
        return false;
    }

    private CloudException problem(String key) {
        return failures.unusable("place", shown(), failures.sentence(key));
    }

    /** The file and what named it. */
    String shown() {
        return named.map(by -> failures.sentence("file.named", path, by)).orElse(path.toString());
    }
}
