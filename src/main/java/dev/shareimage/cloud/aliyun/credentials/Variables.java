package dev.shareimage.cloud.aliyun.credentials;

import dev.shareimage.cloud.CloudException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The environment, in every spelling that the vendor's tools read. An empty variable counts as not set. */
record Variables(Map<String, String> environment, CredentialFailures failures) {

    /** The prefixes that the vendor's CLI uses for a key, a region and a profile. */
    private static final List<String> PREFIXES = List.of("ALIBABA_CLOUD_", "ALIBABACLOUD_", "ALICLOUD_");

    /** A variable that is set. */
    record Variable(String name, String value) {

        /** The name of another variable in the same spelling. */
        String sibling(String suffix) {
            String prefix =
                    PREFIXES.stream().filter(name::startsWith).findFirst().orElse(PREFIXES.get(0));
            return prefix + suffix;
        }
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** The name of the variable in the spelling that is set, if any is. */
    Optional<String> nameOf(String suffix) {
        return PREFIXES.stream()
                .map(prefix -> prefix + suffix)
                .filter(name -> value(name).isPresent())
                .findFirst();
    }

    /**
     * The variable in the spelling that is set.
     *
     * @throws CloudException if two spellings differ, because the vendor's tools disagree about which one counts
     */
    Optional<Variable> spelled(String suffix) throws CloudException {
        List<Variable> set = new ArrayList<>();
        for (String prefix : PREFIXES) {
            value(prefix + suffix).ifPresent(value -> set.add(new Variable(prefix + suffix, value)));
        }
        for (Variable other : set) {
            if (!other.value().equals(set.get(0).value())) {
                throw failures.unusable("variable.differ", set.get(0).name(), other.name());
            }
        }
        return set.stream().findFirst();
    }

    /**
     * Whether a switch is on.
     *
     * @throws CloudException for a value that the vendor's tools read as off, although the user may mean on
     */
    boolean on(String name) throws CloudException {
        String value = value(name).orElse("false").toLowerCase(Locale.ROOT);
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw failures.unusable("variable.switch", name, "true", "false");
        };
    }

    /** Whether the vendor's CLI ignores its file. It does so only for {@code TRUE} in capitals. */
    boolean profileIgnored() throws CloudException {
        Optional<Variable> variable = spelled("IGNORE_PROFILE");
        String value = variable.map(Variable::value).orElse("FALSE");
        return switch (value) {
            case "TRUE" -> true;
            case "FALSE", "false" -> false;
            default ->
                throw failures.unusable(
                        "variable.switch",
                        variable.map(Variable::name).orElse("ALIBABA_CLOUD_IGNORE_PROFILE"),
                        "TRUE",
                        "FALSE");
        };
    }

    /**
     * Whether programs and addresses that return credentials are disabled by the vendor's switch; {@code 1} also means
     * on.
     */
    boolean externalDisabled() throws CloudException {
        String name = "ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS";
        return switch (value(name).orElse("")) {
            case "1" -> true;
            case "0" -> false;
            default -> on(name);
        };
    }
}
