package dev.shareimage.resilience;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.launcher.ProgramRun;
import dev.shareimage.resilience.ActualState.Launch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Compares the output of commands that change nothing with the actual state. */
final class ListingCheck {

    private static final Pattern ENTRY = Pattern.compile("- id: (m-\\S+)");
    private static final Pattern HOLDER =
            Pattern.compile("\\b(20000000[0-9]{8}|fd-[a-z0-9]+(?=[\\],\\s])|rd-[a-z0-9]+(?=\\s*$))");

    private final RandomCommand command;
    private final ProgramRun run;
    private final JsonNode report;
    private final ActualState world;
    private final List<String> differences = new ArrayList<>();

    ListingCheck(RandomCommand command, ProgramRun run, JsonNode report, ActualState world) {
        this.command = command;
        this.run = run;
        this.report = report;
        this.world = world;
    }

    /** Differences, as sentences. */
    List<String> differences() {
        switch (command.name()) {
            case "list-shares" -> listed();
            case "export" -> exported();
            case "doctor" -> examined();
            default -> {}
        }
        return differences;
    }

    private void listed() {
        boolean groupsRead = !run.stdout().contains("directories and folders could not be read");
        SortedMap<String, SortedSet<String>> said = new TreeMap<>();
        for (JsonNode image : report.path("images")) {
            String id = image.path("imageId").asText();
            SortedSet<String> holders = said.computeIfAbsent(id, key -> new TreeSet<>());
            for (JsonNode share : image.path("shares")) {
                holders.add(share.path("id").asText());
                trusted(id, share);
            }
        }
        tell(!said.equals(real(groupsRead)), "said to have them: " + said + ", they have them: " + real(groupsRead));
        if (!run.stdout().contains("the trust could not be read")) {
            trustedOnly(said);
        }
    }

    private void trusted(String image, JsonNode share) {
        JsonNode trusted = share.path("trusted");
        Recipient holder = ReportCheck.recipient(share.path("id").asText());
        for (String member : holder.members()) {
            Launch launch = world.launch(image, member);
            tell(trusted.asBoolean() && launch != Launch.WORKS, member + " of " + holder + " is said to be trusted");
            tell(
                    trusted.isBoolean() && !trusted.asBoolean() && holder.isAccount() && launch == Launch.WORKS,
                    member + " is said not to be trusted");
        }
    }

    private void trustedOnly(SortedMap<String, SortedSet<String>> said) {
        Set<String> holders = said.values().stream()
                .flatMap(Set::stream)
                .map(id -> id + "@ecs.aliyuncs.com")
                .collect(Collectors.toSet());
        Set<String> idle = world.trusted().stream()
                .filter(ReportCheck::isAccount)
                .filter(principal -> !holders.contains(principal))
                .collect(Collectors.toSet());
        Set<String> named = report.path("trustedButNotShared")
                .valueStream()
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
        tell(!named.equals(idle), "said to be trusted without need: " + named + ", they are: " + idle);
    }

    /** Read without the program's own reader. */
    private void exported() {
        SortedMap<String, SortedSet<String>> said = new TreeMap<>();
        SortedSet<String> holders = new TreeSet<>();
        for (String line : run.stdout().lines().toList()) {
            Matcher entry = ENTRY.matcher(line);
            if (entry.find()) {
                holders = said.computeIfAbsent(entry.group(1), key -> new TreeSet<>());
            } else if (line.startsWith("        ")) {
                Matcher holder = HOLDER.matcher(line);
                while (holder.find()) {
                    holders.add(holder.group(1));
                }
            }
        }
        tell(!said.equals(real(true)), "exported: " + said + ", real: " + real(true));
        int targets = said.values().stream().mapToInt(Set::size).sum();
        String total = "total: {images: " + said.size() + ", targets: " + targets + "}";
        tell(!run.stdout().endsWith(total + "\n"), "the end is not " + total);
    }

    private SortedMap<String, SortedSet<String>> real(boolean groups) {
        SortedMap<String, SortedSet<String>> real = new TreeMap<>();
        for (String image : command.images()) {
            SortedSet<String> holders = new TreeSet<>(world.direct().get(image));
            if (groups) {
                holders.addAll(world.groups().get(image));
            }
            real.put(image, holders);
        }
        return real;
    }

    private void examined() {
        Set<String> open = new TreeSet<>();
        for (JsonNode check : report.path("checks")) {
            String id = check.path("id").asText();
            switch (check.path("status").asText()) {
                case "pass" -> passed(id);
                case "not-checked" -> open.add(id);
                default -> {}
            }
        }
        tell((run.exitCode() == 0) == report.has("error"), "exit " + run.exitCode() + " and error");
        if (run.exitCode() == 0 && open.stream().noneMatch(Set.of("role", "policy", "trust")::contains)) {
            holders();
        }
    }

    private void passed(String id) {
        switch (id) {
            case "role" -> tell(world.trust().isEmpty(), "there is no role");
            case "policy" -> tell(world.policies().isEmpty(), "the role has no policy");
            case "trust" ->
                command.targets().stream()
                        .filter(target -> !Outcomes.isCovered(target, world))
                        .forEach(target -> tell(true, "trust passes, without " + target));
            default -> {}
        }
    }

    private void holders() {
        for (String image : command.images()) {
            for (Recipient target : command.targets()) {
                target.members().stream()
                        .filter(member -> world.has(image, target))
                        .filter(member -> world.launch(image, member) == Launch.NO_KEY)
                        .forEach(member -> tell(true, member + " has " + image + " and cannot use it"));
            }
        }
    }

    private void tell(boolean wrong, String sentence) {
        if (wrong) {
            differences.add(sentence);
        }
    }
}
