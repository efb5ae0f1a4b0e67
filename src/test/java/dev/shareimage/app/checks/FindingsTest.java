package dev.shareimage.app.checks;

import static dev.shareimage.app.checks.Scenario.USUAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.check.CheckId;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The findings of the checks in each scenario. Every sentence of the checks occurs in a scenario. */
class FindingsTest {

    /** Sentences that only the doctor uses, which its test covers. */
    private static final Set<String> DOCTORS = Set.of(
            "credentials",
            "permissions",
            "policy.holders",
            "policy.holders.fix",
            "policy.missing-for-owners",
            "policy.missing-for-owners.fix",
            "role.missing-for-owners",
            "role.missing-for-owners.fix",
            "trust.holders",
            "trust.holders-undecided");

    /** Sentences about finding images and about pruning, which other tests cover. */
    private static final Set<String> TRIED_ELSEWHERE = Set.of(
            "image-found.elsewhere-listed",
            "image-found.elsewhere-listed.fix",
            "image-found.absent-all",
            "image-found.absent-all.fix",
            "image-found.no-match",
            "image-found.no-match.fix",
            "image-found.none-received",
            "image-found.none-received.fix",
            "image-found.several",
            "image-found.several.fix",
            "image-found.many",
            "image-found.picked-twice",
            "image-found.picked-twice.fix",
            "image-found.picks-several",
            "image-found.picks-several.fix",
            "removal-limit.majority",
            "removal-limit.majority.fix");

    @Test
    void finds_nothing_wrong_in_a_fit_cloud() throws CloudException {
        assertThat(String.join("\n", usual())).isEqualTo("""
                        pass image-found: image m-encrypted1 is in cn-hongkong
                        pass image-owner: image m-encrypted1 is yours
                        pass image-state: image m-encrypted1 is available
                        pass image-private: image m-encrypted1 is private
                        pass image-encrypted: image m-encrypted1 is encrypted
                        pass single-snapshot: image m-encrypted1 has one snapshot
                        pass key-known: key key-1 encrypts image m-encrypted1
                        pass key-customer-managed: key key-1 is customer-managed
                        pass key-enabled: key key-1 is enabled
                        pass key-tagged: key key-1 is tagged for ECS
                        pass accounts-valid: the account id is well formed
                        pass quota: image m-encrypted1: 0 accounts have it, 1 is added, 50 are allowed
                        pass double-share: image m-encrypted1 is shared in one way only
                        pass trust-safe: the role's trust policy has no dangerous statement
                        pass role: role AliyunECSShareEncryptImageDefaultRole is there
                        pass policy: policy AliyunKMSFullAccess is attached to the role
                        pass trust: the role trusts the target""");
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void finds_what_is_different(Scenario scenario) throws CloudException {
        assertThat(scenario.differenceFrom(usual())).isEqualTo(scenario.difference());
    }

    @ParameterizedTest
    @MethodSource("copies")
    void tells_whether_a_copy_can_be_made(CopyFindings copy) throws CloudException {
        assertThat(String.join("\n", copy.said())).isEqualTo(copy.findings());
    }

    private static List<CopyFindings> copies() {
        return CopyFindings.all();
    }

    @Test
    void every_sentence_of_the_checks_is_reached() throws Exception {
        List<String> said = new ArrayList<>(usual());
        for (Scenario scenario : scenarios().toList()) {
            said.addAll(scenario.findings());
        }
        for (CopyFindings copy : copies()) {
            said.addAll(copy.said());
        }
        Set<String> unsaid = new TreeSet<>();
        bundle().forEach((key, sentence) -> {
            Pattern pattern = Pattern.compile(".*" + pattern(String.valueOf(sentence)) + ".*");
            if (ofChecks(String.valueOf(key))
                    && said.stream().noneMatch(line -> pattern.matcher(line).matches())) {
                unsaid.add(String.valueOf(key));
            }
        });

        assertThat(unsaid).isEmpty();
    }

    private static Stream<Scenario> scenarios() {
        return Stream.of(ImageScenarios.all(), KeyScenarios.all(), TargetScenarios.all(), RoleScenarios.all())
                .flatMap(List::stream);
    }

    private static List<String> usual() throws CloudException {
        return new Scenario("as it should be", fixture -> {}, USUAL, "").findings();
    }

    private static boolean ofChecks(String key) {
        Set<String> labels = Arrays.stream(CheckId.values()).map(CheckId::label).collect(Collectors.toSet());
        labels.add("not-checked");
        String label = key.substring(0, key.indexOf('.'));
        return labels.contains(label)
                && !DOCTORS.contains(label)
                && !DOCTORS.contains(key)
                && !TRIED_ELSEWHERE.contains(key);
    }

    /** A pattern for the sentence with any values in its places. */
    private static String pattern(String sentence) {
        return Arrays.stream(sentence.split("\\{[0-9][^}]*}", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".+"));
    }

    private static Properties bundle() throws IOException {
        Properties bundle = new Properties();
        try (InputStream stream = FindingsTest.class.getResourceAsStream("/dev/shareimage/messages/app.properties")) {
            bundle.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return bundle;
    }
}
