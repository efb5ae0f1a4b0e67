package dev.shareimage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.domain.Messages;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.check.CheckId;
import dev.shareimage.domain.check.CheckStatus;
import dev.shareimage.domain.check.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionFindingTest {

    private static final String ASK_FOR_THE_LIST =
            "see the regions that are listed: share-image check-region --all; to let the cloud decide: --allow-unlisted-region";

    private final RegionFinding findings = new RegionFinding(Messages.load("cli", "en"));

    @ParameterizedTest
    @ValueSource(strings = {"cn-nanjing", "ap-northeast-2", "cn-fuzhou", "ap-southeast-7"})
    void a_region_that_cannot_work_fails_whatever_is_allowed(String region) {
        assertThat(of(region, true).status()).isEqualTo(CheckStatus.FAIL);
        assertThat(of(region, true)).isEqualTo(of(region, false));
        assertThat(of(region, true).message())
                .contains("(" + region + ") has no ")
                .endsWith(", so that encrypted images cannot be shared there");
    }

    @Test
    void a_region_that_one_source_alone_lists_is_a_warning() {
        assertThat(of("ap-southeast-5", false))
                .isEqualTo(Finding.warn(
                        CheckId.REGION_LISTED,
                        "sharing of encrypted images is not listed for Indonesia (Jakarta) (ap-southeast-5) (as of"
                                + " 2024-01-17); one undated copy of the list names it",
                        null));
    }

    @ParameterizedTest
    @CsvSource({"cn-hongkon, cn-hongkong", "cn-shangai, cn-shanghai", "ap-southeast1, ap-southeast-1"})
    void a_region_id_that_is_nearly_right_is_asked_about(String region, String meant) {
        assertThat(of(region, false).fix()).isEqualTo("did you mean " + meant + "? " + ASK_FOR_THE_LIST);
    }

    @Test
    void a_region_that_is_not_listed_fails_or_warns_as_allowed() {
        assertThat(of("cn-hangzhou", false).fix()).isEqualTo(ASK_FOR_THE_LIST);
        assertThat(of("cn-hangzhou", false).status()).isEqualTo(CheckStatus.FAIL);
        assertThat(of("cn-hangzhou", true).status()).isEqualTo(CheckStatus.WARN);
        assertThat(of("cn-hongkong", false).status()).isEqualTo(CheckStatus.PASS);
    }

    private Finding of(String region, boolean allowed) {
        return findings.of(new RegionId(region), allowed).get(0);
    }
}
