package dev.shareimage.app.share;

import static dev.shareimage.app.fake.FakeCloud.HONGKONG;
import static dev.shareimage.app.run.ServiceFixture.account;
import static dev.shareimage.app.run.ServiceFixture.accounts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.app.Report.TargetResult;
import dev.shareimage.app.TargetStatus;
import dev.shareimage.app.fake.Refusals;
import dev.shareimage.app.run.FailureDescriber;
import dev.shareimage.app.run.TargetResults;
import dev.shareimage.app.state.Parallel;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccountChunksTest {

    private static final AccountId UNKNOWN = account(7);

    private final Parallel parallel = new Parallel(1);
    private final TargetResults results = new TargetResults();
    private final AccountChunks chunks =
            new AccountChunks(parallel, results, new FailureDescriber(Messages.load("app", "en")));
    private final List<List<AccountId>> sent = new ArrayList<>();

    @AfterEach
    void close() {
        parallel.close();
    }

    @Test
    void an_account_that_was_unknown_for_one_image_is_sent_alone_for_the_next_ones() {
        send("m-first");
        assertThat(sent).hasSize(12);
        sent.clear();
        for (String image : List.of("m-second", "m-third")) {
            send(image);
            List<AccountId> others = new ArrayList<>(accounts(1, 10));
            others.remove(UNKNOWN);
            assertThat(sent).containsExactlyInAnyOrder(others, List.of(UNKNOWN), List.of(account(11)));
            assertThat(results.of(image(image)))
                    .filteredOn(result -> result.status() == TargetStatus.FAILED)
                    .extracting(TargetResult::id)
                    .containsExactly(UNKNOWN.value());
            sent.clear();
        }
    }

    @Test
    void that_helps_images_that_wait_already() {
        CompletableFuture.allOf(IntStream.range(0, 20)
                        .mapToObj(number -> chunks.send(image("m-image" + number), accounts(1, 11), this::add))
                        .toArray(CompletableFuture[]::new))
                .join();
        assertThat(sent).hasSize(12 + 19 * 3);
    }

    private void send(String image) {
        chunks.send(image(image), accounts(1, 11), this::add).join();
    }

    private synchronized void add(List<AccountId> chunk) throws CloudException {
        sent.add(List.copyOf(chunk));
        if (chunk.contains(UNKNOWN)) {
            throw Refusals.notFound("ModifyImageSharePermission", "InvalidAccount.NotFound");
        }
    }

    private static ImageRef image(String id) {
        return new ImageRef(HONGKONG, new ImageId(id));
    }
}
