package dev.shareimage.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cloud.aliyun.CallListener;
import dev.shareimage.domain.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a line of JSON for each call: when, who, which command, which call, about what, with what result.
 *
 * <p>Each line is appended by a single write, so that runs at the same time do not mix theirs.
 */
final class AuditLog implements CallListener, AutoCloseable {

    private final @Nullable FileChannel channel;
    private final String command;
    private final String who;

    private AuditLog(@Nullable FileChannel channel, String command, String who) {
        this.channel = channel;
        this.command = command;
        this.who = who;
    }

    /**
     * Opens the file, or none.
     *
     * @throws UsageException when it cannot be written to: what is to be logged must not be done unlogged
     */
    static AuditLog open(Optional<Path> file, String command, ProcessContext context) throws UsageException {
        if (file.isEmpty()) {
            return new AuditLog(null, command, "");
        }
        Path path = context.directory().resolve(file.get());
        try {
            return new AuditLog(append(path), command, user(context));
        } catch (IOException e) {
            throw new UsageException("usage.audit-log", path);
        }
    }

    @Override
    public void finished(FinishedCall call) {
        if (channel == null) {
            return;
        }
        ObjectNode line = Json.object()
                .put("time", call.at().toString())
                .put("who", who)
                .put("command", command)
                .put("product", call.product())
                .put("call", call.action())
                .put("target", call.target())
                .put("requestId", call.requestId())
                .put("result", call.result())
                .put("attempts", call.attempts());
        try {
            channel.write(ByteBuffer.wrap((Json.write(line) + "\n").getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens the file for its owner alone, where the file system knows owners. */
    private static FileChannel append(Path path) throws IOException {
        boolean owners = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = owners
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        return FileChannel.open(path, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND), attributes);
    }

    private static String user(ProcessContext context) {
        return Optional.ofNullable(context.environment().get("USER"))
                .or(() -> Optional.ofNullable(context.environment().get("USERNAME")))
                .orElse("");
    }

    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
