package dev.shareimage.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.launcher.ProgramRun;
import dev.shareimage.sandbox.world.AccessKey;
import dev.shareimage.sandbox.world.KmsKey;
import dev.shareimage.sandbox.world.World;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fault of the sandbox: the output of the run, its exit code, and a clean result of the same command after the
 * fault.
 */
class FaultsTest {

    private static final List<String> ACCOUNTS = List.of("share", "--accounts", SandboxFixture.accounts(2));
    private static final List<String> FOLDER = List.of("share", "--folder", SandboxFixture.FOLDER);

    private static final String ALL_DONE = """
            exit 0, succeeded
            role created, trust updated +2
            2000000000000002 shared
            2000000000000003 shared
            """;

    private static final String FOLDER_DONE = """
            exit 0, succeeded
            role created, trust updated +1
            fd-japan00001 shared
            """;

    private static final String PROXY = "the answer to %s is not JSON; a proxy may have answered in the cloud's place";

    @TempDir
    private Path home;

    /** A command, a fault, and the expected output. */
    record Fault(String name, List<String> command, String plan, String said) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Fault> faults() {
        return Stream.of(harmless(), outlasting(), lostAnswers(), refusals(), associations())
                .flatMap(List::stream);
    }

    private static List<Fault> harmless() {
        return List.of(
                shares("latency", "{'effect':{'type':'latency','millis':5,'upToMillis':30}}"),
                shares("throttled in all shapes", "{'from':8,'every':2,'count':16,'effect':{'type':'throttle'}}"),
                shares(
                        "throttled with a time",
                        "{'from':8,'every':4,'effect':{'type':'throttle','retryAfterMillis':20}}"),
                shares(
                        "every third 503",
                        "{'every':3,'effect':{'type':'error','status':503,'code':'ServiceUnavailable'}}"),
                shares("conflicts", "{'every':3,'effect':{'type':'error','status':409,'code':'OperationConflict'}}"),
                shares("every third reset", "{'every':3,'effect':{'type':'reset'}}"),
                shares("every third cut off", "{'every':3,'effect':{'type':'truncate'}}"),
                shares("slow bodies", "{'every':2,'effect':{'type':'drip','bytes':60,'pauseMillis':2}}"),
                shares("a proxy now and then", "{'every':3,'effect':{'type':'html'}}"),
                shares("a captive portal now and then", "{'every':3,'effect':{'type':'html','status':200}}"),
                shares("key service out of order", "{'product':'Kms','effect':{'type':'error'}}"),
                shares("quotas out of order", "{'product':'quotas','effect':{'type':'error'}}"),
                shares("Resource Sharing out of order", "{'product':'ResourceSharing','effect':{'type':'error'}}"),
                shares(
                        "one account dropped once",
                        "{'action':'ModifyImageSharePermission','count':1,"
                                + "'effect':{'type':'drop-accounts','accounts':'2000000000000003'}}"),
                new Fault("RAM reads that lag", ACCOUNTS, "{'settings':{'ramReadLagMillis':700}}", ALL_DONE),
                new Fault("a role that is seen late", ACCOUNTS, "{'settings':{'ramEffectLagMillis':700}}", ALL_DONE));
    }

