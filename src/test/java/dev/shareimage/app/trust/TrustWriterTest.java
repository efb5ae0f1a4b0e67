package dev.shareimage.app.trust;

import static dev.shareimage.app.run.ServiceFixture.account;
import static dev.shareimage.app.run.ServiceFixture.trusting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shareimage.app.fake.Refusals;
import dev.shareimage.app.plan.TrustChange;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.run.ServiceFixture;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.domain.ShareTarget;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One write of the trust policy: the number of its attempts, and what each attempt reads. */
class TrustWriterTest {

    private static final TrustChange ADD = new TrustChange.Add(List.of(new ShareTarget.Account(account(1))));

    private final ServiceFixture fixture = new ServiceFixture();

    @BeforeEach
    void trust_somebody_else() {
        fixture.cloud.roles().existsWithTrust(trusting(account(9)).json());
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 9})
    void tries_as_often_as_a_call_may_be_sent(int maxAttempts) {
        fixture.cloud.script().refuse(Refusals.unavailable("UpdateRole"));

        CloudException failure = catchThrowableOfType(CloudException.class, () -> write(maxAttempts));

        assertThat(calls("UpdateRole")).isEqualTo(maxAttempts);
        assertThat(calls("GetRole")).isEqualTo(maxAttempts);
        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure)
                .hasMessage("all " + maxAttempts + " attempts at UpdateRole failed; the last time: UpdateRole answered"
                        + " ServiceUnavailable");
        assertThat(failure.requestId()).contains("req-1");
    }

    @Test
    void does_not_repeat_a_call_that_may_be_sent_once() {
        fixture.cloud.script().refuse(Refusals.unavailable("UpdateRole"));

        assertThatThrownBy(() -> write(1)).hasMessage("UpdateRole answered ServiceUnavailable");
        assertThat(calls("UpdateRole")).isEqualTo(1);
    }

    @Test
    void does_not_repeat_a_read_that_was_repeated_already() {
        fixture.cloud.script().refuse(Refusals.unavailable("GetRole"));

        assertThatThrownBy(() -> write(6)).hasMessage("GetRole answered ServiceUnavailable");
        assertThat(fixture.cloud.script().calls()).containsExactly("GetRole");
    }

    @Test
    void merges_what_others_wrote_before_the_next_attempt() throws CloudException {
        fixture.cloud.script().before("UpdateRole", () -> {
            fixture.cloud.roles().overwrite(trusting(account(9), account(8)).json());
            throw Refusals.unavailable("UpdateRole");
        });

        write(2);

        assertThat(fixture.cloud.roles().trust()).isEqualTo(trusting(account(9), account(8), account(1)));
    }

    private void write(int maxAttempts) throws CloudException {
        RunContext run = fixture.withMaxAttempts(maxAttempts);
        new TrustWriter(run, new TrustReader(fixture.cloud.roles(), run.clock())).write(ADD, null);
    }

    private long calls(String name) {
        return fixture.cloud.script().calls().stream()
                .filter(call -> call.startsWith(name))
                .count();
    }
}
