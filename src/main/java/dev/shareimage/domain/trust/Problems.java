package dev.shareimage.domain.trust;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.domain.trust.TrustProblem.Kind;
import java.util.ArrayList;
import java.util.List;

/** Finds what is wrong in a trust policy. */
final class Problems {

    private Problems() {}

    static List<TrustProblem> of(ObjectNode document, List<Statement> statements) {
        List<TrustProblem> problems = new ArrayList<>();
        if (!document.path("Version").asText().equals("1")) {
            problems.add(new TrustProblem(
                    Kind.MISSING_VERSION, 0, document.path("Version").asText()));
        }
        for (int i = 0; i < statements.size(); i++) {
            examine(statements.get(i), i + 1, problems);
        }
        return List.copyOf(problems);
    }

    private static void examine(Statement statement, int number, List<TrustProblem> problems) {
        if (statement.node().path("Effect").asText().equals("Deny")) {
            return;
        }
        if (statement.assumesRole() && statement.namesEveryAccount() && admitsAnyone(statement)) {
            problems.add(new TrustProblem(Kind.OPEN_DOOR, number, Principals.EVERY_ACCOUNT));
        }
        for (String service : statement.services()) {
            examineService(statement, service, number, problems);
        }
        boolean mixed = statement.namesEveryAccount()
                && statement.services().stream()
                        .anyMatch(service -> Principals.account(service).isPresent());
        if (mixed) {
            problems.add(new TrustProblem(Kind.MIXED_AUDIENCE, number, Principals.EVERY_ACCOUNT));
        }
        literalWildcards(statement)
                .forEach(value -> problems.add(new TrustProblem(Kind.WILDCARD_NOT_EVALUATED, number, value)));
    }

    private static void examineService(Statement statement, String service, int number, List<TrustProblem> problems) {
        if (service.chars().anyMatch(Character::isWhitespace)) {
            problems.add(new TrustProblem(Kind.SPACE_IN_PRINCIPAL, number, service));
        } else if (service.equals("ecs.aliyuncs.com")) {
            problems.add(new TrustProblem(Kind.SERVICE_WITHOUT_ACCOUNT, number, service));
        } else if (service.endsWith("@ecs.aliyuncs.com") && !statement.assumesRole()) {
            problems.add(new TrustProblem(Kind.OTHER_ACTION, number, service));
        }
    }

    /** No condition, or one whose pattern begins with the wildcard, which every account meets. */
    private static boolean admitsAnyone(Statement statement) {
        return statement.unconditional()
                || conditionValues(statement, "StringLike").stream().anyMatch(value -> value.startsWith("*"));
    }

    private static List<String> literalWildcards(Statement statement) {
        return conditionValues(statement, "StringEquals").stream()
                .filter(value -> value.contains("*"))
                .toList();
    }

    private static List<String> conditionValues(Statement statement, String operator) {
        return statement
                .node()
                .path("Condition")
                .path(operator)
                .valueStream()
                .flatMap(Statement::strings)
                .toList();
    }
}
