package dev.shareimage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RehearsalTest {

    /** Were its answers out of date, it would end early and link only a part of the code, and nobody would notice. */
    @Test
    void goesToItsEnd() throws Exception {
        assertThat(Rehearsal.run()).isEqualTo(ExitCode.DONE);
    }
}
