package dev.shareimage.app.trust;

import static dev.shareimage.app.run.ServiceFixture.account;
import static dev.shareimage.app.run.ServiceFixture.trusting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.app.fake.FakeRoles;
import dev.shareimage.app.fake.FakeTime;
import dev.shareimage.app.plan.TrustChange;
import dev.shareimage.app.run.RunClock;
import dev.shareimage.app.run.ServiceFixture;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.trust.TrustPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long a write settles if the settle time is 3 s. A random part adds up to 0.3 s. */
class SettleWaitTest {

    private static final TrustChange ADD = new TrustChange.Add(List.of(new ShareTarget.Account(account(1))));
    private static final TrustPolicy BEFORE = trusting(account(9));
    private static final TrustPolicy AFTER = trusting(account(9), account(1));

    private final ServiceFixture fixture = new ServiceFixture();
    private final FakeRoles roles = fixture.cloud.roles();
    private final RunClock clock = new RunClock(
            fixture.time, FakeTime.START.plus(Duration.ofDays(1)), Duration.ofSeconds(3), new Random(1), fixture.time);
    private final SettleWait settling = new SettleWait(new TrustReader(roles, clock), clock);

    @BeforeEach
    void trust_somebody_else() {
        roles.existsWithTrust(BEFORE.json());
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void waits_for_the_settle_time_where_reads_show_the_write_at_once() throws CloudException {
        settling.after(ADD, write());

        assertThat(fixture.time.elapsed()).isBetween(Duration.ofSeconds(3), Duration.ofMillis(3_300));
    }

    @Test
    void waits_for_twice_the_time_after_which_reads_show_the_write() throws CloudException {
        roles.readsLag(Duration.ofSeconds(6));

        settling.after(ADD, write());

        assertThat(fixture.time.elapsed()).isBetween(Duration.ofMillis(12_300), Duration.ofMillis(12_900));
    }

    @Test
    void stops_measuring_after_three_settle_times() throws CloudException {
        roles.readsLag(Duration.ofSeconds(60));

        settling.after(ADD, write());

        assertThat(fixture.time.elapsed()).isBetween(Duration.ofSeconds(18), Duration.ofSeconds(20));
    }

    @Test
    void stops_measuring_after_one_settle_time_where_another_writer_was_faster() throws CloudException {
        TrustWrite written = write();
        roles.overwrite(trusting(account(8)).json());

        settling.after(ADD, written);

        assertThat(fixture.time.elapsed()).isBetween(Duration.ofMillis(6_300), Duration.ofMillis(7_500));
    }

    @Test
    void counts_the_sleep_of_the_machine_as_a_delay_of_ten_settle_times_at_most() throws CloudException {
        TrustWrite first = write();
        fixture.time.pass(Duration.ofHours(1));
        settling.after(ADD, first);
        assertThat(fixture.time.elapsed()).isEqualTo(Duration.ofHours(1));

        Instant second = fixture.time.instant();
        settling.after(ADD, write());

        assertThat(Duration.between(second, fixture.time.instant()))
                .isBetween(Duration.ofMillis(60_300), Duration.ofMillis(60_600));
    }

    @Test
    void does_not_wait_longer_where_the_clock_was_set_back() throws CloudException {
        TrustWrite written = write();
        fixture.time.pass(Duration.ofHours(-1));
        Instant start = fixture.time.instant();

        settling.after(ADD, written);

        assertThat(Duration.between(start, fixture.time.instant()))
                .isBetween(Duration.ofSeconds(3), Duration.ofMillis(3_300));
    }

    private TrustWrite write() {
        roles.overwrite(AFTER.json());
        return new TrustWrite(BEFORE, BEFORE, AFTER, fixture.time.instant(), true);
    }
}
