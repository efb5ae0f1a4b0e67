package dev.shareimage.app.verify;

import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.state.Parallel;
import dev.shareimage.app.state.ReadResult;
import dev.shareimage.app.verify.RecipientState.SeenImage;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Image;
import dev.shareimage.cloud.Key;
import dev.shareimage.domain.KeyId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Asks the cloud whether it would copy and launch an image, as far as that makes sense. */
record TrialCalls(RunContext run, VerifyRequest request, RecipientState state) {

    /**
     * The findings about an image before the trials, and the trials.
     *
     * @param before the findings about only the image
     * @param permission a launch that other failures prevent; it only shows whether the caller may launch
     */
    record Trials(
            SeenImage image,
            List<Diagnosis> before,
            CompletableFuture<ReadResult<Optional<String>>> copy,
            CompletableFuture<ReadResult<Optional<String>>> launch,
            CompletableFuture<ReadResult<Optional<String>>> permission) {

        /** The answers, after all trials. */
        Answers await() throws CloudException {
            return new Answers(image, before, Parallel.await(copy), Parallel.await(launch), Parallel.await(permission));
        }
    }

    /** The answers about an image; unread without a trial. */
    record Answers(
            SeenImage image,
            List<Diagnosis> before,
            ReadResult<Optional<String>> copy,
            ReadResult<Optional<String>> launch,
            ReadResult<Optional<String>> permission) {

        /** The answers that the cloud gave. Of a launch that other failures prevent, only a missing permission counts. */
        List<ReadResult<Optional<String>>> given() {
            Stream<ReadResult<Optional<String>>> refused = Stream.of(permission).filter(ReadResult::forbidden);
            return Stream.concat(Stream.of(copy, launch).filter(Answers::isGiven), refused)
                    .toList();
        }

        static boolean isGiven(ReadResult<?> answer) {
            return answer.known().isPresent() || answer.failure() != null;
        }
    }

    /**
     * Starts the questions about an image.
     *
     * @param ready whether nothing in the account prevents them
     */
    Trials ask(SeenImage image, List<Diagnosis> before, boolean ready) {
        boolean failed =
                before.stream().anyMatch(diagnosis -> diagnosis.finding().failed());
        Optional<KeyId> key = key(image, state);
        boolean keyed = !image.needsKey() || key.isPresent();
        boolean possible = request.trials() && image.found().isPresent();
        boolean asks = possible && !failed && keyed && (ready || !image.needsKey());
        return new Trials(
                image,
                before,
                asks && isCopied(image) ? copy(image, key) : unasked(),
                asks && request.launch().complete() ? launch(image, key) : unasked(),
                possible && !asks && request.launch().complete() ? launch(image, key) : unasked());
    }

    /** Only an available image can be copied. */
    static boolean isCopied(SeenImage image) {
        return image.found().filter(found -> found.status().equals("Available")).isPresent();
    }

    /** The key for the trial; empty for an unencrypted image, and if no existing key is known. */
    static Optional<KeyId> key(SeenImage image, RecipientState state) {
        return image.needsKey()
                ? state.keys()
                        .chosen()
                        .filter(key ->
                                key.key().known().isEmpty() || key.found().isPresent())
                        .map(key -> key.found().map(Key::id).orElse(key.name()))
                : Optional.empty();
    }

    /** The number of disks of the image, if it is known. */
    static int disks(SeenImage image) {
        return image.found().map(Image::disks).map(List::size).orElse(1);
    }

    private CompletableFuture<ReadResult<Optional<String>>> copy(SeenImage image, Optional<KeyId> key) {
        return run.parallel().read(() -> run.cloud().trials().copy(request.region(), image.id(), key));
    }

    private CompletableFuture<ReadResult<Optional<String>>> launch(SeenImage image, Optional<KeyId> key) {
        return run.parallel()
                .read(() -> run.cloud()
                        .trials()
                        .launch(
                                request.region(),
                                LaunchCommand.parameters(image.id(), disks(image), key, request.launch())));
    }

    private static <T> CompletableFuture<ReadResult<T>> unasked() {
        return CompletableFuture.completedFuture(ReadResult.unread());
    }
}
