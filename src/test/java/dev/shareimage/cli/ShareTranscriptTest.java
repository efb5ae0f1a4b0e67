package dev.shareimage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.app.Failure;
import dev.shareimage.app.Report;
import dev.shareimage.cloud.CloudException.Kind;
import org.junit.jupiter.api.Test;

class ShareTranscriptTest {

    private static final String PLAN = """
            Checks: 1 passed, 0 warned, 0 failed, 0 not checked
            Plan for account 1000000000000001 in cn-hongkong:
              + create role AliyunECSShareEncryptImageDefaultRole, which trusts
                  + 2000000000000002@ecs.aliyuncs.com
                  + 3000000000000003@ecs.aliyuncs.com
              + attach policy AliyunKMSFullAccess (System) to role AliyunECSShareEncryptImageDefaultRole
              + share image m-1 (golden) with 2 targets
                  + account 2000000000000002
                  + account 3000000000000003
            Warning: the accounts can read all data of the image
            """;

    private static final String ADVICE = """
            What the recipient does now:
              once, lets ECS use keys of their account, with role AliyunECSDiskEncryptDefaultRole (the console makes it\
             on a prompt, an API call does not):
                aliyun ram CreateRole --RoleName AliyunECSDiskEncryptDefaultRole --AssumeRolePolicyDocument\
             '{"Version":"1","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":\
            ["ecs.aliyuncs.com"]}}]}'
                aliyun ram AttachPolicyToRole --RoleName AliyunECSDiskEncryptDefaultRole --PolicyType System\
             --PolicyName AliyunECSDiskEncryptRolePolicy
              once, tags a key of their own, of kind Aliyun_AES_256 or Aliyun_SM4, for ECS:
                aliyun kms TagResource --region cn-hongkong --KeyId KEY --Tags\
             '[{"TagKey":"acs:ecs:disk-encryption","TagValue":"true"}]'
              finds the image:
                aliyun ecs DescribeImages --RegionId cn-hongkong --ImageOwnerAlias others --ImageId m-1
              launches from it, encrypting with that key; an encrypted system disk is an ESSD:
                aliyun ecs RunInstances --RegionId cn-hongkong --ImageId m-1 --SystemDisk.Category cloud_essd\
             --SystemDisk.Encrypted true --SystemDisk.KMSKeyId KEY …
                (not in cn-hongkong-d: a system disk cannot be encrypted there at creation)
              Their users need ecs:DescribeImages, ecs:RunInstances and ecs:CreateInstance (share-image policy\
             recipient prints it). Is all ready? share-image verify --region cn-hongkong --image-id m-1
            """;

