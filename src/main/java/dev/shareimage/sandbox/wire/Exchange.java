package dev.shareimage.sandbox.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.http.HttpResponse;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One request in progress: what is known about it so far, and the answers that it can get. */
final class Exchange {

    private final RpcRequest request;
    private final Instant start;
    private final String requestId = UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
    private String product = "";
    private @Nullable Caller caller;
    private String code = "";

    Exchange(RpcRequest request, Instant start) {
        this.request = request;
        this.start = start;
    }

    RpcRequest request() {
        return request;
    }

    void concerns(String knownProduct) {
        product = knownProduct;
    }

    String product() {
        return product;
    }

    void comesFrom(Caller knownCaller) {
        caller = knownCaller;
    }

    HttpResponse success(ObjectNode answer) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("RequestId", requestId);
        body.setAll(answer);
        return response(200, request.actionName() + "Response", body);
    }

    HttpResponse error(ApiError error) {
        code = error.code();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("RequestId", requestId);
        body.put("HostId", request.host().name());
        body.put("Code", error.code());
        body.put("Message", error.message());
        body.put(
                "Recommend",
                "https://api.aliyun.com/troubleshoot?q=" + Percent.encode(error.code()) + "&product=" + product
                        + "&requestId=" + requestId);
        @Nullable String missingAction = error.missingAction();
        Caller denied = caller;
        if (missingAction != null && denied != null) {
            body.set("AccessDeniedDetail", detail(missingAction, error.isExplicit(), denied));
        }
        return response(error.status(), "Error", body);
    }

    CallLog.Entry entry(HttpResponse response, Instant end) {
        Caller known = caller;
        return new CallLog.Entry(
                start,
                end,
                product,
                request.actionName(),
                known == null ? "" : known.arn(),
                response.status(),
                code,
                requestId);
    }

    private HttpResponse response(int status, String rootElement, ObjectNode body) {
        AnswerFormat format = request.format();
        return HttpResponse.of(status, format.contentType(), format.write(rootElement, body))
                .with("x-acs-request-id", requestId);
    }

    private static ObjectNode detail(String missingAction, boolean explicit, Caller denied) {
        ObjectNode detail = JsonNodeFactory.instance.objectNode();
        detail.put("AuthAction", missingAction);
        detail.put("AuthPrincipalDisplayName", denied.principalId());
        detail.put("AuthPrincipalOwnerId", denied.accountId());
        detail.put("AuthPrincipalType", denied.principalType());
        detail.put("NoPermissionType", explicit ? "ExplicitDeny" : "ImplicitDeny");
        detail.put("PolicyType", "AccountLevelIdentityBasedPolicy");
        return detail;
    }
}
