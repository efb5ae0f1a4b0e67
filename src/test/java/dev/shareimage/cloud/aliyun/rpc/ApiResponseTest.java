package dev.shareimage.cloud.aliyun.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.json.Json;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiResponseTest {

    @Test
    void texts_may_be_numbers() throws Exception {
        ApiResponse answer = answer("{\"a\":\"x\",\"b\":1000000000000001,\"c\":\"\",\"d\":null}");
        assertThat(answer.text("a")).isEqualTo("x");
        assertThat(answer.value("b", AccountId::new)).isEqualTo(new AccountId("1000000000000001"));
        assertThat(answer.textIfAny("c")).isEmpty();
        assertThat(answer.textIfAny("d")).isEmpty();
        assertThat(answer.textIfAny("e")).isEmpty();
    }

    @Test
    void flags_may_be_texts() throws Exception {
        ApiResponse answer = answer("{\"a\":true,\"b\":\"false\",\"c\":\"maybe\"}");
        assertThat(answer.flag("a")).contains(true);
        assertThat(answer.flag("b")).contains(false);
        assertThat(answer.flag("d")).isEmpty();
        assertThat(problem(() -> answer.flag("c"))).endsWith(": c is neither true nor false");
    }

    @Test
    void counts_may_be_texts_and_end_in_a_zero_fraction() throws Exception {
        ApiResponse answer = answer("{\"a\":50,\"b\":\"7\",\"c\":50.0}");
        assertThat(answer.count("a")).contains(50);
        assertThat(answer.count("b")).contains(7);
        assertThat(answer.count("c")).contains(50);
        assertThat(answer.count("d")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1e300", "1.5", "\"many\"", "99999999999999999999", "[1]", "{}"})
    void an_invalid_count_is_refused(String value) throws Exception {
        ApiResponse answer = answer("{\"a\":" + value + "}");
        assertThat(problem(() -> answer.count("a"))).startsWith("the answer to Do cannot be understood: a is not a ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"Xs\":{\"X\":[{\"i\":1},{\"i\":2}]}}", "{\"Xs\":[{\"i\":1},{\"i\":2}]}"})
    void lists_are_wrapped_or_bare(String json) throws Exception {
        assertThat(answer(json).list("Xs", "X"))
                .extracting(item -> item.node().path("i").asInt())
                .containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"Xs\":{\"X\":[]}}", "{\"Xs\":[]}"})
    void a_list_may_be_empty(String json) throws Exception {
        assertThat(answer(json).list("Xs", "X")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"Xs\":null}", "{\"Xs\":{}}", "{\"Xs\":{\"X\":null}}", "{\"Xs\":{\"Y\":[]}}"})
    void a_list_that_is_missing_is_not_an_empty_one(String json) throws Exception {
        ApiResponse answer = answer(json);
        assertThat(problem(() -> answer.list("Xs", "X"))).endsWith("cannot be understood: Xs is missing");
        assertThat(answer.optionalList("Xs", "X")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"Xs\":\"a\"}", "{\"Xs\":{\"X\":7}}", "{\"Xs\":[[1]]}", "{\"Xs\":[null]}"})
    void a_list_of_something_else_is_refused(String json) throws Exception {
        ApiResponse answer = answer(json);
        assertThat(problem(() -> answer.list("Xs", "X"))).startsWith("the answer to Do cannot be understood: Xs ");
    }

    @Test
    void the_message_names_the_place() throws Exception {
        ApiResponse inner = answer("{\"Xs\":[{\"i\":{\"k\":\"x\\u0007y\"}}]}")
                .list("Xs", "X")
                .get(0)
                .object("i");
        assertThat(problem(() -> inner.text("j")))
                .isEqualTo("the answer to Do cannot be understood: Xs[0].i.j is missing");
        assertThat(problem(() -> inner.value("k", AccountId::new)))
                .startsWith("the answer to Do cannot be understood: Xs[0].i.k cannot be understood: 'x\uFFFDy' is not");
        assertThat(problem(() -> inner.object("k"))).endsWith("Xs[0].i.k is not an object");
    }

    private static ApiResponse answer(String json) throws Exception {
        return new ApiResponse("Do", "R-1", "", Json.parse(json));
    }

    private static String problem(ThrowingCallable reading) {
        CloudException failure = catchThrowableOfType(CloudException.class, reading);
        assertThat(failure.kind()).isEqualTo(Kind.MALFORMED);
        assertThat(failure.requestId()).contains("R-1");
        return failure.text();
    }
}
