package dev.shareimage.cli;

import dev.shareimage.cli.view.Output;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.Messages;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Asks the user to confirm. */
final class Confirmation {

    private static final Set<String> YES = Set.of("y", "yes", "はい", "是");

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
        output.ask(question + " " + messages.get("confirm.choices"));
        CompletableFuture<String> answer = new CompletableFuture<>();
        Thread reader = new Thread(() -> answer.complete(line()), "answer");
        reader.setDaemon(true);
        reader.start();
        try {
            return YES.contains(answer.get().strip().toLowerCase(Locale.ROOT));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CloudException(
                    CloudException.Kind.INTERRUPTED, "", "Interrupted", messages.get("confirm.interrupted"));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads the next line on a separate thread, because reading cannot be interrupted. */
    private String line() {
        try {
            String line = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8)).readLine();
            if (line == null) {
                output.endTypedLine();
            }
            return line == null ? "" : line;
        } catch (IOException e) {
            return "";
        }
    }
}
