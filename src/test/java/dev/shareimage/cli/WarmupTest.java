package dev.shareimage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarmupTest {

    /**
     * If the prepared answers were outdated, the warm-up would stop early and prepare only a part of the code, without
     * any visible sign.
     */
    @Test
    void goes_to_its_end() throws Exception {
        assertThat(Warmup.run()).isEqualTo(ExitCode.DONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "share --image-id m-1 --accounts 2000000000000002",
                "--image-id m-1 --accounts 2000000000000002",
                "-o json share --image-id m-1 --accounts 2000000000000002",
                "apply -f m.yaml",
                "apply --dry-run --file=m.yaml",
                "-y apply --file m.yaml --prune"
            })
    void begun_for_a_share_and_for_a_manifest(String line) {
        assertThat(Warmup.isUsefulFor(List.of(line.split(" ")))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--version",
                "--help",
                "share --help",
                "help share",
                "apply",
                "apply -f m.yaml --help",
                "report -f m.yaml",
                "-o json check-region cn-hongkong",
                "--region cn-hongkong set-trust --print --accounts 2000000000000002",
                "list-shares --image-id share",
                "--no-such-option"
            })
    void not_begun_for_anything_else(String line) {
        assertThat(Warmup.isUsefulFor(List.of(line.split(" ")))).isFalse();
    }
}
