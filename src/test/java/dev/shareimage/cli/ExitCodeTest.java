package dev.shareimage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.app.Failure;
import dev.shareimage.app.Status;
import dev.shareimage.app.TargetStatus;
import dev.shareimage.cloud.CloudException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitCodeTest {

    @ParameterizedTest
    @CsvSource({
        "NO_CREDENTIALS, 5",
        "NOT_PERMITTED, 5",
        "UNAVAILABLE, 6",
        "INTERRUPTED, 130",
        "NOT_FOUND, 8",
        "ALREADY_EXISTS, 8",
        "UNREACHABLE, 3",
        "MALFORMED, 8",
        "REFUSED, 8"
    })
    void of_a_failure_that_left_nothing_done(Kind kind, int expected) {
        assertThat(ExitCode.of(kind)).isEqualTo(expected);
        assertThat(ExitCode.of(Reports.failed(Reports.failure(kind, "Some.Code"))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "SHARED, FAILED, NOT_PERMITTED, 4",
        "ALREADY_SHARED, FAILED, UNAVAILABLE, 4",
        "UNSHARED, FAILED, REFUSED, 4",
        "SHARED, FAILED, INTERRUPTED, 130",
        "SHARED, PENDING, UNAVAILABLE, 6",
        "PENDING, FAILED, REFUSED, 8",
        "NOT_TRIED, PENDING, UNAVAILABLE, 6"
    })
    void of_two_targets(TargetStatus first, TargetStatus second, Kind kind, int expected) {
        Failure failure = Reports.failure(kind, "Some.Code");

        assertThat(ExitCode.of(Reports.ended(Status.PARTIAL, first, second, failure)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"NotConfirmed", "AssociationFailed"})
    void of_what_the_cloud_accepted_and_did_not_do(String code) {
        assertThat(ExitCode.of(Reports.failed(Reports.failure(Kind.REFUSED, code))))
                .isEqualTo(4);
    }

    @Test
    void of_reports_that_did_not_fail() {
        assertThat(ExitCode.of(Reports.succeeded())).isZero();
        assertThat(ExitCode.of(Reports.unchanged())).isZero();
        assertThat(ExitCode.of(Reports.planned())).isZero();
        assertThat(ExitCode.of(Reports.blocked())).isEqualTo(3);
    }
}
