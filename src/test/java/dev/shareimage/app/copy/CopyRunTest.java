package dev.shareimage.app.copy;

import static dev.shareimage.app.copy.CopyFixture.NAME;
import static dev.shareimage.app.copy.CopyFixture.SOURCE;
import static dev.shareimage.app.fake.FakeCloud.SINGAPORE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.cloud.Image;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.KeyId;
import dev.shareimage.domain.RegionId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CopyRunTest {

    private final CopyFixture fixture = new CopyFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void makes_an_encrypted_copy_and_waits_for_it() throws CloudException {
        fixture.service.cloud.images().copies().take(Duration.ofSeconds(40));
        fixture.make(fixture.planned("ap-southeast-1"));
        assertThat(fixture.ends).containsExactly("begun ap-southeast-1:m-copy1", "available ap-southeast-1:m-copy1");
        Image copy = fixture.service
                .cloud
                .images()
                .find(SINGAPORE, new ImageId("m-copy1"))
                .orElseThrow();
        assertThat(copy.name()).isEqualTo(NAME);
        assertThat(copy.tags())
                .isEqualTo(
                        Map.of("share-image:source-image", "m-encrypted1", "share-image:source-region", "cn-hongkong"));
        assertThat(fixture.service.cloud.images().snapshots(SINGAPORE, copy.snapshotIds()))
                .singleElement()
                .satisfies(snapshot -> assertThat(snapshot.key()).isEqualTo(new KeyId("key-sg")));
        assertThat(fixture.service.steps)
                .startsWith(
                        "copy image m-encrypted1 to ap-southeast-1",
                        "wait for copy m-copy1 in ap-southeast-1 (0/100)",
                        "wait for copy m-copy1 in ap-southeast-1 (2/100)")
                .endsWith("copy m-copy1 in ap-southeast-1 is available");
    }

    @Test
    void looks_seldom_at_first_and_more_often_towards_the_end() throws CloudException {
        PlannedCopy planned = fixture.planned("ap-southeast-1");
        fixture.service.cloud.images().copies().take(Duration.ofMinutes(4));
        fixture.service.cloud.script().forget();
        fixture.make(planned);
        assertThat(fixture.ends).last().isEqualTo("available ap-southeast-1:m-copy1");
        assertThat(fixture.service.cloud.script().calls()).hasSizeBetween(12, 28);
        assertThat(fixture.service.time.elapsed()).isBetween(Duration.ofMinutes(4), Duration.ofSeconds(244));
    }

    @Test
    void the_same_order_twice_makes_one_copy() throws CloudException {
        PlannedCopy planned = fixture.planned("ap-southeast-1");
        fixture.make(planned);
        fixture.make(planned);
        assertThat(fixture.ends)
                .filteredOn(end -> end.equals("available ap-southeast-1:m-copy1"))
                .hasSize(2);
        assertThat(fixture.imagesIn(SINGAPORE)).hasSize(1);
    }

    @Test
    void an_order_under_another_key_finds_the_copy_by_its_name() throws CloudException {
        fixture.service.cloud.keys().put(SINGAPORE, "key-2");
        PlannedCopy first = fixture.planned("ap-southeast-1=key-sg");
        PlannedCopy second = fixture.planned("ap-southeast-1=key-2");
        fixture.make(first);
        fixture.make(second);
        assertThat(fixture.ends)
                .containsExactly(
                        "begun ap-southeast-1:m-copy1",
                        "available ap-southeast-1:m-copy1",
                        "begun ap-southeast-1:m-copy1",
                        "other-key ap-southeast-1:m-copy1 key-sg, not key-2",
                        "available ap-southeast-1:m-copy1");
        assertThat(fixture.imagesIn(SINGAPORE)).hasSize(1);
    }

    @Test
    void a_copy_whose_answer_was_lost_is_found_and_not_made_twice() throws CloudException {
        PlannedCopy planned = fixture.planned("ap-southeast-1");
        fixture.service.cloud.script().after("CopyImage", () -> {
            throw new CloudException(Kind.UNAVAILABLE, "CopyImage", "ConnectionFailed", "cut off");
        });
        fixture.make(planned);
        assertThat(fixture.ends).containsExactly("begun ap-southeast-1:m-copy1", "available ap-southeast-1:m-copy1");
        fixture.make(planned);
        assertThat(fixture.imagesIn(SINGAPORE)).hasSize(1);
        assertThat(fixture.read("ap-southeast-1").available())
                .contains(new ImageRef(SINGAPORE, new ImageId("m-copy1")));
    }

    @ParameterizedTest
    @CsvSource({
        "UNAVAILABLE,ConnectionFailed,pending",
        "UNAVAILABLE,InternalError,pending",
        "MALFORMED,MalformedAnswer,pending",
        "UNAVAILABLE,Throttling.User,failed",
        "REFUSED,QuotaExceed.Image,failed"
    })
    void a_copy_whose_answer_was_lost_and_that_no_list_shows_may_still_come(Kind kind, String code, String end)
            throws CloudException {
        PlannedCopy planned = fixture.planned("ap-southeast-1");
        fixture.service.cloud.script().refuseOnce(new CloudException(kind, "CopyImage", code, "no"));

        fixture.make(planned);

        assertThat(fixture.ends).singleElement().asString().startsWith(end + " ap-southeast-1 " + code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"OperationDenied.ImageCopyConflict", "OperationDenied.ImageCopying", "InvalidOperation.Conflict"
            })
    void an_order_that_meets_another_one_is_repeated(String code) throws CloudException {
        PlannedCopy planned = fixture.planned("ap-southeast-1");
        fixture.service.cloud.script().refuseOnce(new CloudException(Kind.REFUSED, "CopyImage", code, "no"));

        fixture.make(planned);

        assertThat(fixture.ends).containsExactly("begun ap-southeast-1:m-copy1", "available ap-southeast-1:m-copy1");
    }

    @Test
    void a_copy_that_fails_is_named() throws CloudException {
        fixture.service.cloud.images().copies().fail();
        fixture.make(fixture.planned("ap-southeast-1"));
        assertThat(fixture.ends)
                .containsExactly(
                        "begun ap-southeast-1:m-copy1",
                        "failed ap-southeast-1 CopyFailed: the copy of image m-encrypted1 in ap-southeast-1 could not be"
                                + " made: m-copy1 is CreateFailed");
    }

    @Test
    void a_deleted_copy_is_made_again_although_its_token_is_known() throws CloudException {
        PlannedCopy planned = fixture.planned("ap-southeast-1");
        fixture.make(planned);
        fixture.service.cloud.images().remove(SINGAPORE, new ImageId("m-copy1"));
        fixture.ends.clear();
        fixture.make(planned);
        assertThat(fixture.ends)
                .containsExactly(
                        "begun ap-southeast-1:m-copy1",
                        "begun ap-southeast-1:m-copy2",
                        "available ap-southeast-1:m-copy2");
    }

    @Test
    void a_list_that_lags_makes_no_second_copy() throws CloudException {
        PlannedCopy planned = fixture.planned("ap-southeast-1");
        fixture.make(planned);
        Image copy = fixture.imagesIn(SINGAPORE).get(0);
        fixture.service.cloud.images().remove(SINGAPORE, copy.id());
        fixture.service.cloud.script().before("DescribeImages", () -> {});
        fixture.service.cloud.script().before("DescribeImages", () -> {});
        fixture.service
                .cloud
                .script()
                .before("DescribeImages", () -> fixture.service.cloud.images().put(SINGAPORE, copy));
        fixture.make(planned);
        assertThat(fixture.ends).last().isEqualTo("available ap-southeast-1:m-copy1");
        assertThat(fixture.imagesIn(SINGAPORE)).hasSize(1);
    }

    @Test
    void a_copy_that_another_run_has_begun_is_waited_for() throws CloudException {
        fixture.service.cloud.images().copies().take(Duration.ofMinutes(1));
        fixture.service
                .cloud
                .images()
                .copy(fixture.read("ap-southeast-1").order(fixture.source(), new KeyId("key-sg"), null));
        fixture.service.cloud.script().forget();
        fixture.make(fixture.planned("ap-southeast-1"));
        assertThat(fixture.ends).containsExactly("begun ap-southeast-1:m-copy1", "available ap-southeast-1:m-copy1");
        assertThat(fixture.service.cloud.script().writes()).isEmpty();
    }

    @Test
    void a_copy_that_another_run_has_begun_with_another_key_is_reported() throws CloudException {
        fixture.service.cloud.keys().put(SINGAPORE, "key-2");
        fixture.service.cloud.images().copies().take(Duration.ofMinutes(1));
        fixture.service
                .cloud
                .images()
                .copy(fixture.read("ap-southeast-1=key-sg").order(fixture.source(), new KeyId("key-sg"), null));
        fixture.make(fixture.planned("ap-southeast-1=key-2"));
        assertThat(fixture.ends)
                .containsExactly(
                        "begun ap-southeast-1:m-copy1",
                        "other-key ap-southeast-1:m-copy1 key-sg, not key-2",
                        "available ap-southeast-1:m-copy1");
    }

    @Test
    void a_copy_that_outlasts_the_budget_is_pending() throws CloudException {
        fixture.service.cloud.images().copies().take(Duration.ofHours(1));
        fixture.make(fixture.planned("ap-southeast-1"));
        assertThat(fixture.ends).containsExactly("begun ap-southeast-1:m-copy1", "pending ap-southeast-1 TimeBudget");
        assertThat(fixture.service.time.elapsed()).isBetween(Duration.ofSeconds(295), Duration.ofMinutes(5));
    }

    @Test
    void copies_of_several_regions_are_made_concurrently_and_each_region_is_listed_once() throws CloudException {
        RegionId tokyo = new RegionId("ap-northeast-1");
        fixture.service.cloud.keys().put(tokyo, "key-jp");
        fixture.service.cloud.images().put(SOURCE.region(), "m-other1", "key-1");
        fixture.service.cloud.images().copies().take(Duration.ofMinutes(2));
        ImageRef other = new ImageRef(SOURCE.region(), new ImageId("m-other1"));
        Image image =
                fixture.service.cloud.images().find(other.region(), other.id()).orElseThrow();
        List<CopyState> states = new CopyReader(
                        fixture.service.run,
                        CopyWish.of(
                                List.of(SOURCE, other),
                                List.of(
                                        CopyFixture.wish("ap-southeast-1").target(),
                                        CopyFixture.wish("ap-northeast-1=key-jp")
                                                .target())))
                .read();
        PlannedCopy[] planned = states.stream()
                .map(state -> PlannedCopy.of(state, state.wish().source().equals(SOURCE) ? source() : image))
                .toArray(PlannedCopy[]::new);
        fixture.service.cloud.script().forget();
        fixture.make(planned);
        assertThat(fixture.ends).filteredOn(end -> end.startsWith("available")).hasSize(4);
        assertThat(fixture.service.time.elapsed()).isBetween(Duration.ofMinutes(2), Duration.ofSeconds(130));
        List<String> looks = fixture.service.cloud.script().calls().stream()
                .filter(call -> call.startsWith("DescribeImages"))
                .toList();
        assertThat(looks).filteredOn(look -> look.contains("m-")).hasSize(4);
    }

    private Image source() {
        try {
            return fixture.source();
        } catch (CloudException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_refused_copy_does_not_keep_the_others_from_being_made() throws CloudException {
        RegionId tokyo = new RegionId("ap-northeast-1");
        fixture.service.cloud.keys().put(tokyo, "key-jp");
        PlannedCopy first = fixture.planned("ap-southeast-1");
        PlannedCopy second = fixture.planned("ap-northeast-1");
        fixture.service
                .cloud
                .script()
                .refuseOnce(new CloudException(
                        Kind.REFUSED, "CopyImage", "RegionNotSupportCopy", "The region not support copy."));
        fixture.make(first, second);
        assertThat(fixture.ends).filteredOn(end -> end.startsWith("failed")).hasSize(1);
        assertThat(fixture.ends).filteredOn(end -> end.startsWith("available")).hasSize(1);
    }
}
