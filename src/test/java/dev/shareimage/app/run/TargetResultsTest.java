package dev.shareimage.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.app.TargetStatus;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetResultsTest {

    private static final RegionId REGION = new RegionId("cn-hongkong");
    private static final ImageRef ONE = new ImageRef(REGION, new ImageId("m-hk0001"));
    private static final ImageRef OTHER = new ImageRef(REGION, new ImageId("m-hk0002"));
    private static final ShareTarget TARGET = new ShareTarget.Account(new AccountId("2000000000000002"));

    private final TargetResults results = new TargetResults();

    @Test
    void images_have_one_object_for_the_same_result_of_the_same_target() {
        results.open(ONE, List.of(TARGET), TargetStatus.PLANNED);
        results.open(OTHER, List.of(TARGET), TargetStatus.PLANNED);

        assertThat(results.of(ONE).get(0)).isSameAs(results.of(OTHER).get(0));
    }

    @Test
    void a_new_status_of_one_image_leaves_the_other_as_it_is() {
        results.open(ONE, List.of(TARGET), TargetStatus.PLANNED);
        results.open(OTHER, List.of(TARGET), TargetStatus.PLANNED);

        results.note(ONE, TARGET, TargetStatus.SHARED);

        assertThat(results.with(ONE, TargetStatus.SHARED)).containsExactly(TARGET);
        assertThat(results.with(OTHER, TargetStatus.PLANNED)).containsExactly(TARGET);
    }
}
