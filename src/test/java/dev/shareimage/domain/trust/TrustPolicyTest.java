package dev.shareimage.domain.trust;

import static dev.shareimage.domain.trust.Golden.BOB;
import static dev.shareimage.domain.trust.Golden.CAROL;
import static dev.shareimage.domain.trust.Golden.DIRECTORY;
import static dev.shareimage.domain.trust.Golden.FOLDER;
import static dev.shareimage.domain.trust.Golden.account;
import static dev.shareimage.domain.trust.Golden.accounts;
import static dev.shareimage.domain.trust.Golden.anyone;
import static dev.shareimage.domain.trust.Golden.folder;
import static dev.shareimage.domain.trust.Golden.folderOfUnknownPath;
import static dev.shareimage.domain.trust.Golden.policy;
import static dev.shareimage.domain.trust.Golden.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.DirectoryId;
import dev.shareimage.domain.InvalidValueException;
import dev.shareimage.domain.ShareTarget;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustPolicyTest {

    private static final String ROOT = "{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\","
            + "\"Principal\":{\"RAM\":[\"acs:ram::1000000000000001:root\"]}}";
    private static final String FOREIGN = "{\"Sid\":\"keep me\",\"Effect\":\"Allow\",\"Action\":[\"sts:AssumeRole\"],"
            + "\"Principal\":{\"RAM\":\"acs:ram::3000000000000003:role/x\"},\"X-Unknown\":{\"b\":1.10,\"a\":[null]}}";

    @Test
    void writes_the_four_forms_of_the_vendors_guide() {
        assertThat(TrustPolicy.of(List.of(BOB)).json()).isEqualTo(Golden.ONE_ACCOUNT);
        assertThat(TrustPolicy.of(List.of(BOB, CAROL)).json()).isEqualTo(Golden.SEVERAL_ACCOUNTS);
        assertThat(TrustPolicy.of(List.of(DIRECTORY)).json()).isEqualTo(Golden.WHOLE_DIRECTORY);
        assertThat(TrustPolicy.of(List.of(FOLDER)).json()).isEqualTo(Golden.ONE_FOLDER);
    }

    @Test
    void trusts_the_own_account_as_the_console_does() {
        assertThat(TrustPolicy.ofOwnAccount(new AccountId("1000000000000001"))).isEqualTo(policy(ROOT));
    }

    @Test
    void gives_accounts_and_each_group_their_own_statements() {
        assertThat(TrustPolicy.of(List.of(FOLDER, BOB, DIRECTORY, CAROL)))
                .isEqualTo(policy(
                        accounts("1234567890123456", "2234567890123456"),
                        anyone("{\"StringLike\":{\"sts:ServiceOwnerRDPath\":\"rd-3Gxxxx/r-Wmxxxx/fd-Jyl5Uxxxxx*\"}}"),
                        anyone("{\"StringEquals\":{\"sts:ServiceOwnerRDId\":\"rd-3Gxxxx\"}}")));
    }

    @Test
    void adds_an_account_to_the_statement_of_accounts() {
        TrustPolicy before = policy(ROOT, accounts("1234567890123456"), FOREIGN);

        assertThat(before.with(List.of(CAROL)))
                .isEqualTo(policy(ROOT, accounts("1234567890123456", "2234567890123456"), FOREIGN));
    }

    @Test
    void leaves_a_statement_alone_that_has_a_condition_or_other_principals() {
        String conditional = accounts("1234567890123456").replace("}}", "},\"Condition\":{\"Bool\":{\"a\":\"b\"}}}");
        String mixed = "{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Principal\":"
                + "{\"Service\":\"1234567890123456@ecs.aliyuncs.com\",\"RAM\":[\"acs:ram::1:root\"]}}";

        assertThat(policy(conditional, mixed).with(List.of(CAROL)))
                .isEqualTo(policy(conditional, mixed, accounts("2234567890123456")));
    }

    @Test
    void reads_strings_where_arrays_are_usual() {
        TrustPolicy strings = policy("{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\","
                + "\"Principal\":{\"Service\":\"1234567890123456@ecs.aliyuncs.com\"}}");

        assertThat(strings.covers(BOB)).isTrue();
        assertThat(strings.with(List.of(CAROL)).json()).isEqualTo(Golden.SEVERAL_ACCOUNTS);
        assertThat(strings.without(List.of(BOB)).isEmpty()).isTrue();
    }

    @Test
    void reads_arrays_where_strings_are_usual() {
        TrustPolicy arrays = policy(
                "{\"Effect\":\"Allow\",\"Action\":[\"sts:TagSession\",\"sts:AssumeRole\"],"
                        + "\"Principal\":{\"Service\":[\"1234567890123456@ecs.aliyuncs.com\"]}}",
                anyone("{\"StringEquals\":{\"sts:ServiceOwnerRDId\":[\"rd-other\",\"rd-3Gxxxx\"]}}"));

        assertThat(arrays.covers(BOB)).isTrue();
        assertThat(arrays.covers(DIRECTORY)).isTrue();
        assertThat(arrays.without(List.of(DIRECTORY)))
                .isEqualTo(policy(
                        "{\"Effect\":\"Allow\",\"Action\":[\"sts:TagSession\",\"sts:AssumeRole\"],"
                                + "\"Principal\":{\"Service\":[\"1234567890123456@ecs.aliyuncs.com\"]}}",
                        anyone("{\"StringEquals\":{\"sts:ServiceOwnerRDId\":[\"rd-other\"]}}")));
    }

    @Test
    void reads_a_single_statement_that_is_not_in_a_list() {
        TrustPolicy single = read("{\"Version\":\"1\",\"Statement\":" + accounts("1234567890123456") + "}");

        assertThat(single.covers(BOB)).isTrue();
        assertThat(single.with(List.of(BOB))).isSameAs(single);
        assertThat(single.with(List.of(DIRECTORY)).covers(BOB)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sts:AssumeRole", "sts:assumerole", "STS:AssumeRole", "sts:*", "sts:Assume*", "*"})
    void takes_every_way_to_allow_the_call(String action) {
        assertThat(policy(accounts("1234567890123456").replace("sts:AssumeRole", action))
                        .covers(BOB))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sts:AssumeRoleWithSAML", "ts:AssumeRole", "\\\\E.*\\\\Q", "sts:Assume?", ""})
    void another_action_does_not_assume_the_role(String action) {
        assertThat(policy(accounts("1234567890123456").replace("sts:AssumeRole", action))
                        .covers(BOB))
                .isFalse();
    }

    @Test
    void covers_nobody_through_a_statement_that_it_does_not_understand() {
        String unknown = accounts("1234567890123456").replace("\"Effect\"", "\"NotBefore\":\"2027\",\"Effect\"");

        assertThat(policy(unknown).covers(BOB)).isFalse();
        assertThat(policy(unknown).with(List.of(BOB))).isEqualTo(policy(unknown, accounts("1234567890123456")));
    }

    @Test
    void lets_a_directory_cover_its_folders_and_a_folder_those_below() {
        TrustPolicy directory = TrustPolicy.of(List.of(DIRECTORY));
        TrustPolicy folder = TrustPolicy.of(List.of(FOLDER));

        assertThat(directory.covers(FOLDER)).isTrue();
        assertThat(directory.covers(folder("rd-other/r-1/fd-1"))).isFalse();
        assertThat(folder.covers(folder("rd-3Gxxxx/r-Wmxxxx/fd-Jyl5Uxxxxx/fd-Below00000")))
                .isTrue();
        assertThat(folder.covers(folder("rd-3Gxxxx/r-Wmxxxx/fd-Sibling000"))).isFalse();
        assertThat(folder.covers(DIRECTORY)).isFalse();
    }

    @Test
    void covers_a_member_by_where_it_lies() {
        TrustPolicy folder = TrustPolicy.of(List.of(FOLDER));
        TrustPolicy directory = TrustPolicy.of(List.of(DIRECTORY));

        assertThat(folder.decide(CAROL, DirectoryMembers.unknown())).isEqualTo(TrustDecision.MAY_BE_COVERED);
        assertThat(folder.decide(CAROL, carolIn("rd-3Gxxxx/r-Wmxxxx/fd-Jyl5Uxxxxx")))
                .isEqualTo(TrustDecision.TRUSTED);
        assertThat(folder.decide(CAROL, carolIn("rd-3Gxxxx/r-Wmxxxx"))).isEqualTo(TrustDecision.NOT_COVERED);
        assertThat(directory.decide(CAROL, carolIn("rd-3Gxxxx/r-Wmxxxx"))).isEqualTo(TrustDecision.TRUSTED);
        assertThat(directory.decide(BOB, carolIn("rd-3Gxxxx/r-Wmxxxx"))).isEqualTo(TrustDecision.NOT_COVERED);
        assertThat(TrustPolicy.of(List.of(CAROL)).decide(CAROL, DirectoryMembers.unknown()))
                .isEqualTo(TrustDecision.TRUSTED);
    }

    private static DirectoryMembers carolIn(String path) {
        return DirectoryMembers.of(
                new DirectoryId("rd-3Gxxxx"),
                new AccountId("9234567890123456"),
                Map.of(new AccountId("2234567890123456"), path + "/2234567890123456"));
    }

    @Test
    void never_trusts_a_folder_of_unknown_path_by_its_id_alone() {
        TrustPolicy folder = TrustPolicy.of(List.of(FOLDER));

        assertThat(folder.decide(folderOfUnknownPath("fd-Jyl5Uxxxxx"), DirectoryMembers.unknown()))
                .isEqualTo(TrustDecision.MAY_BE_COVERED);
        assertThat(TrustPolicy.of(List.of(BOB))
                        .decide(folderOfUnknownPath("fd-Jyl5Uxxxxx"), DirectoryMembers.unknown()))
                .isEqualTo(TrustDecision.NOT_COVERED);
        assertThat(folder.without(List.of(folderOfUnknownPath("fd-Jyl5Uxxxxx"))).isEmpty())
                .isTrue();
        assertThatThrownBy(() -> folder.with(List.of(folderOfUnknownPath("fd-Other"))))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("the path of folder fd-Other is unknown: give it as rd-…/r-…/fd-Other");
    }

    @Test
    void takes_out_only_what_is_the_targets_own() {
        TrustPolicy before = policy(
                ROOT,
                FOREIGN,
                accounts("1234567890123456", "2234567890123456"),
                anyone("{\"StringEquals\":{\"sts:ServiceOwnerRDId\":\"rd-3Gxxxx\"}}"),
                anyone("{\"StringLike\":{\"sts:ServiceOwnerRDPath\":\"rd-3Gxxxx/r-Wmxxxx/fd-Jyl5Uxxxxx*\"}}"));

        assertThat(before.without(List.of(BOB, FOLDER)))
                .isEqualTo(policy(
                        ROOT,
                        FOREIGN,
                        accounts("2234567890123456"),
                        anyone("{\"StringEquals\":{\"sts:ServiceOwnerRDId\":\"rd-3Gxxxx\"}}")));
        assertThat(before.without(List.of(account("9999999999999999")))).isSameAs(before);
    }

    @Test
    void keeps_a_statement_for_its_other_principals() {
        String mixed = "{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Principal\":"
                + "{\"RAM\":[\"acs:ram::1:root\"],\"Service\":\"1234567890123456@ecs.aliyuncs.com\"}}";

        assertThat(policy(mixed).without(List.of(BOB)))
                .isEqualTo(policy("{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Principal\":"
                        + "{\"RAM\":[\"acs:ram::1:root\"]}}"));
    }

    @Test
    void lets_a_denial_outweigh_everything() {
        String denial = accounts("1234567890123456").replace("Allow", "Deny");
        TrustPolicy denied = policy(accounts("1234567890123456"), denial);

        assertThat(denied.decide(BOB, DirectoryMembers.unknown())).isEqualTo(TrustDecision.DENIED);
        assertThat(denied.decide(CAROL, DirectoryMembers.unknown())).isEqualTo(TrustDecision.NOT_COVERED);
        assertThat(denied.with(List.of(BOB))).isSameAs(denied);
        assertThat(denied.without(List.of(BOB))).isEqualTo(policy(denial));
        assertThat(denied.problems()).isEmpty();
        assertThat(policy(anyone("").replace("Allow", "Deny")).decide(DIRECTORY, DirectoryMembers.unknown()))
                .isEqualTo(TrustDecision.DENIED);
    }

    @Test
    void lists_who_is_trusted_for_people() {
        assertThat(policy(
                                ROOT,
                                accounts("1234567890123456", "1234567890123456"),
                                anyone("{\"StringEquals\":{\"sts:ServiceOwnerRDId\":[\"rd-1\",\"rd-2\"]}}"),
                                anyone("{\"StringLike\":{\"sts:ServiceOwnerRDPath\":\"rd-1/r-1/fd-1*\"}}"),
                                accounts("2234567890123456").replace("Allow", "Deny"))
                        .entries())
                .containsExactly(
                        "acs:ram::1000000000000001:root",
                        "1234567890123456@ecs.aliyuncs.com",
                        "*@ecs.aliyuncs.com [sts:ServiceOwnerRDId = rd-1|rd-2]",
                        "*@ecs.aliyuncs.com [sts:ServiceOwnerRDPath ~ rd-1/r-1/fd-1*]");
    }

    @Test
    void says_what_another_policy_adds() {
        TrustPolicy before = TrustPolicy.of(List.of(BOB));
        TrustPolicy after = TrustPolicy.of(List.of(CAROL, DIRECTORY));

        assertThat(before.addedBy(after))
                .containsExactly(
                        "2234567890123456@ecs.aliyuncs.com", "*@ecs.aliyuncs.com [sts:ServiceOwnerRDId = rd-3Gxxxx]");
        assertThat(after.addedBy(before)).containsExactly("1234567890123456@ecs.aliyuncs.com");
    }

    @Test
    void names_accounts_once_each() {
        assertThat(policy(accounts("2234567890123456"), ROOT, accounts("1234567890123456", "2234567890123456"))
                        .accounts())
                .containsExactly(new AccountId("1234567890123456"), new AccountId("2234567890123456"));
    }

    @Test
    void knows_whether_membership_matters() {
        assertThat(TrustPolicy.of(List.of(BOB)).trustsDirectories()).isFalse();
        assertThat(TrustPolicy.of(List.of(BOB, DIRECTORY)).trustsDirectories()).isTrue();
        assertThat(TrustPolicy.of(List.of(FOLDER)).trustsDirectories()).isTrue();
    }

    @Test
    void brings_back_what_was_lost() {
        TrustPolicy seen = policy(ROOT, FOREIGN, accounts("1234567890123456"));
        TrustPolicy overwritten = policy(ROOT, accounts("2234567890123456"));

        assertThat(overwritten.merge(seen))
                .isEqualTo(policy(ROOT, accounts("2234567890123456", "1234567890123456"), FOREIGN));
        assertThat(seen.merge(policy(accounts("1234567890123456")))).isSameAs(seen);
    }

    @Test
    void counts_the_characters_that_are_sent() {
        assertThat(read(" { \"Version\" : \"1\", \"Statement\" : [] } ").length())
                .isEqualTo(30);
        assertThat(TrustPolicy.of(List.of(BOB)).length()).isEqualTo(Golden.ONE_ACCOUNT.length());
    }

    @Test
    void is_compared_as_a_tree_whatever_the_white_space() {
        assertThat(read(Golden.ONE_ACCOUNT.replace(",", " ,\n\t"))).isEqualTo(read(Golden.ONE_ACCOUNT));
        assertThat(read(Golden.ONE_ACCOUNT)).hasSameHashCodeAs(read(Golden.ONE_ACCOUNT));
        assertThat(read(Golden.ONE_ACCOUNT)).isNotEqualTo(read(Golden.SEVERAL_ACCOUNTS));
        assertThat(read(Golden.ONE_ACCOUNT)).hasToString(Golden.ONE_ACCOUNT);
    }

    @Test
    void returns_a_copy_of_its_document() {
        TrustPolicy policy = TrustPolicy.of(List.of(BOB));
        policy.document().removeAll();

        assertThat(policy.json()).isEqualTo(Golden.ONE_ACCOUNT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"Statement\"",
                "{}",
                "{\"Version\":\"1\"}",
                "{\"Statement\":null}",
                "{\"Statement\":\"Allow\"}",
                "{\"Statement\":[1]}",
                "{\"Statement\":[[{}]]}",
                "{\"Statement\":[],\"Statement\":[]}",
                "{\"Version\":\"1\",\"Statement\":[]} trailing",
                "{\"バージョン\":\"1\"，\"Statement\":[]}",
            })
    void refuses_an_invalid_policy(String text) {
        assertThatThrownBy(() -> TrustPolicy.parse(text)).isInstanceOf(TrustPolicyException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"Effect\":1,\"Action\":{},\"Principal\":[]}",
                "{\"Effect\":\"Allow\",\"Action\":null,\"Principal\":null,\"Condition\":7}",
                "{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Principal\":\"*\"}",
                "{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Principal\":{\"Service\":[1,null,[\"x\"]]}}",
                "{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Principal\":{\"Service\":[\"*@ecs.aliyuncs.com\"]},"
                        + "\"Condition\":{\"StringEquals\":\"rd-3Gxxxx\"}}",
                "{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Principal\":{\"Service\":[\"*@ecs.aliyuncs.com\"]},"
                        + "\"Condition\":[{\"StringEquals\":{\"sts:ServiceOwnerRDId\":{\"a\":1}}}]}",
            })
    void keeps_statements_of_any_shape(String statement) {
        TrustPolicy odd = policy(statement, FOREIGN);

        assertThatCode(odd::entries).doesNotThrowAnyException();
        assertThatCode(odd::problems).doesNotThrowAnyException();
        assertThat(odd.without(List.of(BOB, DIRECTORY, FOLDER))).isSameAs(odd);
        assertThat(odd.with(List.of(BOB)).json()).startsWith(odd.json().substring(0, odd.length() - 2));
    }

    @Test
    void many_accounts_are_looked_for_without_comparing_each_with_each() {
        List<ShareTarget> targets = LongStream.range(0, 5_000)
                .<ShareTarget>mapToObj(number ->
                        new ShareTarget.Account(new AccountId(Long.toString(2_000_000_000_000_000L + number))))
                .toList();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        TrustPolicy policy = TrustPolicy.empty().with(targets);

        assertThat(policy.with(targets)).isSameAs(policy);
        assertThat(targets).allMatch(policy::covers);
        assertThat(policy.without(targets).isEmpty()).isTrue();
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(200L << 20);
    }
}
