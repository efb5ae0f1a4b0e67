package dev.shareimage.cloud.aliyun.credentials;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.InvalidValueException;
import dev.shareimage.domain.RegionId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where to look for credentials.
 *
 * @param profile the profile that was asked for by an option, or null; it beats the environment
 * @param deadline when the whole run has to be over
 */
public record CredentialSettings(
        Map<String, String> environment,
        Path home,
        @Nullable String profile,
        InstantSource clock,
        Instant deadline) {

    /** For a program that asks a person to sign in, for example. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** The region of the profile in use; empty where there is none, or it cannot be read. */
    public Optional<RegionId> profileRegion() {
        try {
            return CliProfiles.read(this)
                    .selected(this)
                    .flatMap(found -> found.text("region_id"))
                    .map(RegionId::new);
        } catch (CloudException | InvalidValueException e) {
            // Whatever is wrong with the profile is said where its credentials are needed.
            return Optional.empty();
        }
    }

    /** An environment variable that is set to more than white space. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    boolean enabled(String name) {
        return variable(name).filter(value -> value.equalsIgnoreCase("true")).isPresent();
    }

    /** The profile's name: the option's, else the environment's. */
    Optional<String> profileName() {
        return profile == null ? variable("ALIBABA_CLOUD_PROFILE") : Optional.of(profile);
    }

    /** A file named by the environment, else one below the home directory. */
    Path file(String variable, String below) {
        return variable(variable).map(Path::of).orElseGet(() -> home.resolve(below));
    }

    /** How long a program that gives credentials may take: a minute, less where the run ends before. */
    Duration patience() {
        Duration remaining = Duration.between(clock.instant(), deadline);
        return remaining.compareTo(LONGEST) < 0 ? remaining : LONGEST;
    }

    /** How sessions are called in the cloud's records. */
    String sessionName() {
        return variable("ALIBABA_CLOUD_ROLE_SESSION_NAME").orElse("share-image");
    }
}
