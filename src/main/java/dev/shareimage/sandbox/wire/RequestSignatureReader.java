package dev.shareimage.sandbox.wire;

import dev.shareimage.sandbox.http.HttpRequest;
import java.util.Map;

/** Finds a request's signature by one of the signature versions. */
interface RequestSignatureReader {

    /** Whether the request is signed in this way. */
    boolean concerns(HttpRequest request);

    /**
     * @param parameters of query and form body, decoded
     * @throws ApiError 400 when a part of the signature is missing or malformed
     */
    RequestSignature read(HttpRequest request, Map<String, String> parameters) throws ApiError;
}
