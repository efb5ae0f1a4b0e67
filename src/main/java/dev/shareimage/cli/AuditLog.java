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
 * Writes a line of JSON for each call: time, user, command, call, target and result.
 *
 * <p>Each line is appended with a single write, so that concurrent runs do not mix their lines. The lines of the first
 * calls wait until the owner of the credentials is known. Nothing is changed before that.
 */
final class AuditLog implements CallListener, AutoCloseable {

    /** The maximum number of waiting lines. After that the user of this machine is written as the caller. */
    private static final int MAX_WAITING = 1000;

    /** Longer than writing a line takes. */
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
     * Opens the file, if one is named.
     *
     * @throws UsageException if it cannot be written, or if it is not an ordinary file of this user, because a call
     *     that should be logged must not be made without a log
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

    /**
     * Refuses every further request after a line could not be written, because a call must not be made without a log.
     */
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

    /** Writes the waiting lines. Returns whether all calls so far are in the file. */
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
     * Returns a line end if the file ends with half a line. A full disk may have left one, and the next line must not
     * be appended to it. Another run that is just writing a line looks the same for a moment, so it checks twice.
     */
    private static byte[] endOfHalfLine(Path path) throws IOException {
        long half = lengthOfHalfLines(path);
        if (half < 0) {
            return new byte[0];
        }
        LockSupport.parkNanos(SECOND_LOOK.toNanos());
        return lengthOfHalfLines(path) == half ? new byte[] {'\n'} : new byte[0];
    }

    /** The length of a file that does not end with a whole line; negative for other files. */
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
