package dev.shareimage.app.trust;

import static dev.shareimage.app.run.ServiceFixture.account;
import static dev.shareimage.app.run.ServiceFixture.trusting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shareimage.app.Progress;
import dev.shareimage.app.fake.FakeTime;
import dev.shareimage.app.plan.TrustChange;
import dev.shareimage.app.run.RunClock;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.run.ServiceFixture;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.trust.TrustPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How often a change is written if another writer undoes it each time. */
class TrustConfirmationTest {

    private static final List<ShareTarget> TARGETS = List.of(new ShareTarget.Account(account(1)));
    private static final TrustPolicy WITHOUT = trusting(account(9));
    private static final TrustPolicy WITH = trusting(account(9), account(1));

    private final ServiceFixture fixture = new ServiceFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void repeats_an_addition_twenty_times() {
        undoEachWriteWith(WITHOUT);

        assertThatThrownBy(() -> carryOut(new TrustChange.Add(TARGETS)))
                .isInstanceOfSatisfying(
                        CloudException.class, e -> assertThat(e.code()).isEqualTo("TrustPolicyContended"));
        assertThat(fixture.cloud.script().writes()).hasSize(1 + 20);
    }

    @Test
    void repeats_a_removal_twice_and_then_lets_the_other_writer_win() {
        undoEachWriteWith(WITH);

        assertThatThrownBy(() -> carryOut(new TrustChange.Remove(TARGETS, new AccountId("1000000000000001"), true)))
                .isInstanceOfSatisfying(
                        CloudException.class, e -> assertThat(e.code()).isEqualTo("TrustPolicyContended"));
        assertThat(fixture.cloud.script().writes()).hasSize(1 + 2);
        assertThat(fixture.cloud.roles().trust()).isEqualTo(WITH);
    }

    @Test
    void repeats_a_replacement_once_and_tells_what_there_is_then() throws CloudException {
        undoEachWriteWith(WITH);

        assertThat(carryOut(new TrustChange.Replace(trusting(account(3))))).isEqualTo(WITH);
        assertThat(fixture.cloud.script().writes()).hasSize(1 + 1);
    }

    private void undoEachWriteWith(TrustPolicy other) {
        fixture.cloud.roles().existsWithTrust(other.json());
        for (int write = 0; write < 30; write++) {
            fixture.cloud
                    .script()
                    .after("UpdateRole", () -> fixture.cloud.roles().overwrite(other.json()));
        }
    }

    private TrustPolicy carryOut(TrustChange change) throws CloudException {
        RunContext run = fixture.run;
        RunClock clock = new RunClock(
                fixture.time,
                FakeTime.START.plus(Duration.ofDays(1)),
                run.clock().settle(),
                new Random(1),
                fixture.time);
        TrustUpdate update = new TrustUpdate(
                new RunContext(run.cloud(), run.parallel(), clock, 6, run.lock(), run.messages(), run.progress()),
                Progress.SILENT);
        update.carryOut(change, null);
        update.confirm();
        TrustPolicy policy = update.policy();
        assertThat(policy).isNotNull();
        return policy;
    }
}
