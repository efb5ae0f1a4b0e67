package dev.shareimage.domain.trust;

import dev.shareimage.domain.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lists the entries of a trust policy for people: one for each principal, directory or folder of each statement. */
final class TrustEntries {

    private TrustEntries() {}

    /** All trusted principals as text, each with its condition in brackets. */
    static List<String> texts(List<Statement> statements) {
        return statements.stream()
                .filter(statement -> !effect(statement).equals("Deny"))
                .flatMap(TrustEntries::texts)
                .distinct()
                .toList();
    }

    private static Stream<String> texts(Statement statement) {
        String condition = statement.conditionText();
        String suffix = condition.isEmpty() ? "" : " [" + condition + "]";
        return Stream.concat(statement.services().stream(), statement.identities().stream())
                .map(principal -> principal + suffix);
    }

    /** All principals, trusted or denied. */
    static List<TrustEntry> of(List<Statement> statements) {
        List<TrustEntry> entries = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            entries.addAll(of(statements.get(i), i + 1));
        }
        return List.copyOf(entries);
    }

    private static List<TrustEntry> of(Statement statement, int number) {
        List<TrustEntry> directories = directories(statement, number).toList();
        return directories.isEmpty()
                ? principals(statement)
                        .map(principal -> principal(statement, number, principal))
                        .toList()
                : directories;
    }

    private static Stream<TrustEntry> directories(Statement statement, int number) {
        if (!statement.trustsByCondition()) {
            return Stream.empty();
        }
        return Stream.concat(
                statement.directories().stream()
                        .map(directory -> directory(statement, number, "resource-directory", directory)),
                statement.pathPatterns().stream()
                        .filter(pattern -> pattern.endsWith("/*"))
                        .map(pattern -> directory(statement, number, "folder", pattern.replaceFirst("/\\*$", ""))));
    }

    private static TrustEntry directory(Statement statement, int number, String type, String id) {
        return new TrustEntry(
                number,
                effect(statement),
                Principals.EVERY_ACCOUNT,
                true,
                statement.conditionText(),
                Optional.of(type),
                Optional.of(id));
    }

    private static TrustEntry principal(Statement statement, int number, String principal) {
        boolean understood = statement.assumesRole() && statement.understood();
        Optional<String> account = Principals.account(principal)
                .filter(id -> understood && statement.unconditional())
                .map(AccountId::value);
        return new TrustEntry(
                number,
                effect(statement),
                principal,
                understood,
                statement.conditionText(),
                account.map(id -> "account"),
                account);
    }

    /** All principals, also those of a kind that is not documented. */
    private static Stream<String> principals(Statement statement) {
        List<String> known = Stream.of(
                        statement.services().stream(),
                        statement.identities().stream(),
                        Statement.strings(statement.node().path("Principal")))
                .flatMap(each -> each)
                .toList();
        return known.isEmpty() ? Stream.of(statement.node().path("Principal").toString()) : known.stream();
    }

    private static String effect(Statement statement) {
        return statement.node().path("Effect").asText();
    }
}
