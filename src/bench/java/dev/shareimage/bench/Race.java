package dev.shareimage.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/**
 * Runs programs in turns, so that other load on the machine affects all of them equally.
 *
 * <p>The ratio of two programs is the median of the ratios of their runs in the same round, so a slow minute does not
 * change it.
 */
final class Race {

    private record Entrant(Supplier<Duration> run, List<Long> nanos) {}

    private final List<Entrant> entrants = new ArrayList<>();

    /** Adds a program, and returns its number. */
    int enter(Supplier<Duration> run) {
        entrants.add(new Entrant(run, new ArrayList<>()));
        return entrants.size() - 1;
    }

    /** Runs each program once without measuring. Then runs the rounds, each starting with another program. */
    void run(Options options) {
        entrants.forEach(entrant -> entrant.run().get());
        List<Entrant> order = new ArrayList<>(entrants);
        for (int round = 0; round < options.rounds(); round++) {
            order.forEach(entrant -> {
                if (options.waitsForCalm()) {
                    IdleWait.await();
                }
                entrant.nanos().add(entrant.run().get().toNanos());
            });
            Collections.rotate(order, 1);
        }
    }

    Duration median(int entrant) {
        return Duration.ofNanos((long) median(entrants.get(entrant).nanos().stream()
                .map(Long::doubleValue)
                .toList()));
    }

    double ratio(int entrant, int other) {
        List<Long> ours = entrants.get(entrant).nanos();
        List<Long> theirs = entrants.get(other).nanos();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ours.size(); round++) {
            ratios.add((double) ours.get(round) / theirs.get(round));
        }
        return median(ratios);
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
