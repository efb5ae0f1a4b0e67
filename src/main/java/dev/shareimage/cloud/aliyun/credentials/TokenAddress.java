package dev.shareimage.cloud.aliyun.credentials;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.InvalidValueException;
import dev.shareimage.domain.RegionId;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of the token service: {@code sts_endpoint}, or else the host of {@code sts_region}, which is inside the
 * cloud's network with {@code enable_vpc}. The variables apply where a profile sets nothing. Without a region the
 * vendor's tools use the central host and ignore {@code enable_vpc}.
 */
record TokenAddress(Variables variables) {

    private static final String ENDPOINT = "sts_endpoint";
    private static final String REGION = "sts_region";
    private static final String VPC = "enable_vpc";

    private static final Map<String, String> VARIABLES = Map.of(
            ENDPOINT, "ALIBABA_CLOUD_STS_ENDPOINT",
            REGION, "ALIBABA_CLOUD_STS_REGION",
            VPC, "ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED");

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+(:[0-9]{1,5})?|\\[[0-9a-fA-F:]+](:[0-9]{1,5})?");

    /** The address from the profile or from the variables; null for the usual host. */
    @Nullable
    URI of(@Nullable Profile profile) throws CloudException {
        Optional<String> endpoint = text(profile, ENDPOINT);
        if (endpoint.isPresent()) {
            return address(profile, endpoint.get());
        }
        Optional<String> region = text(profile, REGION);
        if (region.isEmpty()) {
            return null;
        }
        boolean inside = profile != null && profile.has(VPC) ? profile.on(VPC) : variables.on(variable(VPC));
        try {
            String host = (inside ? "sts-vpc." : "sts.") + new RegionId(region.get()) + ".aliyuncs.com";
            return URI.create("https://" + host + "/");
        } catch (InvalidValueException e) {
            throw wrong(profile, REGION, "cn-hongkong");
        }
    }

    /** The address. It is always TLS, as in the vendor's CLI, except on this machine. */
    private URI address(@Nullable Profile profile, String text) throws CloudException {
        String host = text.replaceFirst("^https?://", "").replaceFirst("/$", "");
        String plain = "http://" + host + "/";
        boolean inside = text.startsWith("http://") && AddressSession.isSafe(plain);
        String address = inside ? plain : "https://" + host + "/";
        if (!HOST.matcher(host).matches() || !AddressSession.isSafe(address)) {
            throw wrong(profile, ENDPOINT, "sts.cn-hongkong.aliyuncs.com");
        }
        return URI.create(address);
    }

    private Optional<String> text(@Nullable Profile profile, String field) {
        Optional<String> own = profile == null ? Optional.empty() : profile.text(field);
        return own.isPresent() ? own : variables.value(variable(field));
    }

    private CloudException wrong(@Nullable Profile profile, String field, String example) {
        return profile != null && profile.has(field)
                ? profile.unusable("field.wrong", field, example)
                : variables.failures().unusable("field.wrong", variable(field), example);
    }

    private static String variable(String field) {
        return VARIABLES.getOrDefault(field, "");
    }
}