    private static List<Fault> outlasting() {
        return List.of(
                fault(
                        "throttled for ever",
                        "{'action':'GetCallerIdentity','effect':{'type':'throttle','status':403,'code':'Throttling.Api'}}",
                        """
                        exit 6, failed
                        Throttling.Api: all 3 attempts at GetCallerIdentity failed; the last time: Request was denied due to request throttling.
                        """),
                fault("a captive portal", "{'effect':{'type':'html','status':200}}", """
                        exit 6, failed
                        MalformedAnswer: all 3 attempts at GetCallerIdentity failed; the last time: %s
                        """.formatted(
                                PROXY.formatted("GetCallerIdentity"))),
                fault(
                        "a captive portal for the share",
                        on("ModifyImageSharePermission", "{'type':'html','status':200}"),
                        """
                        exit 6, failed
                        role created, trust updated +2
                        2000000000000002 failed (MalformedAnswer)
                        2000000000000003 failed (MalformedAnswer)
                        MalformedAnswer: all 3 attempts at ModifyImageSharePermission failed; the last time: %s
                        """.formatted(PROXY.formatted("ModifyImageSharePermission"))),
                fault("no share", on("ModifyImageSharePermission", "{'type':'error'}"), """
                        exit 6, failed
                        role created, trust updated +2
                        2000000000000002 failed (InternalError)
                        2000000000000003 failed (InternalError)
                        InternalError: all 3 attempts at ModifyImageSharePermission failed; the last time: The request processing has failed due to some unknown error.
                        """),
                fault("no role", on("CreateRole", "{'type':'error'}"), """
                        exit 6, failed
                        role not-known, trust not-known +0
                        2000000000000002 not-tried
                        2000000000000003 not-tried
                        InternalError: all 3 attempts at CreateRole failed; the last time: The request processing has failed due to some unknown error.
                        """),
                fault(
                        "no read-back",
                        "{'action':'DescribeImageSharePermission','from':2,'effect':{'type':'error'}}",
                        """
                        exit 6, failed
                        role created, trust updated +2
                        2000000000000002 failed (InternalError)
                        2000000000000003 failed (InternalError)
                        InternalError: all 3 attempts at DescribeImageSharePermission failed; the last time: The request processing has failed due to some unknown error; it is not known whether the change took effect
                        """));
    }

    private static List<Fault> lostAnswers() {
        return List.of(
                shares("lost answer to CreateRole", lost("CreateRole")),
                shares("lost answer to AttachPolicyToRole", lost("AttachPolicyToRole")),
                shares("lost answer to ModifyImageSharePermission", lost("ModifyImageSharePermission")),
                shares(
                        "all answers to ModifyImageSharePermission lost",
                        on("ModifyImageSharePermission", "{'type':'reset','when':'after'}")),
                shares(
                        "answers to ModifyImageSharePermission that come too late",
                        "{'action':'ModifyImageSharePermission','count':1,"
                                + "'effect':{'type':'latency','millis':400,'when':'after'}}"),
                new Fault(
                        "lost answer to CreateResourceShare", FOLDER, rules(lost("CreateResourceShare")), FOLDER_DONE),
                new Fault(
                        "CreateResourceShare reset before the work",
                        FOLDER,
                        rules("{'action':'CreateResourceShare','count':1,'effect':{'type':'reset'}}"),
                        FOLDER_DONE));
    }

    private static List<Fault> refusals() {
        return List.of(
                fault("one account dropped", "{'effect':{'type':'drop-accounts','accounts':'2000000000000003'}}", """
                        exit 4, partial
                        role created, trust updated +2
                        2000000000000002 shared
                        2000000000000003 failed (NotConfirmed)
                        NotConfirmed: the cloud accepted the account without an error, but it does not have the image
                        """),
                fault("access key disabled midway", on("AttachPolicyToRole", "{'type':'disable-access-key'}"), """
                        exit 5, failed
                        role created, trust updated +2
                        2000000000000002 not-tried
                        2000000000000003 not-tried
                        InvalidAccessKeyId.Inactive: the access key is disabled
                        """),
                fault(
                        "access key disabled late",
                        on("ModifyImageSharePermission", "{'type':'disable-access-key'}"),
                        """
                        exit 5, failed
                        role created, trust updated +2
                        2000000000000002 failed (InvalidAccessKeyId.Inactive)
                        2000000000000003 failed (InvalidAccessKeyId.Inactive)
                        InvalidAccessKeyId.Inactive: the access key is disabled
                        """),
                fault(
                        "key disabled midway",
                        on("ModifyImageSharePermission", "{'type':'key-state','keyId':'key-hk0cmk0000000000001'}"),
                        """
                        exit 8, failed
                        role created, trust updated +2
                        2000000000000002 failed (InvalidParameter.KMSKeyId.CMKNotEnabled)
                        2000000000000003 failed (InvalidParameter.KMSKeyId.CMKNotEnabled)
                        InvalidParameter.KMSKeyId.CMKNotEnabled: the key is disabled, is pending deletion, or has no key material
                        """));
    }

