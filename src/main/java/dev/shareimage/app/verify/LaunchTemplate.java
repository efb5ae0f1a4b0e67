package dev.shareimage.app.verify;

import dev.shareimage.domain.InvalidValueException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A launch template of the recipient's account, by id or name, with a version (vendor documentation, launch templates).
 *
 * @param parameters those of {@code RunInstances}
 */
public record LaunchTemplate(Map<String, String> parameters) {

    static final String ID = "LaunchTemplateId";
    static final String NAME = "LaunchTemplateName";
    static final String VERSION = "LaunchTemplateVersion";

    /** Ids begin with {@code lt-}. Names may have colons, but no shell would interpret any character. */
    private static final Pattern FORM = Pattern.compile("([A-Za-z][A-Za-z0-9._:-]{1,127}?)(?::([1-9][0-9]{0,8}))?");

    public LaunchTemplate {
        parameters = Map.copyOf(parameters);
    }

    /**
     * Parses {@code lt-…} or a name, optionally followed by a colon and a version. Without a version, the cloud uses
     * the template's default version.
     *
     * @throws InvalidValueException for anything else
     */
    public static LaunchTemplate of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw InvalidValueException.of(text, "is not the id or name of a launch template");
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(matcher.group(1).startsWith("lt-") ? ID : NAME, matcher.group(1));
        if (matcher.group(2) != null) {
            parameters.put(VERSION, matcher.group(2));
        }
        return new LaunchTemplate(parameters);
    }
}
