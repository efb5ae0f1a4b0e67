package dev.shareimage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.app.ImageSelection;
import dev.shareimage.app.ListRequest;
import dev.shareimage.app.SelectedImages;
import dev.shareimage.app.ShareRequest;
import dev.shareimage.app.TargetQuery;
import dev.shareimage.app.verify.VerifyRequest;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.DirectoryId;
import dev.shareimage.domain.FolderId;
import dev.shareimage.domain.FolderPath;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.RegionId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    private static final AccountId FIRST = new AccountId("2000000000000002");
    private static final AccountId SECOND = new AccountId("3000000000000003");

    private final FakeService service = new FakeService();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "share --image-id m-1,m-2 --accounts 2000000000000002,3000000000000003 -y",
                "--image-id m-1,m-2 --accounts 2000000000000002,3000000000000003 -y",
                "-y --image-id m-1 --image-id m-2 share --accounts 2000000000000002 --account 3000000000000003",
                "--image-id m-1 m-2 -y share --account=2000000000000002,3000000000000003",
                "--accounts 2000000000000002,,3000000000000003, --image-id=m-1,m-2,m-1 -yvq -o json",
                "-ojson --accounts 2000000000000002,3000000000000003,2000000000000002 --image-id=m-1,m-2 -y",
            })
    void any_order_of_the_same_means_the_same(String arguments) {
        new CommandLineRun().with(service).run(arguments.split(" "));

        assertThat(shareRequest().images().images())
                .containsExactly(ImageRef.parse("cn-hongkong:m-1"), ImageRef.parse("cn-hongkong:m-2"));
        assertThat(shareRequest().targets().accounts()).containsExactly(FIRST, SECOND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "share --accounts 2000000000000002 -y",
                "unshare --accounts 2000000000000002 -y",
                "list-shares",
                "doctor",
                "export",
                "policy recipient",
                "verify",
            })
    void every_command_that_names_images_waits_for_them_where_that_is_asked_for(String command) {
        new CommandLineRun().with(service).run((command + " --image-id m-1,cn-beijing:m-2 --wait").split(" "));

        assertThat(service.awaited())
                .containsExactlyInAnyOrder(ImageRef.parse("cn-hongkong:m-1"), ImageRef.parse("cn-beijing:m-2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"doctor", "list-shares", "export", "verify"})
    void a_variable_waits_for_nothing_where_no_image_is_named(String command) {
        CommandLineRun.Outcome outcome = new CommandLineRun()
                .with(service)
                .with("SHARE_IMAGE_WAIT", "true")
                .run(command);

        assertThat(outcome.exitCode()).as(outcome.err()).isNotEqualTo(ExitCode.USAGE);
        assertThat(service.awaited()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"doctor --wait", "verify --wait", "policy recipient --wait"})
    void waiting_without_an_image_is_refused(String command) {
        CommandLineRun.Outcome outcome = new CommandLineRun().with(service).run(command.split(" "));

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err()).contains("no image is named");
    }

    @Test
    void a_recipient_verifies_images_of_several_regions() {
        CommandLineRun.Outcome outcome = new CommandLineRun()
                .with(service)
                .run("verify", "--image-id", "cn-hongkong:m-1,cn-beijing:m-2,cn-hongkong:m-3", "-o", "json");

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("\"region\": null");
        assertThat(service.requests().stream()
                        .filter(VerifyRequest.class::isInstance)
                        .map(VerifyRequest.class::cast))
                .extracting(request -> request.region() + " " + request.images())
                .containsExactlyInAnyOrder("cn-hongkong [m-1, m-3]", "cn-beijing [m-2]");
    }

    @Test
    void a_recipient_is_told_of_regions_that_could_not_be_read() {
        CloudException forbidden =
                new CloudException(CloudException.Kind.NOT_PERMITTED, "DescribeImages", "Forbidden.RAM", "no");
        service.selecting(new ImageSelection(
                new SelectedImages(
                        List.of(new RegionId("cn-hongkong")),
                        List.of(ImageRef.parse("cn-hongkong:m-1")),
                        Map.of(),
                        List.of(),
                        Map.of(new RegionId("cn-beijing"), forbidden)),
                List.of(),
                List.of()));

        CommandLineRun.Outcome outcome =
                new CommandLineRun().with(service).run("verify", "--all-images", "--all-regions", "-o", "json");

        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.out()).contains("\"status\": \"partial\"", "cn-beijing (Forbidden.RAM)");
        assertThat(outcome.err())
                .contains("these regions could not be read and may have more: cn-beijing (Forbidden.RAM)");
    }

    @Test
    void a_recipient_without_images_is_told_so() {
        service.selecting(new ImageSelection(
                new SelectedImages(List.of(new RegionId("cn-hongkong")), List.of(), Map.of(), List.of(), Map.of()),
                List.of(),
                List.of()));

        assertThat(new CommandLineRun()
                        .with(service)
                        .run("verify", "--all-images", "--region", "cn-hongkong")
                        .err())
                .contains("has received no images");
    }

    @Test
    void the_same_account_thirteen_times_is_one() {
        String thirteen = String.join(
                ",", IntStream.range(0, 13).mapToObj(i -> "2000000000000002").toList());

        new CommandLineRun().with(service).run("--image-id", "m-1", "--accounts", thirteen);

        assertThat(shareRequest().targets().accounts()).containsExactly(FIRST);
    }

    @Test
    void a_directory_is_taken_only_from_what_looks_like_one() {
        new CommandLineRun().with(service).run("--resource-directory", "share", "--image-id", "m-1");

        assertThat(shareRequest().targets()).isEqualTo(TargetQuery.ofOwnDirectory());
    }

    @Test
    void all_kinds_of_targets_go_together() {
        new CommandLineRun()
                .with(service)
                .run(
                        "share",
                        "--resource-directory",
                        "rd-3G0000",
                        "--image-id",
                        "m-1",
                        "--folder",
                        "fd-Jyl5U70000,rd-3G0000/r-Wm0000/fd-Abc",
                        "--accounts",
                        "2000000000000002");

        assertThat(shareRequest().targets())
                .isEqualTo(new TargetQuery(
                        List.of(FIRST),
                        false,
                        Optional.of(new DirectoryId("rd-3G0000")),
                        List.of(new FolderId("fd-Jyl5U70000")),
                        List.of(new FolderPath("rd-3G0000/r-Wm0000/fd-Abc"))));
    }

    @Test
    void standard_input_is_a_list() {
        new CommandLineRun()
                .with(service)
                .withInput("# ours\n2000000000000002\n 3000000000000003 # theirs\n")
                .run("--image-id", "m-1", "--accounts", "-");

        assertThat(shareRequest().targets().accounts()).containsExactly(FIRST, SECOND);
    }

    @Test
    void the_sandbox_takes_its_directory_with_an_equals_sign_alone() {
        CommandLineRun program = new CommandLineRun().with(service);

        program.run("--sandbox", "list-shares", "--image-id", "m-1");
        program.run("--sandbox=cloud", "list-shares");

        assertThat(program.opened().get(0).sandbox().orElseThrow().directory()).isEmpty();
        assertThat(program.opened().get(1).sandbox().orElseThrow().directory().orElseThrow())
                .hasToString("cloud");
    }

    @Test
    void common_options_are_taken_everywhere() {
        CommandLineRun.Outcome outcome = new CommandLineRun()
                .with(service)
                .run("list-shares", "--yes", "--force", "--no-setup", "--allow-unlisted-region", "--dry-run");

        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void without_images_all_are_listed() {
        new CommandLineRun().with(service).run("list-shares");

        assertThat(service.requests()).containsExactly(new ListRequest(new RegionId("cn-hongkong"), List.of()));
    }

    private ShareRequest shareRequest() {
        return (ShareRequest) service.requests().get(0);
    }
}
