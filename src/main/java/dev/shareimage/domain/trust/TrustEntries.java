package dev.shareimage.domain.trust;

import dev.shareimage.domain.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes the statements of a trust policy apart for people: an entry for each principal, or each directory or folder. */
final class TrustEntries {

    private TrustEntries() {}

    static List<TrustEntry> of(List<Statement> statements) {
        List<TrustEntry> entries = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            entries.addAll(of(statements.get(i), i + 1));
        }
        return List.copyOf(entries);
    }

    private static List<TrustEntry> of(Statement statement, int number) {
        List<TrustEntry> groups = groups(statement, number).toList();
        return groups.isEmpty()
                ? principals(statement)
                        .map(principal -> principal(statement, number, principal))
                        .toList()
                : groups;
    }

    private static Stream<TrustEntry> groups(Statement statement, int number) {
        if (!statement.trustsByCondition()) {
            return Stream.empty();
        }
        return Stream.concat(
                statement.directories().stream()
                        .map(directory -> group(statement, number, "resource-directory", directory)),
                statement.pathPatterns().stream()
                        .filter(pattern -> pattern.endsWith("/*"))
                        .map(pattern -> group(statement, number, "folder", pattern.replaceFirst("/\\*$", ""))));
    }

    private static TrustEntry group(Statement statement, int number, String type, String id) {
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

    /** Whatever stands there, be it of a kind that is in no documentation. */
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
