package dev.shareimage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.cloud.aliyun.http.TrustedAuthorities;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarmupTest {

    /**
     * If the prepared answers were outdated, the warm-up would stop early and prepare only a part of the code, without
     * any visible sign.
     */
    @Test
    void runs_to_its_end() throws Exception {
        assertThat(Warmup.share()).isEqualTo(ExitCode.DONE);
        assertThat(Warmup.annotations()).isPositive();
        assertThat(Warmup.call()).isPresent();
        assertThat(TrustedAuthorities.warmUp()).isPositive();
    }

    @Test
    void tls_is_prepared_for_the_vendors_addresses_alone() {
        List<String> list = List.of("list-shares", "--region", "cn-hongkong");

        assertThat(Warmup.usesTls(list, Map.of("HOME", "/home/me"))).isTrue();
        assertThat(Warmup.usesTls(list, Map.of("SHARE_IMAGE_ENDPOINT", "http://127.0.0.1:8787")))
                .isFalse();
        assertThat(Warmup.usesTls(list, Map.of("SHARE_IMAGE_SANDBOX", "cloud"))).isFalse();
        assertThat(Warmup.usesTls(list, Map.of("SSL_CERT_FILE", "ca.pem"))).isFalse();
        assertThat(Warmup.usesTls(List.of("list-shares", "--sandbox"), Map.of()))
                .isFalse();
        assertThat(Warmup.usesTls(List.of("list-shares", "--endpoint=ecs=http://[::1]:1"), Map.of()))
                .isFalse();
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
    void a_share_and_a_manifest_are_prepared_by_a_share(String line) {
        assertThat(Warmup.extentFor(List.of(line.split(" ")))).isEqualTo(Warmup.Extent.SHARE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list-shares --image-id share",
                "-o json doctor",
                "report -f m.yaml",
                "--region cn-hongkong set-trust --accounts 2000000000000002",
                "unshare --image-id m-1 --all"
            })
    void other_commands_that_call_the_cloud_are_prepared_by_one_call(String line) {
        assertThat(Warmup.extentFor(List.of(line.split(" ")))).isEqualTo(Warmup.Extent.CALL);
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
                "list-shares -h",
                "-o json check-region cn-hongkong",
                "--region cn-hongkong set-trust --print --accounts 2000000000000002",
                "--no-such-option"
            })
    void nothing_is_prepared_for_what_calls_nothing(String line) {
        assertThat(Warmup.extentFor(List.of(line.split(" ")))).isEqualTo(Warmup.Extent.NONE);
    }
}
