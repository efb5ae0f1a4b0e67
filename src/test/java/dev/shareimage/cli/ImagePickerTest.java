package dev.shareimage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.app.ImageQuery.Filter;
import dev.shareimage.app.ImageSelection;
import dev.shareimage.app.ImageSelection.Choice;
import dev.shareimage.app.ListRequest;
import dev.shareimage.app.SelectedImages;
import dev.shareimage.cli.CommandLineRun.Outcome;
import dev.shareimage.cloud.Image;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.NamePattern;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.check.CheckId;
import dev.shareimage.domain.check.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** If a pattern matches several images, a terminal asks which, and elsewhere the check fails. */
class ImagePickerTest {

    private static final RegionId HONGKONG = new RegionId("cn-hongkong");
    private static final Filter WEB = new Filter(Optional.of(new NamePattern("web-*")), Optional.empty(), Map.of());
    private static final String[] LIST = {"list-shares", "--image-name", "web-*"};

    private FakeService service = new FakeService();

    private CommandLineRun choosing(int candidates) {
        List<Image> images = IntStream.rangeClosed(1, candidates)
                .mapToObj(number -> image("m-" + number, "web-" + number))
                .toList();
        service = new FakeService()
                .selecting(new ImageSelection(
                        new SelectedImages(List.of(HONGKONG), List.of(), Map.of(), List.of(), Map.of()),
                        List.of(new Choice(WEB, HONGKONG, images)),
                        List.of(Finding.fail(CheckId.IMAGE_FOUND, "several", "choose"))));
        return new CommandLineRun().with(service);
    }

    private static Image image(String id, String name) {
        return new Image(
                new ImageId(id),
                name,
                "self",
                null,
                "Available",
                false,
                null,
                List.of(),
                null,
                Map.of(),
                null,
                Instant.parse("2026-11-01T00:00:00Z"));
    }

    private List<ImageRef> listed() {
        return service.requests().stream()
                .filter(ListRequest.class::isInstance)
                .map(ListRequest.class::cast)
                .flatMap(request -> request.images().images().stream())
                .toList();
    }

    @Test
    void lists_them_with_numbers_and_takes_the_chosen_one() {
        Outcome outcome =
                choosing(3).onTerminal().with("NO_COLOR", "1").withInput("2\n").run(LIST);

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).contains("""
                3 images match --image-name 'web-*' in cn-hongkong:
                  1  m-1 (web-1, 2026-11-01T00:00:00Z)
                  2  m-2 (web-2, 2026-11-01T00:00:00Z)
                  3  m-3 (web-3, 2026-11-01T00:00:00Z)
                Which of them? Numbers from 1 to 3, with commas between them; nothing for none:""");
        assertThat(listed()).extracting(Object::toString).containsExactly("cn-hongkong:m-2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"3, 1|m-3 m-1", "1 2 1|m-1 m-2", "2,2|m-2"})
    void takes_several_in_the_order_of_the_answer(String answer, String ids) {
        choosing(3).onTerminal().withInput(answer + "\n").run(LIST);

        assertThat(listed()).extracting(image -> image.id().value()).containsExactly(ids.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "", "4\n", "0\n", "1,x\n", "all\n", "-1\n", "1;2\n", "99999999999999999999\n"})
    void any_other_answer_chooses_nothing_and_lists_nothing(String answer) {
        Outcome outcome = choosing(3)
                .onTerminal()
                .withInput(answer)
                .run("share", "--image-name", "web-*", "--accounts", "2000000000000002", "--dry-run");

        assertThat(service.requests()).last().asString().contains("several");
        assertThat(outcome.err()).contains("Which of them?");
    }

    @Test
    void without_a_terminal_the_check_fails_and_nothing_is_asked() {
        Outcome outcome = choosing(3).withInput("1\n").run(LIST);

        assertThat(outcome.exitCode()).isNotZero();
        assertThat(outcome.err()).contains("several").doesNotContain("Which of them?");
        assertThat(listed()).isEmpty();
    }

    @Test
    void a_long_list_is_cut_and_hostile_names_are_harmless() {
        service = new FakeService();
        CommandLineRun run = choosing(60).onTerminal().withInput("60\n");

        Outcome outcome = run.run(LIST);

        assertThat(outcome.err())
                .contains("\n  50  m-50 (web-50, ", "\n  ... and 10 more")
                .doesNotContain("  51  ");
        assertThat(listed()).extracting(Object::toString).containsExactly("cn-hongkong:m-60");
    }
}
