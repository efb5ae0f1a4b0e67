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
 * Says where to look for credentials.
 *
 * @param profile the profile from the option, or null; it beats the environment
 * @param clock this machine's clock, for the deadline; sessions use the cloud's clock
 * @param deadline the time when the whole run must end
 * @param language the language of failures: {@code en}, {@code ja} or {@code zh}
 * @param giver who put the credentials into the environment, for people; null for the user
 */
public record CredentialSettings(
        Map<String, String> environment,
        Path home,
        @Nullable String profile,
        InstantSource clock,
        Instant deadline,
        String language,
        @Nullable String giver) {

    /** The maximum time for a program that returns credentials: long enough to ask a person to sign in. */
    private static final Duration MAX_PROGRAM_TIME = Duration.ofMinutes(1);

    /**
     * The region of the profile in use; empty if there is no profile, or if it names no region.
     *
     * @throws CloudException if the profile cannot be used
     */
    public Optional<RegionId> profileRegion() throws CloudException {
        try {
            Optional<Profile> profile = Profiles.read(this).selected();
            return profile.isPresent() ? region(profile.get()) : Optional.empty();
        } catch (CloudException e) {
            if (profile == null && EnvironmentCredentials.areSet(variables())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Optional<RegionId> region(Profile profile) throws CloudException {
        try {
            return profile.text("region_id").map(RegionId::new);
        } catch (InvalidValueException e) {
            throw profile.unusable("field.wrong", "region_id", "cn-hongkong");
        }
    }

    CredentialFailures failures() {
        return new CredentialFailures(language);
    }

    Variables variables() {
        return new Variables(environment, failures());
    }

    /** The profile's name from the option, or else from the environment. */
    Optional<String> profileName() throws CloudException {
        return profile == null ? variables().spelled("PROFILE").map(Variables.Variable::value) : Optional.of(profile);
    }

    /** The maximum time for a program that returns credentials: a minute, or less if the run ends before. */
    Duration programTimeout() {
        Duration remaining = Duration.between(clock.instant(), deadline);
        return remaining.compareTo(MAX_PROGRAM_TIME) < 0 ? remaining : MAX_PROGRAM_TIME;
    }

    /** The name of sessions in the cloud's logs. */
    String sessionName() {
        return variables().value("ALIBABA_CLOUD_ROLE_SESSION_NAME").orElse("share-image");
    }
}
