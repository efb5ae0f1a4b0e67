package dev.shareimage.cloud.aliyun.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.json.JsonException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagedReaderTest {

    private final List<Object> asked = new ArrayList<>();

    @Test
    void pages_by_number_are_read_until_all_are_there() throws Exception {
        assertThat(numbered(Map.of(1, page(250, 0, 100), 2, page(250, 100, 200), 3, page(250, 200, 250))))
                .containsExactlyElementsOf(IntStream.range(0, 250).boxed().toList());
        assertThat(asked).containsExactly(1, 2, 3);
    }

    @Test
    void a_product_may_give_smaller_pages_than_asked_for() throws Exception {
        assertThat(numbered(Map.of(1, page(3, 0, 2), 2, page(3, 2, 3)))).containsExactly(0, 1, 2);
    }

    @Test
    void an_item_that_is_on_two_pages_counts_once() throws Exception {
        assertThat(numbered(Map.of(1, page(4, 0, 2), 2, page(4, 1, 3), 3, page(4, 2, 4))))
                .containsExactly(0, 1, 2, 3);
        assertThat(asked).containsExactly(1, 2, 3);
    }

    @Test
    void without_a_total_only_an_empty_page_is_the_last() throws Exception {
        assertThat(numbered(Map.of(1, pageAlone(0, 3), 2, pageAlone(3, 6), 3, pageAlone(0, 0))))
                .containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(asked).as("two readings agree").containsExactly(1, 2, 3, 1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "99", "100", "136"})
    void a_full_page_is_read_on_whatever_the_total_says(String total) throws Exception {
        String first = page(0, 0, 100).replace("\"TotalCount\":0", "\"TotalCount\":" + total);
        String second = page(0, 100, 137).replace("\"TotalCount\":0", "\"TotalCount\":" + total);
        assertThat(numbered(Map.of(1, first, 2, second)))
                .containsExactlyElementsOf(IntStream.range(0, 137).boxed().toList());
    }

    @Test
    void a_full_last_page_is_followed_by_an_empty_one() throws Exception {
        assertThat(numbered(Map.of(1, page(100, 0, 100), 2, page(100, 0, 0)))).hasSize(100);
        assertThat(asked).containsExactly(1, 2);
    }

    /**
     * The third of 150 entries is deleted after the first page was read, so the 101st moves to a page that was already
     * read.
     */
    @Test
    void a_list_that_loses_an_item_between_two_pages_is_read_again() throws Exception {
        List<Integer> before = IntStream.range(0, 150).boxed().toList();
        List<Integer> after = before.stream().filter(i -> i != 3).toList();
        List<Integer> read = numbered(number -> page(asked.size() == 1 ? before : after, number));
        assertThat(read).containsExactlyInAnyOrderElementsOf(before);
        assertThat(asked).containsExactly(1, 2, 1, 2);
    }

    @Test
    void a_list_that_never_holds_still_is_all_that_was_seen() throws Exception {
        List<Integer> read = numbered(number ->
                page(IntStream.range(0, 150 + asked.size()).boxed().toList(), number));
        assertThat(read).doesNotHaveDuplicates().contains(0, 100, 150, 155);
        assertThat(asked).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"TotalCount\":0}",
                "{\"TotalCount\":0,\"Xs\":null}",
                "{\"TotalCount\":0,\"Xs\":{}}",
                "{\"TotalCount\":0,\"Xs\":{\"X\":null}}",
                "{\"Xs\":{\"X\":[]}}"
            })
    void an_answer_without_its_list_is_never_an_empty_list(String answer) {
        assertThatThrownBy(() -> numbered(Map.of(1, answer))).hasMessageContaining("cannot be understood");
        assertThat(asked).containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"Xs\":null}", "{\"Xs\":{}}", "{\"NextToken\":\"a\"}"})
    void a_page_by_token_without_its_list_is_never_an_empty_one(String answer) {
        assertThatThrownBy(() -> tokened(Map.of("", answer))).hasMessageEndingWith("Xs is missing");
    }

    @Test
    void an_empty_list_is_one_page() throws Exception {
        assertThat(numbered(Map.of(1, page(0, 0, 0)))).isEmpty();
        assertThat(asked).containsExactly(1);
    }

    @Test
    void a_list_that_ends_early_is_refused() {
        assertThatThrownBy(() -> numbered(Map.of(1, page(150, 0, 100), 2, page(150, 0, 0))))
                .hasMessageEndingWith("Xs holds 100 of 150");
    }

    @Test
    void a_list_that_repeats_itself_is_refused() {
        String same = page(Integer.MAX_VALUE / 4, 0, 100);
        assertThatThrownBy(() -> numbered(Map.of(1, same, 2, same))).hasMessageContaining("Xs repeats page 2");
    }

    @Test
    void pages_by_token_are_read_until_there_is_none() throws Exception {
        assertThat(tokened(Map.of(
                        "", "{\"Xs\":[{\"i\":0}],\"NextToken\":\"a\"}",
                        "a", "{\"Xs\":[],\"NextToken\":\"b\"}",
                        "b", "{\"Xs\":[{\"i\":1}],\"NextToken\":\"\"}")))
                .containsExactly(0, 1);
        assertThat(asked).containsExactly("", "a", "b");
    }

    @Test
    void tokens_that_lead_in_a_circle_are_refused() {
        assertThatThrownBy(() -> tokened(Map.of(
                        "", "{\"Xs\":[],\"NextToken\":\"a\"}",
                        "a", "{\"Xs\":[],\"NextToken\":\"b\"}",
                        "b", "{\"Xs\":[],\"NextToken\":\"a\"}")))
                .hasMessageEndingWith("NextToken has no following page");
    }

    private List<Integer> numbered(Map<Integer, String> pages) throws CloudException {
        return numbered(number -> String.valueOf(pages.get(number)));
    }

    private List<Integer> numbered(IntFunction<String> pages) throws CloudException {
        List<Integer> read = new ArrayList<>();
        PagedReader.numbered(
                number -> {
                    asked.add(number);
                    return answer(pages.apply(number));
                },
                new PageTally.ListShape("Xs", "X", "i"),
                items -> items.forEach(item -> read.add(item.node().path("i").asInt())));
        return read;
    }

    private List<Integer> tokened(Map<String, String> pages) throws CloudException {
        return PagedReader.allTokened(
                        token -> {
                            asked.add(token == null ? "" : token);
                            return answer(pages.get(token == null ? "" : token));
                        },
                        "Xs",
                        "X")
                .stream()
                .map(item -> item.node().path("i").asInt())
                .toList();
    }

    private static String page(List<Integer> all, int number) {
        int from = Math.min((number - 1) * 100, all.size());
        List<Integer> part = all.subList(from, Math.min(from + 100, all.size()));
        return "{\"TotalCount\":" + all.size() + ",\"Xs\":{\"X\":["
                + part.stream().map(i -> "{\"i\":" + i + "}").collect(Collectors.joining(",")) + "]}}";
    }

    private static String page(int total, int from, int to) {
        return "{\"TotalCount\":" + total + ",\"Xs\":{\"X\":["
                + IntStream.range(from, to).mapToObj(i -> "{\"i\":" + i + "}").collect(Collectors.joining(",")) + "]}}";
    }

    private static ApiResponse answer(String json) {
        try {
            return new ApiResponse("List", "R-1", "", Json.parse(json));
        } catch (JsonException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pageAlone(int from, int to) {
        return page(0, from, to).replace("\"TotalCount\":0,", "");
    }
}
