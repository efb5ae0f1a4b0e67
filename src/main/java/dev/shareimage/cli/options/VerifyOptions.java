package dev.shareimage.cli.options;

import dev.shareimage.app.verify.LaunchSpec;
import dev.shareimage.app.verify.LaunchTemplate;
import dev.shareimage.domain.InvalidValueException;
import dev.shareimage.domain.KeyId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The key and instance of a launch, and the identity that checks. */
public final class VerifyOptions {

    private static final List<String> OF_IMAGES = List.of(
            "--kms-key",
            "--launch",
            "--launch-template",
            "--as-profile",
            "--all-recipients",
            "--as-role",
            "--dry-runs");

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(names = "--kms-key", paramLabel = "KEY", converter = KeyConverter.class)
    private @Nullable KeyId key;

    @Option(names = "--launch", paramLabel = "KEY=VALUE,…", converter = LaunchConverter.class)
    private @Nullable List<Map.Entry<String, String>> launch;

    @Option(names = "--launch-template", paramLabel = "TEMPLATE[:VERSION]", converter = TemplateConverter.class)
    private @Nullable LaunchTemplate template;

    @Option(names = "--as-profile", paramLabel = "NAME")
    private @Nullable String asProfile;

    @Option(names = "--all-recipients", arity = "0")
    private boolean allRecipients;

    @Option(names = "--dry-runs", arity = "0")
    private boolean dryRuns;

    @Option(names = "--as-role", paramLabel = "NAME", converter = RoleConverter.class)
    private @Nullable String asRole;

    /** Whether the owner checks all recipients of the images. */
    public boolean allRecipients() {
        return allRecipients;
    }

    /** Whether to make dry runs in the recipients' accounts. */
    public boolean dryRuns() {
        return dryRuns || launch().complete();
    }

    /** The role in the recipients' accounts that the owner assumes. */
    public Optional<String> asRole() {
        return Optional.ofNullable(asRole);
    }

    /** The recipient's key; empty for any usable key. */
    public Optional<KeyId> key() {
        return Optional.ofNullable(key);
    }

    /** The requested instance. */
    public LaunchSpec launch() {
        LaunchSpec wishes = launch == null ? LaunchSpec.NONE : LaunchSpec.of(launch);
        return template == null ? wishes : wishes.from(template);
    }

    /** The recipient's profile, if the owner checks both sides. */
    public Optional<String> asProfile() {
        return Optional.ofNullable(asProfile);
    }

    /**
     * Checks them. Called first. Variables do not apply if no image is named.
     *
     * @param images whether any image is named
     * @throws UsageException if an option needs another one that is missing
     */
    public void check(boolean images) throws UsageException {
        if (!images && OF_IMAGES.stream().anyMatch(this::isTyped)) {
            throw new UsageException("usage.verify-what");
        }
        if (images && allRecipients && (asRole == null || isTyped("--as-profile"))) {
            throw new UsageException("usage.all-recipients");
        }
        if (images && !allRecipients && (isTyped("--as-role") || isTyped("--dry-runs"))) {
            throw new UsageException("usage.of-all-recipients");
        }
        if (launch != null && !launch().complete()) {
            throw new UsageException("usage.launch-type");
        }
    }

    private boolean isTyped(String option) {
        return EnvironmentDefaults.isTyped(command, option);
    }

    static final class RoleConverter implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (!text.matches("[A-Za-z0-9.@_-]{1,64}")) {
                throw InvalidValueException.of(text, "is not the name of a role");
            }
            return text;
        }
    }

    static final class KeyConverter implements ITypeConverter<KeyId> {
        @Override
        public KeyId convert(String text) {
            return new KeyId(text);
        }
    }

    static final class TemplateConverter implements ITypeConverter<LaunchTemplate> {
        @Override
        public LaunchTemplate convert(String text) {
            return LaunchTemplate.of(text);
        }
    }

    static final class LaunchConverter extends ListConverter<Map.Entry<String, String>> {
        @Override
        protected Map.Entry<String, String> entry(String text) {
            return LaunchSpec.pair(text);
        }
    }
}