    @Test
    void shares_without_asking_when_told_so() {
        CommandLineRun.Outcome outcome = share("--yes");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).isEqualTo("""
                m-1	golden	account	2000000000000002	shared		cn-hongkong
                m-1	golden	account	3000000000000003	shared		cn-hongkong
                """);
        assertThat(outcome.err()).isEqualTo(PLAN + """
                - share image m-1 with 2 targets
                - image m-1 is shared
                """ + ADVICE + "Done: 2 of 2 targets succeeded.\n");
    }

    @Test
    void asks_on_a_terminal() {
        CommandLineRun.Outcome outcome =
                proposing().onTerminal(400).withInput("Yes\n").run(command("--no-color"));

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).isEqualTo("""
                IMAGE ID  IMAGE NAME  TYPE     TARGET            STATUS  REGION
                m-1       golden      account  2000000000000002  shared  cn-hongkong
                m-1       golden      account  3000000000000003  shared  cn-hongkong
                """);
        assertThat(outcome.err())
                .isEqualTo(PLAN
                        + "Share now? [y/N] "
                        + "\r\u001B[Kshare image m-1 with 2 targets …"
                        + "\r\u001B[Kimage m-1 is shared …"
                        + "\r\u001B[K"
                        + ADVICE
                        + "Done: 2 of 2 targets succeeded.\n");
    }

    @Test
    void sentences_are_broken_at_the_edge_of_a_terminal_and_commands_are_not() {
        CommandLineRun.Outcome outcome = proposing().onTerminal(60).run(command("--yes", "--no-color"));

        assertThat(outcome.err().lines())
                .contains(
                        "  + attach policy AliyunKMSFullAccess (System) to role",
                        "    AliyunECSShareEncryptImageDefaultRole",
                        "    aliyun ecs DescribeImages --RegionId cn-hongkong --ImageOwnerAlias others --ImageId m-1")
                .filteredOn(line -> !line.startsWith("    aliyun ") && !line.contains("\r"))
                .allMatch(line -> line.length() <= 60);
    }

    @Test
    void sentences_stay_whole_in_the_log_of_a_pipeline_that_looks_like_a_terminal() {
        CommandLineRun.Outcome outcome =
                proposing().with("CI", "true").onTerminal(40).run(command("--yes", "--no-color"));

        assertThat(outcome.err()).startsWith(PLAN).contains(ADVICE);
    }

    @Test
    void asks_at_the_terminal_itself_where_standard_input_is_a_list() {
        String[] command = {"--image-id", "m-1", "--accounts", "-", "--no-color"};
        CommandLineRun run = proposing().withInput("2000000000000002\n3000000000000003\n");

        CommandLineRun.Outcome agreed = run.typing("y\n").run(command);
        CommandLineRun.Outcome declined = run.typing("n\n").run(command);

        assertThat(agreed.exitCode()).isZero();
        assertThat(agreed.err()).contains("Share now? [y/N] ").endsWith("Done: 2 of 2 targets succeeded.\n");
        assertThat(declined.exitCode()).isEqualTo(7);
    }

    @Test
    void asks_nobody_where_standard_input_is_neither_a_terminal_nor_a_list() {
        CommandLineRun.Outcome outcome = proposing().typing("y\n").run(command());

        assertThat(outcome.exitCode()).isEqualTo(7);
        assertThat(outcome.err())
                .contains("there is no terminal for the confirmation")
                .doesNotContain("[y/N]");
    }

    @Test
    void the_end_of_the_input_leaves_what_follows_a_line_of_its_own() {
        assertThat(proposing()
                        .onTerminal(400)
                        .withInput("")
                        .run(command("--no-color"))
                        .err())
                .endsWith("Share now? [y/N] \nshare-image: not confirmed, nothing was changed\n");
    }

    @Test
    void an_interruption_leaves_what_follows_a_line_of_its_own() {
        Thread.currentThread().interrupt();
        try {
            assertThat(proposing()
                            .onTerminal(400)
                            .inSilence()
                            .run(command("--no-color"))
                            .err())
                    .contains("Share now? [y/N] \nshare-image: interrupted before anything was changed");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void colors_whole_lines_on_a_terminal() {
        CommandLineRun.Outcome outcome =
                proposing().onTerminal(400).withInput("\n").run(command());

        assertThat(outcome.err())
                .contains(
                        "\u001B[32m                  + account 3000000000000003\u001B[0m\n".replace("            ", ""))
                .endsWith("Share now? [y/N] " + "\u001B[31mshare-image: not confirmed, nothing was changed\u001B[0m\n");
        assertThat(outcome.exitCode()).isEqualTo(7);
    }

    @Test
    void nobody_is_asked_to_agree_to_what_was_not_shown() {
        CommandLineRun.Outcome outcome =
                proposing().onTerminal(400).withInput("\n").run(command("-q", "--no-color"));

        assertThat(outcome.err()).startsWith(PLAN.substring(PLAN.indexOf('\n') + 1) + "Share now? [y/N] ");
    }

    @Test
    void quiet_hides_a_plan_that_only_gives() {
        assertThat(share("-q", "-y").err()).isEmpty();
    }

    @Test
    void quiet_never_hides_what_is_taken_away() {
        CommandLineRun.Outcome outcome = new CommandLineRun()
                .with(new FakeService().proposing(Reports.removal()))
                .run("unshare", "--image-id", "m-1", "--accounts", "2000000000000002", "-q", "-y");

        assertThat(outcome.err()).isEqualTo("""
                Plan for account 1000000000000001 in cn-hongkong:
                  - take image m-1 (golden) away from 2 targets
                      - account 2000000000000002
                      - account 3000000000000003
                Warning: they lose it
                """);
    }

    @Test
    void does_nothing_without_a_terminal_to_ask_at() {
        CommandLineRun.Outcome outcome = share();

        assertThat(outcome.exitCode()).isEqualTo(7);
        assertThat(outcome.err()).isEqualTo(PLAN + """
                share-image: not confirmed, nothing was changed: there is no terminal for the confirmation
                  fix: repeat the command with --yes to do it without asking
                """);
    }

    @Test
    void a_dry_run_stops_after_the_plan() {
        CommandLineRun.Outcome outcome = share("--dry-run", "--exit-code");

        assertThat(outcome.exitCode()).isEqualTo(10);
        assertThat(outcome.out()).isEqualTo("""
                m-1	golden	account	2000000000000002	planned		cn-hongkong
                m-1	golden	account	3000000000000003	planned		cn-hongkong
                """);
        assertThat(outcome.err()).isEqualTo(PLAN + "Dry run: nothing was changed.\n");
        assertThat(share("--dry-run").exitCode()).isZero();
    }

    @Test
    void nothing_to_do_is_success() {
        CommandLineRun.Outcome outcome = new CommandLineRun().run(command("--dry-run", "--exit-code"));

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEqualTo("""
                Checks: 1 passed, 0 warned, 0 failed, 0 not checked
                Nothing to do: the requested state is already in place.
                """);
    }

    @Test
    void failed_checks_are_shown_with_their_repair() {
        CommandLineRun.Outcome outcome = new CommandLineRun()
                .with(new FakeService().proposing(new FakeService.FakeProposal(Reports.blocked(), Reports.blocked())))
                .run(command("-y", "-v"));

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.out()).isEqualTo("m-1\tgolden\taccount\t2000000000000002\tnot-tried\t\tcn-hongkong\n");
        assertThat(outcome.err()).isEqualTo("""
                Checks: 1 passed, 0 warned, 1 failed, 1 not checked
                  [ok] image-found: image m-1 is in cn-hongkong
                  [failed] key-enabled: key k is Disabled
                      fix: enable it
                  [not checked] quota: kms:DescribeKey is missing
                      fix: ask
                Nothing was changed: 1 check failed.
                """);
    }

    @Test
    void says_that_force_overrides_none_of_what_failed() {
        CommandLineRun.Outcome outcome = new CommandLineRun()
                .with(new FakeService().proposing(new FakeService.FakeProposal(Reports.blocked(), Reports.blocked())))
                .run(command("-y", "-q", "--force"));

        assertThat(outcome.err()).endsWith("""
                --force overrides none of these: the cloud would refuse, or nobody could use the share
                Nothing was changed: 1 check failed.
                """);
    }

    @Test
    void a_step_that_did_not_finish_is_named_although_all_targets_succeeded() {
        Failure failure = Reports.failure(Kind.UNAVAILABLE, "TimeBudgetExceeded");

        CommandLineRun.Outcome outcome = new CommandLineRun()
                .with(new FakeService().proposing(Reports.proposal(Reports.unconfirmed(failure))))
                .run(command("-y", "-q"));

        assertThat(outcome.exitCode()).isEqualTo(6);
        assertThat(outcome.err()).isEqualTo("""
                share-image: it did not work (TimeBudgetExceeded, request id REQ-1)
                  fix: try again
                Incomplete: 2 of 2 targets succeeded, but another step failed.
                """);
    }

    @Test
    void an_account_that_failed_is_named() {
        Failure failure = Reports.failure(Kind.NOT_FOUND, "InvalidAccount.NotFound");

        CommandLineRun.Outcome outcome = new CommandLineRun()
                .with(new FakeService().proposing(Reports.proposal(Reports.partial(failure))))
                .run(command("-y", "-q"));

        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.err()).isEqualTo("""
                  m-1 account 3000000000000003: failed: it did not work (InvalidAccount.NotFound, request id REQ-1)
                      fix: try again
                Incomplete: 1 of 2 targets succeeded.
                """);
    }

    @Test
    void of_three_hundred_accounts_those_that_failed_are_listed_and_the_others_counted() {
        Report report = Reports.many(300, Reports.failure(Kind.NOT_FOUND, "InvalidAccount.NotFound"));
        CommandLineRun run = new CommandLineRun()
                .with(new FakeService().proposing(Reports.proposal(report)))
                .onTerminal(60);

        CommandLineRun.Outcome outcome = run.run(command("-y", "--no-color"));

        assertThat(outcome.out()).isEqualTo("""
                  TYPE     TARGET            STATUS  REASON
                m-1  golden  cn-hongkong
                  account  2000000000000042  failed  it did not work
                  account  299 accounts      shared  -
                """);
        assertThat(outcome.err()).endsWith("\nIncomplete: 299 of 300 targets succeeded.\n");
        assertThat(run.run(command("-y", "-v")).out().lines()).hasSize(302);
        assertThat(run.run(command("-y", "-o", "table")).out().lines()).hasSize(302);
        assertThat(run.run(command("-y", "-o", "tsv")).out().lines()).hasSize(300);
    }

    private static CommandLineRun.Outcome share(String... options) {
        return proposing().run(command(options));
    }

    private static CommandLineRun proposing() {
        return new CommandLineRun().with(new FakeService().proposing(Reports.proposal(Reports.succeeded())));
    }

    private static String[] command(String... options) {
        String[] command = new String[options.length + 4];
        command[0] = "--image-id";
        command[1] = "m-1";
        command[2] = "--accounts";
        command[3] = "2000000000000002,3000000000000003";
        System.arraycopy(options, 0, command, 4, options.length);
        return command;
    }
}
