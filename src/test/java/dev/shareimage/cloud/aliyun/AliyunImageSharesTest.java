package dev.shareimage.cloud.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shareimage.cloud.CallPool;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.cloud.ImageShare;
import dev.shareimage.cloud.aliyun.http.Stub;
import dev.shareimage.cloud.aliyun.rpc.CallLimits;
import dev.shareimage.cloud.aliyun.rpc.FakeSleeper;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AliyunImageSharesTest {

    private static final RegionId REGION = new RegionId("cn-hongkong");
    private static final ImageId IMAGE = new ImageId("m-1");
    private static final long FIRST = 2000000000000000L;

    private final Stub stub = new Stub();

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void one_page_is_one_call() throws CloudException {
        stub.thenBy(form -> page(accounts(25), form));
        assertThat(read()).hasSize(25);
        assertThat(stub.values("PageNumber")).containsExactly("1");
        assertThat(stub.values("PageSize")).containsExactly("100");
        assertThat(stub.values("RegionId")).containsExactly("cn-hongkong");
    }

    @Test
    void many_pages_are_read_to_the_last() throws CloudException {
        stub.thenBy(form -> page(accounts(1234), form));
        assertThat(read()).hasSize(1234).doesNotHaveDuplicates();
        assertThat(stub.values("PageNumber")).hasSize(13);
    }

    /** Removing an account moves the later accounts forward, and one of them from page 2 to the page just read. */
    @Test
    void a_list_that_changes_while_it_is_read_is_read_again() throws CloudException {
        List<Long> before = accounts(150);
        List<Long> after = new ArrayList<>(before);
        after.remove(5);
        AtomicInteger calls = new AtomicInteger();
        stub.thenBy(form -> page(calls.incrementAndGet() == 1 ? before : after, form));
        assertThat(read())
                .containsExactlyElementsOf(after.stream().map(String::valueOf).toList());
        assertThat(stub.forms()).hasSize(4);
    }

    @Test
    void a_list_that_never_holds_still_is_all_that_was_seen() throws CloudException {
        AtomicInteger calls = new AtomicInteger();
        stub.thenBy(form -> page(accounts(150 + calls.incrementAndGet()), form));
        assertThat(read()).hasSizeGreaterThanOrEqualTo(156);
        assertThat(stub.forms()).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\"TotalCount\":0,", "\"TotalCount\":50,", "\"TotalCount\":100,", "\"TotalCount\":136,"})
    void a_total_that_is_absent_or_too_low_hides_nobody(String total) throws CloudException {
        stub.thenBy(form -> page(accounts(137), form).replace("\"TotalCount\":137,", total));
        assertThat(read())
                .containsExactlyElementsOf(
                        accounts(137).stream().map(String::valueOf).toList());
    }

    @Test
    void an_account_may_be_a_number() throws CloudException {
        stub.thenBy(form -> page(accounts(2), form).replaceAll("\"(2[0-9]{15})\"", "$1"));
        assertThat(read()).containsExactly("2000000000000000", "2000000000000001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"RequestId\":\"r\"}",
                "{\"TotalCount\":0}",
                "{\"TotalCount\":0,\"Accounts\":{}}",
                "{\"TotalCount\":0,\"Accounts\":null}",
                "{\"Accounts\":{\"Account\":[]}}"
            })
    void an_answer_without_list_or_total_is_not_nobody(String answer) {
        stub.then(200, answer);
        CloudException failure = catchThrowableOfType(CloudException.class, this::read);
        assertThat(failure.kind()).isEqualTo(Kind.MALFORMED);
    }

    @Test
    void a_list_that_is_shorter_than_it_says_is_refused() {
        stub.thenBy(form -> page(accounts(3), form).replace("\"TotalCount\":3", "\"TotalCount\":4"));
        CloudException failure = catchThrowableOfType(CloudException.class, this::read);
        assertThat(failure.kind()).isEqualTo(Kind.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"somebody\"", "null", "[1]", "\"\"", "{}"})
    void an_account_that_cannot_be_understood_is_not_dropped(String id) {
        stub.then(200, "{\"TotalCount\":1,\"Accounts\":{\"Account\":[{\"AliyunId\":" + id + "}]}}");
        CloudException failure = catchThrowableOfType(CloudException.class, this::read);
        assertThat(failure.kind()).isEqualTo(Kind.MALFORMED);
    }

    @Test
    void an_absurd_total_is_refused() {
        stub.then(200, "{\"TotalCount\":999999999,\"Accounts\":{\"Account\":[{\"AliyunId\":\"2000000000000002\"}]}}");
        CloudException failure = catchThrowableOfType(CloudException.class, this::read);
        assertThat(failure.kind()).isEqualTo(Kind.MALFORMED);
        assertThat(stub.forms()).hasSize(1);
    }

    private List<String> read() throws CloudException {
        Calls calls = stub.calls(new FakeSleeper(), CallLimits.until(FakeSleeper.START.plusSeconds(60)));
        try (CallPool pool = new CallPool(4)) {
            return new AliyunImageShares(calls, pool, AccountId::new)
                    .of(REGION, IMAGE).stream()
                            .map(ImageShare::account)
                            .map(Object::toString)
                            .toList();
        }
    }

    private static List<Long> accounts(int count) {
        return LongStream.range(FIRST, FIRST + count).boxed().toList();
    }

    private static String page(List<Long> accounts, Map<String, String> form) {
        int start = (Integer.parseInt(form.get("PageNumber")) - 1) * 100;
        String items = accounts.stream()
                .skip(start)
                .limit(100)
                .map(id -> "{\"AliyunId\":\"" + id + "\",\"SharedTime\":\"2026-11-23T12:00:00Z\"}")
                .collect(Collectors.joining(","));
        return "{\"TotalCount\":" + accounts.size() + ",\"Accounts\":{\"Account\":[" + items + "]}}";
    }
}
