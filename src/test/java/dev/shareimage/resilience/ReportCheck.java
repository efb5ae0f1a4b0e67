package dev.shareimage.resilience;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.json.JsonException;
import dev.shareimage.launcher.ProgramRun;
import dev.shareimage.resilience.ActualState.Launch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Compares the report of a run with its request and with the actual state. */
final class ReportCheck {

    private static final Set<String> HAS = Set.of("shared", "already-shared");
    private static final Set<String> HAS_NOT = Set.of("unshared", "not-shared");
    private static final Set<String> UNTOUCHED = Set.of("not-tried", "planned", "planned-removal");
    private static final Set<String> KEY_SIDE = Set.of("role", "policy", "trust");
    private static final Set<String> GOOD = Set.of("succeeded", "unchanged", "planned");

    private final RandomCommand command;
    private final ProgramRun run;
    private final JsonNode report;
    private final ActualState before;
    private final ActualState after;
    private final List<String> differences = new ArrayList<>();

    private ReportCheck(RandomCommand command, ProgramRun run, ActualState before, ActualState after) {
        this.command = command;
        this.run = run;
        this.report = command.name().equals("export") ? MissingNode.getInstance() : report(run);
        this.before = before;
        this.after = after;
    }

    /** Differences, as sentences. */
    static List<String> differences(RandomCommand command, ProgramRun run, ActualState before, ActualState after) {
        ReportCheck check = new ReportCheck(command, run, before, after);
        check.check();
        return check.differences;
    }

    private void check() {
        Outcomes outcomes = new Outcomes(command, before, after);
        differences.addAll(outcomes.sideEffects());
        boolean done = run.exitCode() == 0;
        String status = report.path("status").asText(done ? "succeeded" : "failed");
        tell(done != GOOD.contains(status), "exit " + run.exitCode() + " with status " + status);
        tell(done && report.has("error"), "exit 0 with an error");
        if (command.reads() || run.exitCode() == 3 || status.equals("unchanged")) {
            differences.addAll(outcomes.differences());
        }
        targets();
        if (done && !command.reads()) {
            differences.addAll(
                    outcomes.unfulfilled(isKeySideUnknown(), says("directories and folders could not be read")));
            documents();
        }
        if (done || command.name().equals("doctor")) {
            differences.addAll(new ListingCheck(command, run, report, after).differences());
        }
    }

    private void targets() {
        for (JsonNode image : report.path("images")) {
            for (JsonNode entry : image.path("targets")) {
                target(
                        image.path("imageId").asText(),
                        recipient(entry.path("id").asText()),
                        entry);
            }
        }
    }

    private void target(String image, Recipient target, JsonNode entry) {
        String status = entry.path("status").asText();
        String told = status + " is said of " + target + " and " + image;
        boolean has = after.has(image, target);
        tell(HAS.contains(status) && !has, told + ", and it does not have it");
        tell(HAS_NOT.contains(status) && has, told + ", and it has it");
        tell(UNTOUCHED.contains(status) && has != before.has(image, target), told + ", and that has changed");
        tell(
                run.exitCode() == 0 && !command.reads() && !HAS.contains(status) && !HAS_NOT.contains(status),
                told + ", with exit 0");
        if (run.exitCode() == 0 && HAS.contains(status) && !isKeySideUnknown()) {
            target.members().stream()
                    .filter(member -> after.launch(image, member) != Launch.WORKS)
                    .forEach(member -> differences.add(told + ", and " + member + " cannot launch"));
        }
    }

    /** The shown policy of create-role and set-trust. */
    private void documents() {
        JsonNode trust = report.path("trust");
        if (trust.path("document").isObject()) {
            tell(
                    !after.trust().filter(trust.path("document")::equals).isPresent(),
                    "the document shown is not the present one: " + after.trust());
        }
        trust.path("added")
                .forEach(entry -> tell(
                        isAccount(entry.asText()) && !after.trusted().contains(entry.asText()),
                        entry + " is said to be added"));
        trust.path("removed")
                .forEach(entry -> tell(
                        isAccount(entry.asText()) && after.trusted().contains(entry.asText()),
                        entry + " is said to be removed"));
    }

    /** Returns whether the report says that the role, its permission policy or its trust policy could not be read. */
    private boolean isKeySideUnknown() {
        return report.path("checks")
                        .valueStream()
                        .anyMatch(check -> KEY_SIDE.contains(check.path("id").asText())
                                && check.path("status").asText().equals("not-checked"))
                || says("the trust could not be read");
    }

    private boolean says(String part) {
        return run.stdout().contains(part) || run.stderr().contains(part);
    }

    private void tell(boolean wrong, String sentence) {
        if (wrong) {
            differences.add(sentence);
        }
    }

    static boolean isAccount(String principal) {
        return principal.matches("[0-9]+@ecs\\.aliyuncs\\.com");
    }

    static Recipient recipient(String id) {
        return Stream.concat(Recipient.ACCOUNTS.stream(), Recipient.GROUPS.stream())
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody named " + id));
    }

    private static JsonNode report(ProgramRun run) {
        try {
            return Json.parse(run.stdout());
        } catch (JsonException e) {
            throw new AssertionError("not one JSON document: " + run, e);
        }
    }

    /** Elements of the first collection that are not in the second. */
    static SortedSet<String> without(Set<String> some, Set<String> others) {
        SortedSet<String> rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }
}
