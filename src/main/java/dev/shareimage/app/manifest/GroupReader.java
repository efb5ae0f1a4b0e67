package dev.shareimage.app.manifest;

import dev.shareimage.domain.CopyTarget;
import dev.shareimage.domain.InvalidValueException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the groups of a manifest, and the defaults for every image. */
final class GroupReader {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Members GROUP = Members.of("accounts", "resourceDirectory", "folders", "until");
    private static final Members DEFAULTS = Members.of("groups", "accounts", "resourceDirectory", "folders", "copies");

    private final YamlEvents yaml;
    private final DocumentProblems problems;
    private final RecipientsReader recipients;
    private final Map<String, Recipients> groups = new HashMap<>();
    private final Recipients defaults = new Recipients();
    private Map<String, Position> defaultGroups = Map.of();
    private List<CopyTarget> copies = List.of();
    private boolean hasDefaults;

    GroupReader(YamlEvents yaml, DocumentProblems problems, RecipientsReader recipients) {
        this.yaml = yaml;
        this.problems = problems;
        this.recipients = recipients;
    }

    /** Reads all groups. */
    void groups() {
        yaml.namedObject("groups", GroupReader::name, this::group);
    }

    private void group(String name) {
        Recipients named = new Recipients();
        LocalDate[] until = {Recipients.FOREVER};
        Recipients limited = new Recipients();
        groups.put(name, limited);
        yaml.object("a group", GROUP, member -> {
            if (member.equals("until")) {
                until[0] = recipients.day(member);
            } else {
                recipients.read(member, named);
            }
        });
        limited.add(named, until[0]);
    }

    /** Reads the defaults for every image. */
    void defaults() {
        yaml.object("defaults", DEFAULTS, member -> {
            if (member.equals("copies")) {
                copies = new CopiesReader(yaml, problems).read();
                return;
            }
            hasDefaults = true;
            if (member.equals("groups")) {
                defaultGroups = names();
            } else {
                recipients.read(member, defaults);
            }
        });
    }

    /** The regions in which a copy of every image is wanted. */
    List<CopyTarget> copies() {
        return copies;
    }

    /** Whether the defaults have targets. */
    boolean hasDefaults() {
        return hasDefaults;
    }

    /** Reads names of groups, each with its place. */
    Map<String, Position> names() {
        Map<String, Position> names = new LinkedHashMap<>();
        yaml.list("groups", () -> {
            Position at = yaml.position();
            yaml.value("a group's name", text -> {
                name(text);
                if (names.putIfAbsent(text, at) != null) {
                    throw new InvalidValueException("group " + text + " is there twice");
                }
                return true;
            });
        });
        return names;
    }

    private static void name(String text) {
        if (!NAME.matcher(text).matches()) {
            throw new InvalidValueException(
                    "this is not a group's name: letters, digits, dots, underscores and hyphens, 64 at most");
        }
    }

    /** Reports groups that the defaults name and that do not exist. */
    void checkDefaults() {
        known(defaultGroups);
    }

    /** Returns the groups that exist, and reports the others. */
    List<String> known(Map<String, Position> names) {
        names.forEach((name, at) -> {
            if (!groups.containsKey(name)) {
                problems.add(at, "there is no group " + name + " under groups");
            }
        });
        return names.keySet().stream().filter(groups::containsKey).toList();
    }

    /**
     * The recipients of groups and of the defaults.
     *
     * @param until the last day for all of them
     */
    Recipients members(List<String> names, LocalDate until) {
        Recipients all = new Recipients();
        all.add(defaults, until);
        Stream.concat(names.stream(), defaultGroups.keySet().stream())
                .flatMap(name -> Stream.ofNullable(groups.get(name)))
                .forEach(group -> all.add(group, until));
        return all;
    }
}
