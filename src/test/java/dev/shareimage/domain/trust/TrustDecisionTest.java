package dev.shareimage.domain.trust;

import static dev.shareimage.domain.trust.Golden.BOB;
import static dev.shareimage.domain.trust.Golden.CAROL;
import static dev.shareimage.domain.trust.Golden.DIRECTORY;
import static dev.shareimage.domain.trust.Golden.FOLDER;
import static dev.shareimage.domain.trust.Golden.accounts;
import static dev.shareimage.domain.trust.Golden.anyone;
import static dev.shareimage.domain.trust.Golden.folder;
import static dev.shareimage.domain.trust.Golden.policy;
import static dev.shareimage.domain.trust.TrustDecision.DENIED;
import static dev.shareimage.domain.trust.TrustDecision.MAY_BE_COVERED;
import static dev.shareimage.domain.trust.TrustDecision.MAY_BE_DENIED;
import static dev.shareimage.domain.trust.TrustDecision.NOT_COVERED;
import static dev.shareimage.domain.trust.TrustDecision.TRUSTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.DirectoryId;
import dev.shareimage.domain.ShareTarget;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustDecisionTest {

    private static final String BOBS_ID = "1234567890123456";
    private static final ShareTarget MANAGER = Golden.account("9234567890123456");

    /** Bob is in the folder. Carol is in no directory that the owner manages. */
    private static final DirectoryMembers MEMBERS = DirectoryMembers.of(
            new DirectoryId("rd-3Gxxxx"),
            new AccountId("9234567890123456"),
            Map.of(new AccountId(BOBS_ID), "rd-3Gxxxx/r-Wmxxxx/fd-Jyl5Uxxxxx/" + BOBS_ID));

    /** Each policy also has an Allow for Bob, Carol, the directory and the folder. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // operator, key, value | Bob, a member | Carol, who is none | the directory | the folder
                "StringEquals|sts:ServiceOwnerRDId|rd-3Gxxxx|DENIED|TRUSTED|DENIED|DENIED",
                "StringEquals|sts:ServiceOwnerRDId|rd-Other|TRUSTED|MAY_BE_DENIED|TRUSTED|TRUSTED",
                "StringNotEquals|sts:ServiceOwnerRDId|rd-3Gxxxx|TRUSTED|MAY_BE_DENIED|TRUSTED|TRUSTED",
                "StringNotEquals|sts:ServiceOwnerRDId|rd-Other|DENIED|MAY_BE_DENIED|DENIED|DENIED",
                "StringEqualsIgnoreCase|sts:ServiceOwnerRDId|RD-3gXXXX|DENIED|MAY_BE_DENIED|DENIED|DENIED",
                "StringNotEqualsIgnoreCase|sts:ServiceOwnerRDId|RD-3gXXXX|TRUSTED|MAY_BE_DENIED|TRUSTED|TRUSTED",
                "StringLike|sts:ServiceOwnerRDId|rd-3G*|DENIED|MAY_BE_DENIED|DENIED|DENIED",
                "StringLike|sts:ServiceOwnerRDId|rd-3G????|DENIED|MAY_BE_DENIED|DENIED|DENIED",
                "StringNotLike|sts:ServiceOwnerRDId|rd-3G*|TRUSTED|MAY_BE_DENIED|TRUSTED|TRUSTED",
                "StringEqualsIfExists|sts:ServiceOwnerRDId|rd-3Gxxxx|DENIED|MAY_BE_DENIED|DENIED|DENIED",
                "StringNotEqualsIfExists|sts:ServiceOwnerRDId|rd-3Gxxxx|TRUSTED|MAY_BE_DENIED|TRUSTED|TRUSTED",
                "ForAnyValue:StringEquals|sts:ServiceOwnerRDId|rd-3Gxxxx|DENIED|MAY_BE_DENIED|DENIED|DENIED",
                "ForAllValues:StringNotLike|sts:ServiceOwnerRDId|rd-3G*|TRUSTED|MAY_BE_DENIED|TRUSTED|TRUSTED",
                "StringLike|sts:ServiceOwnerRDPath|rd-3Gxxxx/*|DENIED|TRUSTED|DENIED|DENIED",
                "StringLike|sts:ServiceOwnerRDPath|rd-3Gxxxx/r-Wmxxxx/fd-Jyl5Uxxxxx*|DENIED|TRUSTED|DENIED|DENIED",
                "StringLike|sts:ServiceOwnerRDPath|rd-3Gxxxx/r-Wmxxxx/fd-Other*|TRUSTED|TRUSTED|MAY_BE_DENIED|TRUSTED",
                "StringLike|sts:ServiceOwnerRDPath|*/1234567890123456|DENIED|MAY_BE_DENIED|DENIED|DENIED",
                "StringLike|sts:ServiceOwnerRDPath|*/5555555555555555|TRUSTED|MAY_BE_DENIED|MAY_BE_DENIED|MAY_BE_DENIED",
                "StringNotLike|sts:ServiceOwnerRDPath|rd-3Gxxxx/r-Wmxxxx/fd-Jyl5Uxxxxx/*|TRUSTED|MAY_BE_DENIED|MAY_BE_DENIED|TRUSTED",
                "StringEquals|sts:ServiceOwnerRDPath|rd-3Gxxxx/r-Wmxxxx/fd-Jyl5Uxxxxx*|TRUSTED|TRUSTED|MAY_BE_DENIED|TRUSTED",
                "StringEquals|sts:Unheard|rd-Other|MAY_BE_DENIED|MAY_BE_DENIED|MAY_BE_DENIED|MAY_BE_DENIED",
                "StringEquals|acs:SourceVpc|vpc-1|MAY_BE_DENIED|MAY_BE_DENIED|MAY_BE_DENIED|MAY_BE_DENIED",
                "NumericLessThan|sts:ServiceOwnerRDId|7|MAY_BE_DENIED|MAY_BE_DENIED|MAY_BE_DENIED|MAY_BE_DENIED",
                "DateLessThan|acs:CurrentTime|2019-08-12T17:00:00+08:00|MAY_BE_DENIED|MAY_BE_DENIED|MAY_BE_DENIED|MAY_BE_DENIED",
                "Bool|acs:SecureTransport|true|MAY_BE_DENIED|MAY_BE_DENIED|MAY_BE_DENIED|MAY_BE_DENIED",
                "NotIpAddress|acs:SourceIp|203.0.113.2|MAY_BE_DENIED|MAY_BE_DENIED|MAY_BE_DENIED|MAY_BE_DENIED",
                "Null|sts:ServiceOwnerRDId|true|MAY_BE_DENIED|MAY_BE_DENIED|MAY_BE_DENIED|MAY_BE_DENIED",
                "StringResembles|sts:ServiceOwnerRDId|rd-Other|MAY_BE_DENIED|MAY_BE_DENIED|MAY_BE_DENIED|MAY_BE_DENIED",
            })
    void judges_the_condition_of_a_denial(
            String operator,
            String key,
            String value,
            TrustDecision bob,
            TrustDecision carol,
            TrustDecision directory,
            TrustDecision folder) {
        String condition = "{\"" + operator + "\":{\"" + key + "\":\"" + value + "\"}}";
        TrustPolicy trust =
                TrustPolicy.of(List.of(BOB, CAROL, DIRECTORY, FOLDER)).merge(policy(deny(anyone(condition))));

        assertThat(trust.decide(BOB, MEMBERS)).as("member").isEqualTo(bob);
        assertThat(trust.decide(CAROL, MEMBERS)).as("outsider").isEqualTo(carol);
        assertThat(trust.decide(DIRECTORY, MEMBERS)).as("directory").isEqualTo(directory);
        assertThat(trust.decide(FOLDER, MEMBERS)).as("folder").isEqualTo(folder);
        assertThat(trust.decide(MANAGER, MEMBERS).trusted()).as("manager").isNotEqualTo(true);
    }

    @Test
    void takes_a_denial_whose_condition_depends_on_unknown_membership_for_possible() {
        TrustPolicy trust = TrustPolicy.of(List.of(BOB))
                .merge(policy(deny(anyone("{\"StringEquals\":{\"sts:ServiceOwnerRDId\":\"rd-3Gxxxx\"}}"))));

        assertThat(trust.decide(BOB, DirectoryMembers.unknown())).isEqualTo(MAY_BE_DENIED);
        assertThat(trust.decide(BOB, MEMBERS)).isEqualTo(DENIED);
    }

    @Test
    void counts_the_denial_of_one_member_against_the_directory_and_its_folder() {
        TrustPolicy trust = TrustPolicy.of(List.of(DIRECTORY, FOLDER)).merge(policy(deny(accounts(BOBS_ID))));
        ShareTarget sibling = folder("rd-3Gxxxx/r-Wmxxxx/fd-Sibling000");

        assertThat(trust.decide(BOB, MEMBERS)).isEqualTo(DENIED);
        assertThat(trust.decide(DIRECTORY, MEMBERS)).isEqualTo(DENIED);
        assertThat(trust.decide(FOLDER, MEMBERS)).isEqualTo(DENIED);
        assertThat(trust.decide(DIRECTORY, DirectoryMembers.unknown())).isEqualTo(MAY_BE_DENIED);
        assertThat(trust.decide(sibling, MEMBERS)).isEqualTo(TRUSTED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"NotPrincipal\":{\"Service\":[\"2234567890123456@ecs.aliyuncs.com\"]},\"Action\":\"sts:AssumeRole\"|MAY_BE_DENIED",
                "\"Principal\":{\"Service\":\"*@ecs.aliyuncs.com\"},\"NotAction\":\"ram:*\"|DENIED",
                "\"Principal\":{\"Service\":\"*@ecs.aliyuncs.com\"},\"NotAction\":\"sts:*\"|TRUSTED",
                "\"Principal\":{\"Service\":\"*@ecs.aliyuncs.com\"},\"Action\":\"sts:AssumeRole\",\"NotBefore\":1|MAY_BE_DENIED",
                "\"Principal\":{\"Service\":\"1234*@ecs.aliyuncs.com\"},\"Action\":\"sts:AssumeRole\"|MAY_BE_DENIED",
                "\"Principal\":{\"Service\":\"2234*@ecs.aliyuncs.com\"},\"Action\":\"sts:AssumeRole\"|TRUSTED",
                "\"Principal\":\"*\",\"Action\":\"sts:AssumeRole\"|MAY_BE_DENIED",
                "\"Principal\":{\"RAM\":\"*\"},\"Action\":\"sts:AssumeRole\"|TRUSTED",
                "\"Principal\":{\"Service\":\"*@ecs.aliyuncs.com\"},\"Action\":\"sts:AssumeRole\",\"Condition\":7|MAY_BE_DENIED",
                "\"Principal\":{\"Service\":\"*@ecs.aliyuncs.com\"},\"Action\":\"sts:AssumeRole\",\"Condition\":{}|DENIED",
            })
    void judges_every_form_of_a_denial(String members, TrustDecision decision) {
        TrustPolicy trust = TrustPolicy.of(List.of(BOB)).merge(policy("{\"Effect\":\"Deny\"," + members + "}"));

        assertThat(trust.decide(BOB, MEMBERS)).isEqualTo(decision);
    }

    @Test
    void needs_every_condition_of_an_allowing_statement_to_hold() {
        TrustPolicy both = policy(anyone("{\"StringEquals\":{\"sts:ServiceOwnerRDId\":\"rd-3Gxxxx\"},"
                + "\"StringNotLike\":{\"sts:ServiceOwnerRDPath\":[\"*/5555555555555555\",\"*/fd-Other/*\"]}}"));
        TrustPolicy unheard = policy(
                anyone(
                        "{\"StringEquals\":{\"sts:ServiceOwnerRDId\":\"rd-3Gxxxx\"},\"IpAddress\":{\"acs:SourceIp\":\"10.0.0.0/8\"}}"));

        assertThat(both.decide(BOB, MEMBERS)).isEqualTo(TRUSTED);
        assertThat(both.decide(CAROL, MEMBERS)).isEqualTo(NOT_COVERED);
        assertThat(unheard.decide(BOB, MEMBERS)).isEqualTo(MAY_BE_COVERED);
        assertThat(unheard.decide(CAROL, MEMBERS)).isEqualTo(NOT_COVERED);
        assertThat(unheard.with(List.of(BOB), MEMBERS).decide(BOB, MEMBERS)).isEqualTo(TRUSTED);
    }

    @Test
    void a_part_of_a_directory_does_not_cover_the_directory() {
        TrustPolicy parts = TrustPolicy.of(List.of(FOLDER, BOB));

        assertThat(parts.decide(DIRECTORY, MEMBERS)).isEqualTo(NOT_COVERED);
    }

    /** The pattern of the vendor's guide, {@code PATH*}, has no slash at its end. */
    @Test
    void says_that_the_pattern_of_a_folder_also_trusts_a_sibling_whose_id_has_the_same_beginning() {
        String path = "rd-3Gxxxx/r-Wmxxxx/fd-Jyl5Uxxxxx";
        AccountId inSibling = new AccountId("3234567890123456");
        DirectoryMembers members = DirectoryMembers.of(
                new DirectoryId("rd-3Gxxxx"),
                new AccountId("9234567890123456"),
                Map.of(inSibling, path + "1/" + inSibling.value()));
        TrustPolicy trust = TrustPolicy.of(List.of(FOLDER));

        assertThat(trust.decide(folder(path + "1"), members)).isEqualTo(TRUSTED);
        assertThat(trust.decide(new ShareTarget.Account(inSibling), members)).isEqualTo(TRUSTED);
        assertThat(members.within(FOLDER)).isEmpty();
        assertThat(members.liesIn(inSibling, FOLDER)).isFalse();
    }

    @Test
    void adds_nothing_for_a_member_that_the_directory_covers() {
        TrustPolicy trust = TrustPolicy.of(List.of(DIRECTORY));

        assertThat(trust.with(List.of(BOB), MEMBERS)).isSameAs(trust);
        assertThat(trust.with(List.of(BOB), DirectoryMembers.unknown()).covers(BOB))
                .isTrue();
        assertThat(trust.with(List.of(CAROL), MEMBERS).covers(CAROL)).isTrue();
    }

    @Test
    void a_known_no_is_false_and_an_unknown_answer_is_null() {
        assertThat(TRUSTED.trusted()).isTrue();
        assertThat(NOT_COVERED.trusted()).isFalse();
        assertThat(DENIED.trusted()).isFalse();
        assertThat(MAY_BE_DENIED.trusted()).isNull();
        assertThat(MAY_BE_COVERED.trusted()).isNull();
    }

    private static String deny(String statement) {
        return statement.replace("\"Allow\"", "\"Deny\"");
    }
}
