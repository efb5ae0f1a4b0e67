package dev.shareimage.app.verify;

import dev.shareimage.domain.InvalidValueException;
import dev.shareimage.domain.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The instance for a trial launch.
 *
 * @param values parameters of {@code RunInstances}, by their names there
 */
public record LaunchSpec(Map<String, String> values) {

    /** No requirements: the commands have placeholders. */
    public static final LaunchSpec NONE = new LaunchSpec(Map.of());

    static final String TYPE = "InstanceType";
    static final String SWITCH = "VSwitchId";
    static final String GROUP = "SecurityGroupId";
    static final String ZONE = "ZoneId";
    static final String CATEGORY = "SystemDisk.Category";

    private static final Map<String, String> NAMES = Map.of(
            "type", TYPE,
            "switch", SWITCH,
            "group", GROUP,
            "zone", ZONE,
            "category", CATEGORY,
            "size", "SystemDisk.Size");

    private static final List<String> KEYS = List.of("type", "switch", "group", "zone", "category", "size");

    /** Ids and names of the cloud: nothing that a shell would interpret. */
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

    public LaunchSpec {
        values = Map.copyOf(values);
    }

    /**
     * Parses pairs such as {@code type=ecs.g7.large}. The names in {@code RunInstances} are accepted too.
     *
     * @throws InvalidValueException for anything else
     */
    public static LaunchSpec of(List<Map.Entry<String, String>> pairs) {
        Map<String, String> values = new LinkedHashMap<>();
        pairs.forEach(pair -> values.put(pair.getKey(), pair.getValue()));
        return new LaunchSpec(values);
    }

    /** The same with a launch template. Its values apply where this has none. */
    public LaunchSpec from(LaunchTemplate template) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.putAll(template.parameters());
        return new LaunchSpec(all);
    }

    /**
     * Parses a pair, and returns the name in {@code RunInstances}.
     *
     * @throws InvalidValueException for anything else
     */
    public static Map.Entry<String, String> pair(String text) {
        int equals = text.indexOf('=');
        String key = equals < 0 ? text : text.substring(0, equals);
        String name = NAMES.containsValue(key) ? key : NAMES.get(key);
        if (equals < 0 || name == null) {
            throw InvalidValueException.of(text, "is not KEY=VALUE with one of the keys " + String.join(", ", KEYS));
        }
        String value = text.substring(equals + 1);
        if (!VALUE.matcher(value).matches()) {
            throw InvalidValueException.of(text, "has no id or name of the cloud behind the equals sign");
        }
        return Map.entry(name, value);
    }

    /** Whether there is enough to try a launch. */
    public boolean complete() {
        return values.containsKey(TYPE) || hasTemplate();
    }

    /** Whether a launch template provides the missing values. */
    boolean hasTemplate() {
        return values.containsKey(LaunchTemplate.ID) || values.containsKey(LaunchTemplate.NAME);
    }

    /** The zone, if one is named in a valid format. */
    Optional<ZoneId> zone() {
        return value(ZONE).flatMap(text -> {
            try {
                return Optional.of(new ZoneId(text));
            } catch (InvalidValueException e) {
                return Optional.empty();
            }
        });
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
