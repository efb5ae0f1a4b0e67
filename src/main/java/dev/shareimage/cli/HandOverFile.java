package dev.shareimage.cli;

import dev.shareimage.app.Report;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cli.view.HandOver;
import dev.shareimage.cli.view.Style;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;

/**
 * The file with the text for recipients. It is written completely or not at all. It replaces an earlier file of this
 * kind, but another file only with {@code --force}.
 */
final class HandOverFile {

    private final Session session;
    private final Path file;

    /**
     * Checks the file before anything is shared.
     *
     * @throws UsageException if it cannot be written, or if another kind of file exists
     */
    HandOverFile(Session session, Path file) throws UsageException {
        this.session = session;
        this.file = session.context().directory().resolve(file);
        Path directory = Objects.requireNonNullElse(this.file.toAbsolutePath().getParent(), this.file);
        if (!Files.isDirectory(directory) || !Files.isWritable(directory)) {
            throw new UsageException("usage.hand-over-unwritable", this.file);
        }
        if (Files.exists(this.file, LinkOption.NOFOLLOW_LINKS)
                && !session.options().safeguards().force()
                && !isOurs()) {
            throw new UsageException("usage.hand-over-foreign", this.file);
        }
    }

    private boolean isOurs() {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            char[] begin = new char[HandOver.MARK.length()];
            int read = reader.read(begin);
            return read == begin.length && HandOver.MARK.equals(new String(begin));
        } catch (IOException e) {
            return false;
        }
    }

    /** Writes the file if anybody has an image. Says where it is, or that it could not be written. */
    boolean write(Report report) {
        HandOver text =
                new HandOver(session.messages(), session.options().cloud().pasted(Optional.empty()), report);
        if (!text.isNeeded()) {
            return true;
        }
        try {
            replace(text.text());
            session.output().say(session.messages().get("hand-over.written", file));
            return true;
        } catch (IOException e) {
            String message = session.messages().get("hand-over.failed", file);
            session.output().tell(Style.BAD, session.messages().get("error", message));
            return false;
        }
    }

    private void replace(String text) throws IOException {
        Path directory = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file);
        Path whole = Files.createTempFile(directory, ".hand-over", ".tmp");
        try {
            Files.writeString(whole, text);
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(whole);
        }
    }
}
