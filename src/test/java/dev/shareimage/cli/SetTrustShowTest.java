package dev.shareimage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.app.Failure;
import dev.shareimage.app.PresentTrust;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.domain.trust.TrustPolicy;
import dev.shareimage.domain.trust.TrustPolicyException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetTrustShowTest {

    private static final String DOCUMENT = """
            {
              "Version": "1",
              "Statement": [
                {
                  "Effect": "Allow",
                  "Action": "sts:AssumeRole",
                  "Principal": {
                    "Service": [
                      "2000000000000002@ecs.aliyuncs.com",
                      "3000000000000003@ecs.aliyuncs.com"
                    ]
                  }
                },
                {
                  "Effect": "Allow",
                  "Action": "sts:AssumeRole",
                  "Principal": {
                    "Service": "*@ecs.aliyuncs.com"
                  },
                  "Condition": {
                    "StringLike": {
                      "sts:ServiceOwnerRDPath": "rd-3G0000/r-Wm0000/fd-Jyl5U70000/*"
                    }
                  }
                },
                {
                  "Effect": "Allow",
                  "Action": "sts:AssumeRole",
                  "Principal": {
                    "RAM": "acs:ram::1000000000000001:root"
                  }
                },
                {
                  "Effect": "Deny",
                  "Action": "sts:AssumeRole",
                  "Principal": {
                    "Service": "3000000000000003@ecs.aliyuncs.com"
                  }
                },
                {
                  "Effect": "Allow",
                  "Action": "sts:AssumeRole",
                  "Principal": {
                    "Service": "4000000000000004@ecs.aliyuncs.com"
                  },
                  "Condition": {
                    "IpAddress": {
                      "acs:SourceIp": "10.0.0.0/8"
                    }
                  }
                },
                {
                  "Effect": "Allow",
                  "Action": "sts:GetCallerIdentity",
                  "Principal": {
                    "Service": "5000000000000005@ecs.aliyuncs.com"
                  },
                  "Unknown\\u001b[2J": "kept"
                }
              ]
            }
            """;

    private static final String UNREADABLE = """
            share-image: the role's trust policy is unreadable (why)
              fix: share-image set-trust --replace --accounts UID,…
            """;

    private final FakeService service = new FakeService();
    private final CommandLineRun program = new CommandLineRun().with(service);

    @Test
    void shows_people_whom_each_statement_trusts_or_denies_and_what_is_wrong() throws TrustPolicyException {
        program.onTerminal(60);
        CommandLineRun.Outcome outcome = shown("--no-color");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).isEqualTo("""
                statement 1 trusts account 2000000000000002
                statement 1 trusts account 3000000000000003
                statement 2 trusts folder rd-3G0000/r-Wm0000/fd-Jyl5U70000
                statement 3 trusts acs:ram::1000000000000001:root
                statement 4 denies account 3000000000000003, whatever others
                  allow
                statement 5 trusts 4000000000000004@ecs.aliyuncs.com where
                  acs:SourceIp = 10.0.0.0/8
                statement 6 names 5000000000000005@ecs.aliyuncs.com with
                  effect "Allow", in an unknown form
                """);
        assertThat(outcome.err()).isEqualTo("Warning: something is wrong\n");
    }

    @Test
    void prints_the_bare_policy_as_it_is_for_programs() throws TrustPolicyException {
        CommandLineRun.Outcome outcome = shown("-o", "json");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).isEqualTo(DOCUMENT);
    }

    @Test
    void prints_a_row_for_each_principal_where_a_list_is_asked_for() throws TrustPolicyException {
        assertThat(shown("-o", "csv").out()).isEqualTo("""
                statement,effect,principal,condition
                1,Allow,2000000000000002@ecs.aliyuncs.com,
                1,Allow,3000000000000003@ecs.aliyuncs.com,
                2,Allow,*@ecs.aliyuncs.com,sts:ServiceOwnerRDPath ~ rd-3G0000/r-Wm0000/fd-Jyl5U70000/*
                3,Allow,acs:ram::1000000000000001:root,
                4,Deny,3000000000000003@ecs.aliyuncs.com,
                5,Allow,4000000000000004@ecs.aliyuncs.com,acs:SourceIp = 10.0.0.0/8
                6,Allow,5000000000000005@ecs.aliyuncs.com,
                """);
    }

    @Test
    void prints_the_same_rows_with_tabs_to_a_pipe_and_only_the_columns_that_are_asked_for()
            throws TrustPolicyException {
        assertThat(shown().out()).startsWith("1\tAllow\t2000000000000002@ecs.aliyuncs.com\t\n");
        assertThat(shown("--columns", "effect,principal").out())
                .startsWith("Allow\t2000000000000002@ecs.aliyuncs.com\n");
    }

    @Test
    void says_that_a_role_without_a_statement_trusts_nobody() {
        assertThat(program.onTerminal(80).run("set-trust", "--show").out())
                .isEqualTo("the role trusts nobody: its trust policy has no statement\n");
    }

    @Test
    void names_the_command_that_creates_the_role_where_there_is_none() {
        service.trusting(new PresentTrust(
                null,
                null,
                List.of(),
                new Failure(
                        Kind.REFUSED, "EntityNotExist.Role", "role R is missing", null, "share-image create-role")));

        CommandLineRun.Outcome people = program.run("set-trust", "--show");
        CommandLineRun.Outcome programs = program.run("set-trust", "--show", "-o", "json");

        assertThat(people.exitCode()).isEqualTo(3);
        assertThat(people.out()).isEmpty();
        assertThat(people.err()).isEqualTo("""
                share-image: role R is missing
                  fix: share-image create-role
                """);
        assertThat(programs.exitCode()).isEqualTo(3);
        assertThat(programs.out()).isEqualTo("""
                {
                  "schemaVersion": 1,
                  "command": "set-trust",
                  "status": "failed",
                  "error": {
                    "code": "EntityNotExist.Role",
                    "message": "role R is missing",
                    "requestId": null,
                    "fix": "share-image create-role"
                  }
                }
                """);
    }

    @Test
    void prints_a_policy_that_cannot_be_understood_as_it_is_stored() {
        CommandLineRun.Outcome outcome = unreadable();

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.out()).isEqualTo("{\"Statement\":\n  broken\uFFFD[2J\n");
        assertThat(outcome.err()).isEqualTo(UNREADABLE);
    }

    @Test
    void prints_a_policy_that_cannot_be_understood_as_text_in_json() {
        CommandLineRun.Outcome outcome = unreadable("-o", "json");

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.out()).isEqualTo("""
                {
                  "schemaVersion": 1,
                  "command": "set-trust",
                  "status": "failed",
                  "trust": {
                    "document": null,
                    "text": "{\\"Statement\\":\\n  broken\\u001b[2J"
                  },
                  "error": {
                    "code": "MalformedTrustPolicy",
                    "message": "the role's trust policy is unreadable (why)",
                    "requestId": null,
                    "fix": "share-image set-trust --replace --accounts UID,…"
                  }
                }
                """);
        assertThat(outcome.err()).isEqualTo(UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "tsv", "table", "markdown"})
    void prints_a_policy_without_statements_beside_a_list(String format) {
        CommandLineRun.Outcome outcome = unreadable("-o", format);

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.out()).doesNotContain("broken");
        assertThat(outcome.err()).isEqualTo("{\"Statement\":\n  broken\uFFFD[2J\n" + UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "--replace, --show and --replace exclude each other",
        "--remove, --show and --remove exclude each other",
        "--print, --show and --print exclude each other",
        "--accounts=2000000000000002, --show takes no targets: it shows the whole policy",
        "--resource-directory, --show takes no targets: it shows the whole policy"
    })
    void goes_with_nothing_that_changes_or_names_somebody(String other, String message) {
        CommandLineRun.Outcome outcome = program.run("set-trust", "--show", other);

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("share-image: " + message + "\n");
        assertThat(program.opened()).isEmpty();
    }

    private CommandLineRun.Outcome unreadable(String... options) {
        service.trusting(new PresentTrust(
                null,
                "{\"Statement\":\n  broken\u001b[2J",
                List.of(),
                new Failure(
                        Kind.REFUSED,
                        "MalformedTrustPolicy",
                        "the role's trust policy is unreadable (why)",
                        null,
                        "share-image set-trust --replace --accounts UID,…")));
        return show(options);
    }

    private CommandLineRun.Outcome shown(String... options) throws TrustPolicyException {
        service.trusting(new PresentTrust(TrustPolicy.parse(DOCUMENT), null, List.of("something is wrong"), null));
        return show(options);
    }

    private CommandLineRun.Outcome show(String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "set-trust";
        arguments[1] = "--show";
        System.arraycopy(options, 0, arguments, 2, options.length);
        return program.run(arguments);
    }
}
