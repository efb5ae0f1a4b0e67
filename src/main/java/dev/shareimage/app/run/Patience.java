package dev.shareimage.app.run;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import java.time.Duration;

/**
 * Growing pauses between looks at a list. The cloud's lists may lag behind what was just written: so what one does not show
 * is looked for again for a few seconds before it counts as missing.
 */
public final class Patience {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration MAX_PAUSE = Duration.ofSeconds(3);

    /** Together they last a little more than three seconds. */
    private static final int MAX_PAUSES = 5;

    private final RunClock timing;
    private final String call;
    private final Backoff backoff = new Backoff(FIRST_PAUSE, MAX_PAUSE);
    private int pauses;

    /**
     * @param call what is looked at
     */
    public Patience(RunClock timing, String call) {
        this.timing = timing;
        this.call = call;
    }

    /** Whether the list may still show what was before. */
    public boolean left() {
        return pauses < MAX_PAUSES;
    }

    /** How many there were. */
    public int pauses() {
        return pauses;
    }

    /** Whether pauses have become so long that a person should be told. */
    public boolean slow() {
        return backoff.isLongest();
    }

    /** Waits until the next look is worth while. */
    public void pause() throws CloudException {
        timing.pause(backoff.next(), call);
        pauses++;
    }

    /** As {@link #pause}; false when the time of the run does not allow it, so that the last look counts. */
    public boolean tryPause() throws CloudException {
        try {
            pause();
            return true;
        } catch (CloudException e) {
            if (e.kind() == Kind.INTERRUPTED) {
                throw e;
            }
            return false;
        }
    }
}
