package dev.shareimage.app.state;

import static dev.shareimage.app.fake.FakeCloud.HONGKONG;
import static dev.shareimage.app.fake.FakeCloud.SINGAPORE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.app.fake.FakeCloud;
import dev.shareimage.app.fake.FakeTime;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.ShareTarget;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShareScanTest {

    private static final AccountId ACCOUNT = new AccountId("2000000000000002");

    private final FakeCloud cloud = new FakeCloud(new FakeTime());
    private final Parallel parallel = new Parallel(4);
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void close() {
        end.countDown();
        parallel.close();
    }

    @Test
    void a_region_that_does_not_answer_in_time_counts_as_unreadable() throws Exception {
        cloud.imageShares().put(HONGKONG, cloud.images().put(HONGKONG, "m-1", "key-1"), List.of(ACCOUNT));
        cloud.imageShares().put(SINGAPORE, cloud.images().put(SINGAPORE, "m-2", "key-2"), List.of(ACCOUNT));
        cloud.script().before("DescribeImages", this::hang);

        ShareScan.Result result =
                new ShareScan(cloud, parallel, Messages.load("app", "en")).run(HONGKONG, Duration.ofMillis(200));

        assertThat(result.images()).hasSize(1);
        assertThat(result.hiding(new ShareTarget.Account(ACCOUNT)))
                .singleElement()
                .asString()
                .endsWith(" (TimeBudget)");
    }

    private void hang() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
