package dev.shareimage.cloud.aliyun.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.aliyuncs.AcsRequest;
import com.aliyuncs.ecs.model.v20140526.ModifyImageSharePermissionRequest;
import com.aliyuncs.kms.model.v20160120.ListResourceTagsRequest;
import com.aliyuncs.quotas.model.v20200510.ListProductQuotasRequest;
import com.aliyuncs.ram.model.v20150501.GetRoleRequest;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.cloud.aliyun.http.HttpResponse;
import dev.shareimage.cloud.aliyun.http.Stub;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorsTest {

    private static final AcsRequest<?> SHARE = new ModifyImageSharePermissionRequest();

    private final Stub stub = new Stub();

    @AfterEach
    void close() {
        stub.close();
    }

    @ParameterizedTest
    @CsvSource({
        "403, Forbidden.RAM, NOT_PERMITTED",
        "403, Forbidden, NOT_PERMITTED",
        "403, NoPermission, NOT_PERMITTED",
        "403, NotAuthorized, NOT_PERMITTED",
        "403, Forbidden.NoPermission, NOT_PERMITTED",
        "403, Forbidden.RiskControl, REFUSED",
        "403, Forbidden.ProhibitedByRiskControl, REFUSED",
        "403, Forbidden.KmsServiceNotEnabled, REFUSED",
        "403, Forbidden.InDebtOverdue, REFUSED",
        "403, Forbidden.NotSupportRAM, REFUSED",
        "403, Forbidden.SomethingNew, REFUSED",
        "403, AccessDenied, REFUSED",
        "403, RealNameAuthenticationError, REFUSED",
        "403, Forbidden.AccessKeyDisabled, NO_CREDENTIALS",
        "403, Forbidden.AccessKey, NO_CREDENTIALS",
        "400, InvalidSecurityToken.MismatchWithAccessKey, NO_CREDENTIALS",
        "400, IllegalTimestamp, NO_CREDENTIALS",
        "400, InvalidTimeStamp.Format, NO_CREDENTIALS",
        "403, AssumeRoleError, REFUSED",
        "403, QuotaExceed.ShareImageUser, REFUSED",
        "403, OperationDeined.FullImage, REFUSED",
        "403, OperationDenied.InvalidImageStatus, REFUSED",
        "403, Image.Public, REFUSED",
        "403, InvalidOperation.ServiceKeyEncryptedImageUnsupported, REFUSED",
        "404, InvalidAccount.Forbbiden, REFUSED",
        "404, InvalidAccount.NotFound, NOT_FOUND",
        "404, InvalidImageId.NotFound, NOT_FOUND",
        "404, Forbidden.KeyNotFound, NOT_FOUND",
        "404, InvalidAction.NotFound, REFUSED",
        "404, InvalidVersion.NotFound, REFUSED",
        "404, EntityNotExist.Role, NOT_FOUND",
        "404, EntityNotExists.Folder, NOT_FOUND",
        "409, EntityAlreadyExists.Role.Policy, ALREADY_EXISTS",
        "404, InvalidAccessKeyId.NotFound, NO_CREDENTIALS",
        "403, InvalidAccessKeyId.Inactive, NO_CREDENTIALS",
        "400, SignatureDoesNotMatch, NO_CREDENTIALS",
        "400, InvalidSecurityToken.Malformed, NO_CREDENTIALS",
        "400, InvalidSecurityToken.Expired, NO_CREDENTIALS",
        "409, NotEnableSharingWithResourceDirectory, REFUSED",
        "400, DryRunOperation, REFUSED"
    })
    void codes_are_sorted_into_kinds(int status, String code, Kind kind) {
        stub.then(status, "{\"RequestId\":\"R-1\",\"Code\":\"" + code + "\",\"Message\":\"Because.\"}");
        CloudException failure = failure(call(Product.ECS, SHARE));
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.call()).isEqualTo("ModifyImageSharePermission");
        assertThat(failure.requestId()).contains("R-1");
        assertThat(failure).hasMessage("Because.");
    }

    @Test
    void the_answer_names_the_missing_permission() {
        stub.then(
                403,
                "{\"Code\":\"NoPermission\",\"Message\":\"no\",\"AccessDeniedDetail\":{\"AuthAction\":\"ram:ReadRole\"}}");
        assertThat(failure(call(Product.RAM, new GetRoleRequest())).missingAction())
                .contains("ram:ReadRole");
    }

    @ParameterizedTest
    @CsvSource({"403, AccessDenied", "400, AccessDenied.Something", "403, Forbidden.SomethingNew"})
    void an_answer_that_names_a_permission_is_about_permissions(int status, String code) {
        stub.then(
                status,
                "{\"Code\":\"" + code
                        + "\",\"Message\":\"no\",\"AccessDeniedDetail\":{\"AuthAction\":\"ram:ReadRole\"}}");
        CloudException failure = failure(call(Product.RAM, new GetRoleRequest()));
        assertThat(failure.kind()).isEqualTo(Kind.NOT_PERMITTED);
        assertThat(failure.missingAction()).contains("ram:ReadRole");
    }

    @Test
    void without_a_named_permission_the_missing_one_is_that_of_the_call() {
        stub.then(403, "{\"Code\":\"NoPermission\",\"Message\":\"no\"}");
        assertThat(failure(call(Product.ECS, SHARE)).missingAction()).contains("ecs:ModifyImageSharePermission");
        assertThat(failure(call(Product.KMS, new ListResourceTagsRequest())).missingAction())
                .contains("kms:ListResourceTags");
        assertThat(failure(call(Product.QUOTAS, new ListProductQuotasRequest())).missingAction())
                .contains("quotas:ListProductQuotas");
        assertThat(failure(call(
                                Product.RESOURCE_SHARING,
                                Call.untyped("ResourceSharing", "2020-01-10", "CreateResourceShare")
                                        .buildRequest()))
                        .missingAction())
                .contains("resourcesharing:CreateResourceShare");
        assertThat(failure(call(
                                Product.RESOURCE_DIRECTORY,
                                Call.untyped("ResourceDirectoryMaster", "2022-04-19", "GetFolder")
                                        .buildRequest()))
                        .missingAction())
                .contains("resourcemanager:GetFolder");
    }

    @Test
    void xml_is_read_by_its_elements() {
        ErrorResponse error = read(
                404,
                "<?xml version='1.0'?><Error><RequestId>R-2</RequestId><Code>InvalidImageId.NotFound</Code>"
                        + "<Message>The specified ImageId does not exist.</Message></Error>");
        assertThat(error)
                .isEqualTo(new ErrorResponse(
                        404, "InvalidImageId.NotFound", "The specified ImageId does not exist.", "R-2", null));
    }

    @Test
    void a_page_of_a_proxy_has_no_code() {
        assertThat(read(502, "<html><body>Bad client \u001b[31m</body></html>"))
                .isEqualTo(new ErrorResponse(
                        502, "Http502", "the answer was HTTP 502 without an explanation", null, null));
    }

    @Test
    void members_of_the_wrong_type_are_as_good_as_missing() {
        assertThat(read(400, "{\"Code\":[[1]],\"Message\":{\"a\":1},\"RequestId\":null,\"AccessDeniedDetail\":7}"))
                .isEqualTo(new ErrorResponse(
                        400, "Http400", "the answer was HTTP 400 without an explanation", null, null));
    }

    @Test
    void an_unauthorized_answer_without_a_body_is_a_failure_of_credentials() {
        stub.then(401, "{\"Code\":\"Whatever\"}", "x-acs-request-id", "R-3");
        CloudException failure = failure(call(Product.KMS, new ListResourceTagsRequest()));
        assertThat(failure.kind()).isEqualTo(Kind.NO_CREDENTIALS);
        assertThat(failure.code()).isEqualTo("Http401");
    }

    @Test
    void nothing_that_was_sent_is_quoted() {
        byte[] form =
                "AccessKeyId=LTAI5tAbcdefgh1234&SecurityToken=CAIS%2Ftoken%2Btoken%3D&Signature=abc%2Fdef%2Bghi%3D&Action=X"
                        .getBytes(StandardCharsets.UTF_8);
        String body =
                "{\"Code\":\"abc/def+ghi=\",\"RequestId\":\"CAIS/token+token=\",\"Message\":\"no CAIS/token+token="
                        + " nor abc%2Fdef%2Bghi%3D nor abc%252Fdef%252Bghi%253D nor abc/def+ghi nor YWJjL2RlZitnaGk9 nor"
                        + " LTAI5tAbcdefgh1234 in X\"}";

        ErrorResponse answer = ErrorResponse.read(
                new HttpResponse(403, Map.of(), body.getBytes(StandardCharsets.UTF_8)), Secrets.in(form));

        assertThat(answer.message()).isEqualTo("no *** nor *** nor *** nor *** nor *** nor LTAI***1234 in X");
        assertThat(answer.code() + answer.requestId()).isEqualTo("******");
    }

    private static ErrorResponse read(int status, String body) {
        return ErrorResponse.read(
                new HttpResponse(status, Map.of(), body.getBytes(StandardCharsets.UTF_8)), Secrets.in(new byte[0]));
    }

    private static Call call(Product product, AcsRequest<?> request) {
        return Call.central(product, request, "");
    }

    private CloudException failure(Call call) {
        CallLimits limits = CallLimits.until(FakeSleeper.START.plusSeconds(60));
        return catchThrowableOfType(
                CloudException.class,
                () -> stub.calls(new FakeSleeper(), limits).make(call));
    }
}
