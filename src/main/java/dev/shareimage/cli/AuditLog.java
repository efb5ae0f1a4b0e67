package dev.shareimage.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.app.PrivateFiles;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cloud.CallerIdentity;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.aliyun.rpc.CallListener;
import dev.shareimage.domain.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a line of JSON for each call: when, who, which command, which call, about what, with what result.
 *
 * <p>Each line is appended by a single write, so that runs at the same time do not mix theirs. The lines of the first calls
 * wait until it is known whose credentials they are made with; nothing is ever changed before that.
 */
final class AuditLog implements CallListener, AutoCloseable {

    /** Lines that wait at most; then the user of this machine has to do for who. */
    private static final int MAX_WAITING = 1000;

    /** Longer than a line takes to be written. */
    private static final Duration SECOND_LOOK = Duration.ofMillis(50);

    private final @Nullable OutputStream file;
    private final String command;
    private final String user;
    private final List<ObjectNode> waiting = new ArrayList<>();
    private @Nullable String who;
    private boolean failed;

    private AuditLog(@Nullable OutputStream file, String command, String user) {
        this.file = file;
        this.command = command;
        this.user = user;
    }

    /**
     * Opens the file, or none.
     *
     * @throws UsageException when it cannot be written to, or is no ordinary file of this user: what is to be logged must
     *     not be done unlogged
     */
    static AuditLog open(Optional<Path> file, String command, ProcessContext context) throws UsageException {
        if (file.isEmpty()) {
            return new AuditLog(null, command, "");
        }
        Path path = context.directory().resolve(file.get());
        try {
            PrivateFiles.ensure(path);
            byte[] missing = endOfHalfLine(path);
            OutputStream stream = Files.newOutputStream(path, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);
            stream.write(missing);
            return new AuditLog(stream, command, user(context));
        } catch (IOException e) {
            throw new UsageException("usage.audit-log", path);
        }
    }

    @Override
    public synchronized void finished(FinishedCall call) {
        if (file == null) {
            return;
        }
        waiting.add(Json.object()
                .put("time", call.at().toString())
                .put("who", "")
                .put("user", user)
                .put("command", command)
                .put("product", call.product())
                .put("call", call.action())
                .put("target", call.target())
                .put("requestId", call.requestId())
                .put("result", call.result())
                .put("attempts", call.attempts()));
        if (who != null || waiting.size() >= MAX_WAITING) {
            write();
        }
    }

    @Override
    public synchronized void identified(CallerIdentity caller) {
        who = caller.arn();
        write();
    }

    /** What cannot be logged is not done: after a line that could not be written, nothing is sent any more. */
    @Override
    public synchronized void admit(String action) throws CloudException {
        if (failed) {
            throw new CloudException(
                    CloudException.Kind.UNAVAILABLE,
                    action,
                    "AuditLogFailed",
                    "the audit log cannot be written to, so " + action + " was not sent");
        }
    }

    /** Whether every call so far stands in the file; what waits is written now. */
    synchronized boolean isComplete() {
        write();
        return !failed;
    }

    private void write() {
        for (ObjectNode line : waiting) {
            line.put("who", who == null ? user : who);
            write((Json.write(line) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        waiting.clear();
    }

    private void write(byte[] line) {
        try {
            if (file != null && failed) {
                file.write('\n'); // A write that failed may have left half a line.
            }
            if (file != null) {
                file.write(line);
            }
        } catch (IOException e) {
            failed = true;
        }
    }

    /**
     * A disk that was full may have left half a line, which must not spoil the next one. A line that another run is just
     * writing looks the same for a moment, hence the second look.
     */
    private static byte[] endOfHalfLine(Path path) throws IOException {
        long half = lengthOfHalfLines(path);
        if (half < 0) {
            return new byte[0];
        }
        LockSupport.parkNanos(SECOND_LOOK.toNanos());
        return lengthOfHalfLines(path) == half ? new byte[] {'\n'} : new byte[0];
    }

    /** The length of a file that does not end with a whole line; negative for all others. */
    private static long lengthOfHalfLines(Path path) throws IOException {
        try (SeekableByteChannel file =
                Files.newByteChannel(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            long length = file.size();
            ByteBuffer last = ByteBuffer.allocate(1);
            file.position(Math.max(0, length - 1)).read(last);
            return last.position() == 0 || last.get(0) == '\n' ? -1 : length;
        }
    }

    private static String user(ProcessContext context) {
        return Optional.ofNullable(context.environment().get("USER"))
                .or(() -> Optional.ofNullable(context.environment().get("USERNAME")))
                .orElse("");
    }

    @Override
    public synchronized void close() {
        write();
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            failed = true;
        }
    }
}
