package dev.shareimage.cli.view;

import dev.shareimage.cli.options.UsageException.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects the errors, warnings and result of a command, for the pipeline whose step it is. */
public final class StepLog {

    private final List<Remark> errors = new ArrayList<>();
    private final List<Remark> warnings = new ArrayList<>();
    private @Nullable Result result;
    private Supplier<Function<String, @Nullable Place>> places = () -> message -> null;

    /**
     * A message.
     *
     * @param place its place in a file, or null
     */
    public record Remark(
            boolean error, String message, @Nullable Place place) {}

    synchronized void error(String message, @Nullable Place place) {
        errors.add(new Remark(true, message, place));
    }

    synchronized void warning(String message) {
        warnings.add(new Remark(false, message, null));
    }

    synchronized void result(Result ended) {
        result = ended;
    }

    /** Sets the lookup of places in a file. It is made only if the errors are read. */
    synchronized void placedBy(Supplier<Function<String, @Nullable Place>> finder) {
        places = finder;
    }

    /** All messages, the most severe first. */
    public synchronized List<Remark> remarks() {
        Function<String, @Nullable Place> finder = places.get();
        List<Remark> all = new ArrayList<>();
        for (Remark error : errors) {
            Place place = error.place();
            all.add(new Remark(true, error.message(), place == null ? finder.apply(error.message()) : place));
        }
        all.addAll(warnings);
        return List.copyOf(all);
    }

    /** The result; null if the command had none. */
    public synchronized @Nullable Result result() {
        return result;
    }
}
