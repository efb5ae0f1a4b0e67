package dev.shareimage.cli;

import dev.shareimage.cli.view.Output;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.Messages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Asks the user to confirm. */
final class Confirmation {

    private static final Set<String> YES = Set.of("y", "yes", "はい", "是");

    private static final int MAX_LINE = 1 << 12;

    private final InputStream input;
    private final Output output;
    private final Messages messages;

    Confirmation(InputStream input, Output output, Messages messages) {
        this.input = input;
        this.output = output;
        this.messages = messages;
    }

    /**
     * Whether the user agrees. The end of the input means no.
     *
     * @throws CloudException of kind {@code INTERRUPTED} if the run is interrupted
     */
    boolean given(String question) throws CloudException {
        return YES.contains(
                answer(question + " " + messages.get("confirm.choices")).strip().toLowerCase(Locale.ROOT));
    }

    /**
     * The answer of the user; nothing at the end of the input.
     *
     * @throws CloudException of kind {@code INTERRUPTED} if the run is interrupted
     */
    String answer(String question) throws CloudException {
        output.ask(question);
        CompletableFuture<String> answer = new CompletableFuture<>();
        Thread reader = new Thread(() -> answer.complete(line()), "answer");
        reader.setDaemon(true);
        reader.start();
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CloudException(
                    CloudException.Kind.INTERRUPTED, "", "Interrupted", messages.get("confirm.interrupted"));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads the next line on a separate thread, because reading cannot be interrupted. It reads no byte more, because
     * that may belong to the next question.
     */
    private String line() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            int next = input.read();
            if (next < 0) {
                output.endTypedLine();
            }
            while (next >= 0 && next != '\n' && line.size() < MAX_LINE) {
                line.write(next);
                next = input.read();
            }
        } catch (IOException e) {
            return "";
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
