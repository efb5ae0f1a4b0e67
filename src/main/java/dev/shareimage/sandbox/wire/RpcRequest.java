package dev.shareimage.sandbox.wire;

import dev.shareimage.sandbox.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as an RPC call, before any check.
 *
 * @param parameters the decoded parameters of query and form body, including those of the protocol
 */
record RpcRequest(HttpRequest http, Map<String, String> parameters, HostName host) {

    private static final List<RequestSignatureReader> PROOF_READERS =
            List.of(new SignatureVersion3(), new SignatureVersion1());

    static RpcRequest of(HttpRequest http) {
        return new RpcRequest(http, Form.of(http), HostName.of(http.host()));
    }

    /** The action's name; empty if none was sent. */
    String actionName() {
        return http.header("x-acs-action").orElseGet(() -> parameters.getOrDefault("Action", ""));
    }

    String version() {
        return http.header("x-acs-version").orElseGet(() -> parameters.getOrDefault("Version", ""));
    }

    AnswerFormat format() {
        return AnswerFormat.of(http, parameters);
    }

    /** The region in a parameter or in the host name. */
    Optional<String> region() {
        return Optional.ofNullable(parameters.get("RegionId"))
                .filter(region -> !region.isBlank())
                .or(host::region);
    }

    RequestSignature signature() throws ApiError {
        for (RequestSignatureReader reader : PROOF_READERS) {
            if (reader.concerns(http)) {
                return reader.read(http, parameters);
            }
        }
        throw new IllegalStateException("version 1 concerns whatever version 3 does not");
    }
}
