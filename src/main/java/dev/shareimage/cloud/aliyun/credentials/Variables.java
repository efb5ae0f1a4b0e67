package dev.shareimage.cloud.aliyun.credentials;

import dev.shareimage.cloud.CloudException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The environment, in each spelling that the vendor's tools read. One that is empty or white space is not set. */
record Variables(Map<String, String> environment, CredentialFailures failures) {

    /** What the vendor's CLI puts before the names of a key, a region and a profile. */
    private static final List<String> PREFIXES = List.of("ALIBABA_CLOUD_", "ALIBABACLOUD_", "ALICLOUD_");

    /** A variable that is set. */
    record Variable(String name, String value) {

        /** The name of another variable, spelled as this one. */
        String sibling(String suffix) {
            String prefix =
                    PREFIXES.stream().filter(name::startsWith).findFirst().orElse(PREFIXES.get(0));
            return prefix + suffix;
        }
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /**
     * The variable in whichever spelling it is set.
     *
     * @throws CloudException when two spellings differ: the vendor's tools do not agree on which one counts
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
     * @throws CloudException for a value that the vendor's tools would take for off, and whoever set it perhaps for on
     */
    boolean on(String name) throws CloudException {
        String value = value(name).orElse("false").toLowerCase(Locale.ROOT);
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw failures.unusable("variable.switch", name, "true", "false");
        };
    }

    /** The vendor's CLI ignores its file for {@code TRUE} alone, in capitals. */
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

    /** The vendor's switch against programs and addresses that give credentials; {@code 1} is on too. */
    boolean externalDisabled() throws CloudException {
        String name = "ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS";
        return switch (value(name).orElse("")) {
            case "1" -> true;
            case "0" -> false;
            default -> on(name);
        };
    }
}