    private static List<Fault> associations() {
        return List.of(
                new Fault(
                        "an association that fails",
                        FOLDER,
                        "{'settings':{'associationFailure':'LimitExceeded','associationDelayMillis':100}}",
                        """
                        exit 4, failed
                        role created, trust updated +1
                        fd-japan00001 failed (AssociationFailed)
                        AssociationFailed: Resource Sharing could not link the image: LimitExceeded: You cannot access the specified resource at this time.
                        """),
                new Fault(
                        "an association that never finishes",
                        FOLDER,
                        "{'settings':{'associationFailure':'hang'}}",
                        """
                        exit 6, failed
                        role created, trust updated +1
                        fd-japan00001 pending (TimeBudget)
                        TimeBudget: the time limit (--timeout) ended while waiting: ListResourceShareAssociations
                        """));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void ends_as_it_should_and_can_be_repeated(Fault fault) {
        Map<String, String> variables = Map.of(
                "SHARE_IMAGE_MAX_ATTEMPTS",
                fault.said().startsWith("exit 6") ? "3" : "6",
                "SHARE_IMAGE_TIMEOUT",
                fault.name().contains("never") ? "2s" : "1m");
        List<String> arguments = new ArrayList<>(fault.command());
        arguments.addAll(List.of("--image-id", SandboxFixture.IMAGE, "--yes", "-o", "json"));
        State clean;
        try (SandboxFixture sandbox = new SandboxFixture(home)) {
            assertThat(sandbox.run(variables, arguments).exitCode()).isZero();
            clean = sandbox.state();
        }
        try (SandboxFixture sandbox = new SandboxFixture(home)) {
            sandbox.follow(fault.plan());

            ProgramRun run = sandbox.run(variables, arguments);

            assertThat(Digest.of(run)).as(run.stderr()).isEqualTo(fault.said());
            if (run.exitCode() == 0) {
                assertThat(sandbox.state()).isEqualTo(clean);
            }
            sandbox.calm();
            sandbox.sandbox().store().<Boolean, RuntimeException>transact(FaultsTest::repair);
            ProgramRun again = sandbox.run(variables, arguments);
            if (fault.plan().contains("'hang'")) {
                assertThat(again.exitCode()).as("the cloud is still at it").isEqualTo(6);
                return;
            }
            assertThat(again.exitCode()).as(again.stderr()).isZero();
            assertThat(sandbox.state()).isEqualTo(clean);
        }
    }

    /** Changes that a person would make before repeating the command. */
    private static boolean repair(World world) {
        for (AccessKey key : world.accessKeys().stream().toList()) {
            world.accessKeys().put(new AccessKey(key.id(), key.secret(), key.accountId(), key.userName(), false));
        }
        for (KmsKey key : world.keys().stream().toList()) {
            world.keys().put(key.withState("Enabled"));
        }
        return true;
    }

    private static Fault shares(String name, String rule) {
        return new Fault(name, ACCOUNTS, rules(rule), ALL_DONE);
    }

    private static Fault fault(String name, String rule, String said) {
        return new Fault(name, ACCOUNTS, rules(rule), said);
    }

    private static String lost(String action) {
        return "{'action':'" + action + "','count':1,'effect':{'type':'reset','when':'after'}}";
    }

    private static String on(String action, String effect) {
        return "{'action':'" + action + "','effect':" + effect + "}";
    }

    private static String rules(String rule) {
        return "{'seed':7,'rules':[" + rule + "]}";
    }
}
