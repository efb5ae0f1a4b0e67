package dev.shareimage.domain.trust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.domain.FolderPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A view of one statement of a trust policy, by any author. {@code Action}, {@code Principal.Service} and the values of a
 * condition may each be a string or an array.
 */
record Statement(JsonNode node) {

    static final String DIRECTORY_KEY = "sts:ServiceOwnerRDId";
    static final String PATH_KEY = "sts:ServiceOwnerRDPath";
    private static final Set<String> UNDERSTOOD =
            Set.of("Effect", "Action", "NotAction", "Principal", "Condition", "Sid");
    private static final String ASSUME_ROLE = "sts:assumerole";

    boolean allows() {
        return node.path("Effect").asText().equals("Allow") && assumesRole() && understood();
    }

    /** Whether it has this effect. It is unknown whether the cloud accepts another case, such as {@code deny}. */
    Extent hasEffect(String effect) {
        String own = node.path("Effect").asText();
        return own.equals(effect) ? Extent.ALL : own.equalsIgnoreCase(effect) ? Extent.UNKNOWN : Extent.NONE;
    }

    /** Whether it applies to {@code sts:AssumeRole}, which ECS calls. A statement without an action may apply to all calls. */
    Extent concernsAssumeRole() {
        if (node.has("Action")) {
            return Extent.of(assumesRole());
        }
        boolean excluded = strings(node.path("NotAction")).anyMatch(Statement::meansAssumeRole);
        return excluded ? Extent.NONE : node.has("NotAction") ? Extent.ALL : Extent.UNKNOWN;
    }

    boolean assumesRole() {
        return strings(node.path("Action")).anyMatch(Statement::meansAssumeRole);
    }

    /** The service principals, in order. */
    List<String> services() {
        return strings(node.path("Principal").path("Service")).toList();
    }

    /** The RAM principals, in order. */
    List<String> identities() {
        return strings(node.path("Principal").path("RAM")).toList();
    }

    boolean unconditional() {
        return Conditions.isNone(node.path("Condition"));
    }

    boolean namesEveryAccount() {
        List<String> services = services();
        return services.contains(Principals.EVERY_ACCOUNT) || services.contains("*") || namesEverybody();
    }

    /** Whether its principal is only {@code *}: services and identities of every account. */
    boolean namesEverybody() {
        return strings(node.path("Principal")).anyMatch("*"::equals);
    }

    /** The RAM principals that match identities of every account. */
    List<String> anyIdentities() {
        return identities().stream()
                .filter(identity -> identity.equals("*") || identity.startsWith("acs:ram::*:"))
                .toList();
    }

    /** The directories in the condition, if it is the only condition of this statement. */
    List<String> directories() {
        return Stream.concat(onlyCondition("StringEquals", DIRECTORY_KEY), onlyCondition("StringLike", DIRECTORY_KEY))
                .toList();
    }

    /** The path patterns in the condition, if it is the only condition of this statement. */
    List<String> pathPatterns() {
        return onlyCondition("StringLike", PATH_KEY).toList();
    }

    /** The folders whose paths are in the condition. */
    Stream<FolderPath> folders() {
        return pathPatterns().stream()
                .map(pattern -> pattern.replaceFirst("/?\\*$", ""))
                .filter(FolderPath::isPath)
                .map(FolderPath::new);
    }

    /** Whether it names only accounts and has no condition. Further accounts are added to such a statement. */
    boolean listsAccountsOnly() {
        return allows()
                && unconditional()
                && node.path("Principal").size() == 1
                && !services().isEmpty()
                && onlyStrings(node.path("Principal").path("Service"))
                && services().stream()
                        .allMatch(service -> Principals.account(service).isPresent());
    }

    /** Whether it trusts every account that meets a condition, and no one else: the form for directories and folders. */
    boolean trustsByCondition() {
        return allows() && node.path("Principal").size() == 1 && services().equals(List.of(Principals.EVERY_ACCOUNT));
    }

    /** Whether it has no condition, or the condition that the vendor's guide prescribes for a directory or folder. */
    boolean hasFormOfOurs() {
        return unconditional()
                || onlyCondition("StringEquals", DIRECTORY_KEY).findAny().isPresent()
                || onlyCondition("StringLike", PATH_KEY).findAny().isPresent();
    }

    /** The condition as one line for people; empty if there is none. */
    String conditionText() {
        List<String> parts = new ArrayList<>();
        node.path("Condition")
                .properties()
                .forEach(operator -> operator.getValue()
                        .properties()
                        .forEach(key -> parts.add(key.getKey() + " "
                                + (operator.getKey().equals("StringLike") ? "~ " : "= ")
                                + String.join("|", strings(key.getValue()).toList()))));
        return String.join(", ", parts);
    }

    ObjectNode object() {
        return (ObjectNode) node;
    }

    private static boolean onlyStrings(JsonNode value) {
        return value.isTextual() || value.valueStream().allMatch(JsonNode::isTextual);
    }

    static Stream<String> strings(JsonNode value) {
        if (value.isTextual()) {
            return Stream.of(value.textValue());
        }
        return value.isArray()
                ? value.valueStream().filter(JsonNode::isTextual).map(JsonNode::textValue)
                : Stream.empty();
    }

    private Stream<String> onlyCondition(String operator, String key) {
        JsonNode condition = node.path("Condition");
        JsonNode keys = condition.path(operator);
        return condition.size() == 1 && keys.size() == 1 ? strings(keys.path(key)) : Stream.empty();
    }

    private static boolean meansAssumeRole(String pattern) {
        return new Glob(pattern.toLowerCase(Locale.ROOT)).matches(ASSUME_ROLE);
    }

    /** Whether all its members are known. An unknown member may restrict the statement. */
    boolean understood() {
        return node.propertyStream().allMatch(member -> UNDERSTOOD.contains(member.getKey()));
    }
}
