package dev.shareimage.domain.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.domain.ShareTarget;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Laws for all trust policies. A failure names its seed, which {@code -Dshare-image.seed} repeats. */
class TrustPolicyLawsTest {

    private static final int CASES = 2_000;
    private static final long SEED = Long.getLong("share-image.seed", 20261123L);

    @Test
    void reading_undoes_writing() {
        forAll(generator -> {
            TrustPolicy policy = generator.policy().with(generator.targets());

            assertThat(Golden.read(policy.json())).isEqualTo(policy);
            assertThat(Golden.read(policy.json()).json()).isEqualTo(policy.json());
        });
    }

    @Test
    void trusting_twice_is_trusting_once() {
        forAll(generator -> {
            List<ShareTarget> targets = generator.targets();
            TrustPolicy once = generator.policy().with(targets);

            assertThat(once.with(targets)).isSameAs(once);
        });
    }

    @Test
    void covered_targets_change_nothing() {
        forAll(generator -> {
            TrustPolicy policy = generator.policy();
            List<ShareTarget> covered =
                    generator.targets().stream().filter(policy::covers).toList();

            assertThat(policy.with(covered)).isSameAs(policy);
        });
    }

    @Test
    void who_is_trusted_is_covered_unless_denied() {
        forAll(generator -> {
            ShareTarget target = generator.target();
            TrustPolicy policy = generator.policy().with(List.of(target));

            assertThat(policy.decide(target, DirectoryMembers.unknown()))
                    .isIn(TrustDecision.TRUSTED, TrustDecision.DENIED, TrustDecision.MAY_BE_DENIED);
        });
    }

    @Test
    void who_is_taken_out_again_leaves_the_trust_as_it_was() {
        forAll(generator -> {
            TrustPolicy before = generator.policy();
            List<ShareTarget> strangers = generator.targets().stream()
                    .filter(target -> !before.entries().toString().contains(target.id()))
                    .toList();
            TrustPolicy after = before.with(strangers).without(strangers);

            assertThat(after.entries()).isEqualTo(before.entries());
            for (int i = 0; i < 10; i++) {
                ShareTarget other = generator.target();
                assertThat(after.covers(other)).as(other.id()).isEqualTo(before.covers(other));
            }
        });
    }

    @Test
    void statements_of_others_survive_in_order() {
        forAll(generator -> {
            TrustPolicy before = generator.policy();
            TrustPolicy after = before.with(generator.targets())
                    .without(generator.targets())
                    .with(generator.targets());

            assertThat(foreign(after)).isEqualTo(foreign(before));
        });
    }

    @Test
    void elements_that_are_no_names_survive_every_change() {
        forAll(generator -> {
            TrustPolicy before = generator.policy();
            List<ShareTarget> targets = generator.targets();

            assertThat(oddities(before.with(targets))).isEqualTo(oddities(before));
            assertThat(oddities(before.without(targets))).isEqualTo(oddities(before));
            assertThat(oddities(generator.policy().merge(before))).containsAll(oddities(before));
        });
    }

    @Test
    void what_is_appended_and_taken_out_again_leaves_the_document_as_it_was() {
        forAll(generator -> {
            TrustPolicy before = generator.policy();
            ShareTarget stranger = Golden.account("9999999999999999");
            boolean asLists = before.statements().stream()
                    .filter(Statement::listsAccountsOnly)
                    .limit(1)
                    .allMatch(statement ->
                            statement.node().path("Principal").path("Service").isArray());

            TrustPolicy after = before.with(List.of(stranger)).without(List.of(stranger));

            if (asLists) {
                assertThat(after.json()).isEqualTo(before.json());
            }
        });
    }

    @Test
    void taking_out_takes_the_own_principal_and_nobody_elses() {
        forAll(generator -> {
            TrustPolicy before = generator.policy();
            ShareTarget target = generator.target();
            TrustPolicy after = before.without(List.of(target));

            assertThat(after.without(List.of(target))).isSameAs(after);
            assertThat(before.entries())
                    .containsAll(after.entries().stream()
                            .filter(entry -> !entry.contains("["))
                            .toList());
            if (target instanceof ShareTarget.Account && !before.trustsDirectories()) {
                assertThat(after.covers(target)).isFalse();
            }
        });
    }

    @Test
    void the_order_of_the_removed_targets_does_not_matter() {
        forAll(generator -> {
            TrustPolicy before = generator.policy();
            List<ShareTarget> targets = new ArrayList<>(generator.targets());
            TrustPolicy after = before.without(targets);

            Collections.reverse(targets);

            assertThat(before.without(targets)).isEqualTo(after);
        });
    }

    @Test
    void merging_loses_nobody_and_is_done_once() {
        forAll(generator -> {
            TrustPolicy mine = generator.policy();
            TrustPolicy other = generator.policy();
            TrustPolicy merged = mine.merge(other);

            assertThat(merged.entries()).containsAll(mine.entries());
            assertThat(merged.merge(other)).isSameAs(merged);
            assertThat(merged.merge(mine)).isSameAs(merged);
            assertThat(mine.merge(mine)).isSameAs(mine);
            assertThat(mine.merge(TrustPolicy.empty())).isSameAs(mine);
            other.entries().stream()
                    .filter(entry -> !denied(merged, entry))
                    .forEach(entry -> assertThat(merged.entries()).contains(entry));
        });
    }

    @Test
    void never_writes_a_policy_for_any_account() {
        forAll(generator -> {
            TrustPolicy policy = generator.policy();
            for (int i = 0; i < 8; i++) {
                policy = switch (generator.below(3)) {
                    case 0 -> policy.with(generator.targets());
                    case 1 -> policy.without(generator.targets());
                    default -> policy.merge(generator.policy());
                };
                assertThat(policy.allowsAnyAccount()).as(policy.json()).isFalse();
                assertThat(policy.entries()).doesNotContain("*@ecs.aliyuncs.com");
            }
        });
    }

    private static boolean denied(TrustPolicy policy, String entry) {
        return entry.matches("[0-9]+@.*")
                && policy.decide(Golden.account(entry.substring(0, entry.indexOf('@'))), DirectoryMembers.unknown())
                        == TrustDecision.DENIED;
    }

    private static List<JsonNode> oddities(TrustPolicy policy) {
        return policy.statements().stream()
                .flatMap(statement ->
                        statement.node().path("Principal").path("Service").valueStream())
                .filter(value -> !value.isTextual())
                .toList();
    }

    private static List<JsonNode> foreign(TrustPolicy policy) {
        return policy.statements().stream()
                .map(Statement::node)
                .filter(statement -> statement.has("Opaque")
                        || statement.path("Effect").asText().equals("Deny"))
                .toList();
    }

    private static void forAll(Consumer<Generator> law) {
        for (long seed = SEED; seed < SEED + CASES; seed++) {
            try {
                law.accept(new Generator(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("fails with -Dshare-image.seed=" + seed + ": " + e.getMessage(), e);
            }
        }
    }
}
