package dev.shareimage.domain.trust;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.domain.trust.TrustProblem.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds what is wrong in a trust policy. */
final class Problems {

    private static final Pattern NOT_NARROWING = Pattern.compile("StringNot|Bool|Null|Numeric|Date|(Not)?IpAddress");

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
        if (statement.assumesRole() && admitsAnyone(statement)) {
            if (statement.namesEveryAccount()) {
                String principal = statement.namesEverybody() ? "*" : Principals.EVERY_ACCOUNT;
                problems.add(new TrustProblem(Kind.ANY_ACCOUNT, number, principal));
            }
            statement
                    .anyIdentities()
                    .forEach(identity -> problems.add(new TrustProblem(Kind.ANY_IDENTITY, number, identity)));
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
        if (service.codePoints().anyMatch(Problems::isSpace)) {
            problems.add(new TrustProblem(Kind.SPACE_IN_PRINCIPAL, number, service));
        } else if (service.equals("ecs.aliyuncs.com")) {
            problems.add(new TrustProblem(Kind.SERVICE_WITHOUT_ACCOUNT, number, service));
        } else if (service.endsWith("@ecs.aliyuncs.com") && !statement.assumesRole()) {
            problems.add(new TrustProblem(Kind.OTHER_ACTION, number, service));
        }
    }

    /** Whether it is a space. This includes no-break spaces, which {@link Character#isWhitespace} does not. */
    private static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    /** Whether any account meets the conditions. All of them must be met, so one condition that narrows is enough. */
    private static boolean admitsAnyone(Statement statement) {
        return statement
                .node()
                .path("Condition")
                .propertyStream()
                .allMatch(operator -> operator.getValue()
                        .propertyStream()
                        .allMatch(key -> metByAnyone(
                                operator.getKey(),
                                Statement.strings(key.getValue()).toList())));
    }

    /** Whether any account meets the condition: its operator compares no name or excludes, or its pattern fits all. */
    private static boolean metByAnyone(String operator, List<String> values) {
        return NOT_NARROWING.matcher(operator).lookingAt()
                || (operator.startsWith("StringLike") && values.stream().anyMatch(Problems::matchesEveryDirectory));
    }

    private static boolean matchesEveryDirectory(String pattern) {
        String literal = pattern.split("[*?]", 2)[0];
        return literal.length() < pattern.length() && "rd-".startsWith(literal);
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
