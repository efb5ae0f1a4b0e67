package dev.shareimage.cloud;

import dev.shareimage.cloud.CloudException.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a call fails, as far as the code tells: the one table of the codes that people meet (the vendor's lists of error
 * codes of ECS, RAM, STS, KMS, Resource Sharing and the gateway, and reports of users).
 *
 * <p>What it means and what to do stand in bundle {@code errors}, by {@link #key()}, and on the troubleshooting page.
 */
public enum ErrorCause {
    // The caller.
    WRONG_SECRET(Kind.NO_CREDENTIALS, "SignatureDoesNotMatch", "IncompleteSignature", "InvalidAccessKeySecret*"),
    UNKNOWN_KEY_ID(Kind.NO_CREDENTIALS, "InvalidAccessKeyId", "InvalidAccessKeyId.NotFound", "MissingAccessKeyId"),
    INACTIVE_KEY_ID(
            Kind.NO_CREDENTIALS,
            "InvalidAccessKeyId.Inactive",
            "Forbidden.AccessKeyDisabled",
            "Forbidden.AccessKey",
            "NoEnabledAccessKey"),
    EXPIRED_TOKEN(Kind.NO_CREDENTIALS, "InvalidSecurityToken.Expired"),
    FOREIGN_TOKEN(
            Kind.NO_CREDENTIALS,
            "InvalidSecurityToken.MismatchWithAccessKey",
            "InvalidSecurityToken*",
            "MissingSecurityToken"),
    WRONG_CLOCK(Kind.NO_CREDENTIALS, "InvalidTimeStamp*", "IllegalTimestamp"),
    PERMISSION_MISSING(
            Kind.NOT_PERMITTED,
            "Forbidden.RAM",
            "NoPermission*",
            "Forbidden.NoPermission",
            "Forbidden",
            "NotAuthorized"),
    NOT_FOR_RAM(Kind.REFUSED, "Forbidden.NotSupportRAM"),

    // The account.
    RISK_CONTROL(Kind.REFUSED, "Forbidden.RiskControl*", "Forbidden.ProhibitedByRiskControl"),
    ARREARS(
            Kind.REFUSED,
            "Account.Arrearage",
            "Arrearage",
            "InvalidAccountStatus.NotEnoughBalance",
            "InsufficientBalance*",
            "Forbidden.InDebt*"),
    NOT_VERIFIED(
            Kind.REFUSED,
            "RealNameAuthenticationError",
            "Forbidden.UserVerification",
            "EnterpriseCertifyAuthenticationError"),
    KMS_NOT_OPENED(
            Kind.REFUSED,
            "Forbidden.KmsServiceNotEnabled",
            "Forbidden.KMS*",
            "Forbidden.UbsmsInvalid*",
            "InvalidParameter.KmsNotEnabled",
            "InvalidParameter.Encrypted.KmsNotEnable"),
    SERVICE_NOT_OPENED(Kind.REFUSED, "ServiceNotOpen*", "ServiceNotEnabled", "ServiceNotActivated"),
    KMS_NOT_AUTHORIZED(
            Kind.REFUSED, "OperationDenied.KmsServiceUnauthorized", "InvalidParameter.KMSKeyId.KMSUnauthorized"),

    // The image and its key.
    IMAGE_ABSENT(null, "InvalidImageId.NotFound"),
    IMAGE_STATUS(Kind.REFUSED, "OperationDenied.InvalidImageStatus", "IncorrectImageStatus"),
    IMAGE_PUBLIC(Kind.REFUSED, "Image.Public"),
    IMAGE_SHARED(Kind.REFUSED, "ImageUseShared"),
    SEVERAL_SNAPSHOTS(Kind.REFUSED, "OperationDeined.FullImage"),
    REGION_UNLISTED(Kind.REFUSED, "OperationDeined.EncryptedSnapshot"),
    REGION_UNKNOWN(null, "InvalidRegionId.NotFound", "InvalidRegion.NotFound"),
    KEY_ABSENT(null, "Forbidden.KeyNotFound", "InvalidParameter.KMSKeyId.NotFound"),
    KEY_NOT_ENABLED(
            Kind.REFUSED,
            "InvalidParameter.KMSKeyId.CMKNotEnabled",
            "Rejected.Disabled",
            "Rejected.PendingDeletion",
            "Rejected.PendingImport"),
    KEY_UNTAGGED(Kind.REFUSED, "InvalidParameter.KMSKeyId.CMKUnauthorized"),
    SERVICE_KEY(Kind.REFUSED, "InvalidOperation.ServiceKeyEncryptedImageUnsupported"),
    SENSITIVE_WORDS(Kind.REFUSED, "ImageName.ContainsSensitiveWords", "ImageDescription.ContainsSensitiveWords"),

    // The share.
    ROLE_NOT_READY(Kind.REFUSED, "AssumeRoleError"),
    TRUST_TOO_LONG(
            Kind.REFUSED,
            "InvalidParameter.AssumeRolePolicyDocument.Length",
            "InvalidParameter.NewAssumeRolePolicyDocument.Length"),
    ACCOUNT_UNKNOWN(null, "InvalidAccount.NotFound"),
    ACCOUNT_OWN(Kind.REFUSED, "InvalidAccount.Forbbiden", "ShareWithYourself"),
    OTHER_SITE(Kind.REFUSED, "InvalidImageId.BidMismatch", "InvalidTarget.SiteMismatch"),
    OTHER_LEGAL_ENTITY(Kind.REFUSED, "InvalidTarget.LegalEntityMismatch"),
    SHARE_QUOTA(Kind.REFUSED, "QuotaExceed.ShareImageUser", "QuotaExceed.ShareImage"),
    QUOTA(Kind.REFUSED, "QuotaExceed*", "Rejected.LimitExceeded", "LimitExceeded*"),
    NO_DIRECTORY(
            null, "AccountNotInResourceDirectory", "ResourceDirectoryNotInUse", "EntityNotExists.ResourceDirectory"),
    SHARING_NOT_ENABLED(Kind.REFUSED, "NotEnableSharingWithResourceDirectory"),
    MANAGEMENT_ACCOUNT_ONLY(Kind.REFUSED, "ActionNotPermitted", "NotManagementAccount"),
    TARGET_UNKNOWN(null, "InvalidTarget", "EntityNotExists.Folder", "EntityNotExists.Account"),

    // The recipient.
    OWN_KEY_NEEDED(Kind.REFUSED, "InvalidParam.EncryptedMismatch"),
    SAME_REGION_ONLY(Kind.REFUSED, "OperationDenied.SameRegionOnly"),

    // What passes.
    THROTTLED(null, "Throttling*", "Rejected.Throttling"),
    BUSY(null, "ServiceUnavailable*", "InternalError", "InternalFailure", "OperationConflict"),

    // The way there; these codes are the program's own.
    NAME_UNKNOWN(null, "UnknownHost"),
    NOT_REACHED(null, "ConnectionFailed", "Timeout"),
    CERTIFICATE_UNTRUSTED(null, "TlsUntrusted"),
    CERTIFICATE_EXPIRED(null, "TlsExpired"),
    CERTIFICATE_OF_ANOTHER_HOST(null, "TlsWrongHost"),
    NO_TLS(null, "TlsMissing"),
    TLS_FAILED(null, "TlsFailed"),
    PROXY_PASSWORD(null, "ProxyPassword"),
    PROXY_FORBIDS(null, "ProxyForbids"),
    PROXY_FAILED(null, "ProxyFailed"),
    NOT_THE_CLOUD(null, "MalformedAnswer");

    private final @Nullable Kind kind;
    private final List<String> codes;

    /**
     * @param kind null where the general rules tell it
     * @param codes each whole, or a beginning and an asterisk
     */
    ErrorCause(@Nullable Kind kind, String... codes) {
        this.kind = kind;
        this.codes = List.of(codes);
    }

    /** The cause that the code stands for; a code that is listed whole goes before a beginning. */
    public static Optional<ErrorCause> of(String code) {
        Optional<ErrorCause> whole = Arrays.stream(values())
                .filter(cause -> cause.codes.contains(code))
                .findFirst();
        return whole.isPresent()
                ? whole
                : Arrays.stream(values())
                        .filter(cause -> cause.codes.stream().anyMatch(pattern -> begins(code, pattern)))
                        .findFirst();
    }

    private static boolean begins(String code, String pattern) {
        return pattern.endsWith("*") && code.startsWith(pattern.substring(0, pattern.length() - 1));
    }

    /** What it means for the exit code; empty where the status and the rest of the code tell. */
    public Optional<Kind> kind() {
        return Optional.ofNullable(kind);
    }

    /** The codes, each whole, or a beginning and an asterisk. */
    public List<String> codes() {
        return codes;
    }

    /** Its sentence in bundle {@code errors}; what to do has {@code .fix} behind it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
