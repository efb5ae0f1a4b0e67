package dev.shareimage.cloud;

import dev.shareimage.cloud.CloudException.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The causes of errors, by the cloud's codes. This is the only table of codes. It comes from the vendor's lists of
 * error codes of ECS, RAM, STS, KMS, Resource Sharing and the API gateway, and from reports of users.
 *
 * <p>Bundle {@code errors} has a sentence and a fix for each cause, by {@link #key()}. The troubleshooting page has
 * them too.
 */
public enum ErrorCause {
    // Causes in the caller.
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
            "Forbbiden",
            "NotAuthorized"),
    NOT_FOR_RAM(Kind.REFUSED, "Forbidden.NotSupportRAM"),

    // Causes in the account.
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

    // Causes in the image and its key.
    IMAGE_ABSENT(null, "InvalidImageId.NotFound"),
    IMAGE_STATUS(Kind.REFUSED, "OperationDenied.InvalidImageStatus", "IncorrectImageStatus"),
    IMAGE_PUBLIC(Kind.REFUSED, "Image.Public"),
    IMAGE_SHARED(Kind.REFUSED, "ImageUseShared"),
    SEVERAL_SNAPSHOTS(Kind.REFUSED, "OperationDeined.FullImage"),
    REGION_UNLISTED(Kind.REFUSED, "OperationDeined.EncryptedSnapshot"),
    REGION_UNKNOWN(
            null,
            "InvalidRegionId.NotFound",
            "InvalidRegion.NotFound",
            "SourceRegion.NotFound",
            "DestinationRegion.NotFound"),
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

    // Causes in the copy.
    COPY_REGION(
            Kind.REFUSED,
            "RegionNotSupportCopy",
            "IncorrectDestinationRegion",
            "OperationDenied.NonCompliantDestinationRegion"),
    COPY_KEY_REGION(
            Kind.REFUSED,
            "InvalidRegion.NotSupport",
            "InvalidRegionId.NotSupportEncryptAlgorithm",
            "UserNotInTheWhiteList"),
    COPY_OF_PLAIN(Kind.REFUSED, "OperationDenied.EncryptSnapshotAcrossRegion"),
    COPY_UNSUPPORTED(
            Kind.REFUSED,
            "OperationDenied.CommunityImage",
            "OperationDenied.NotPublished",
            "OperationDenied.NotAuthorized",
            "InvalidOperation.VhdImageUnsupported",
            "InvalidOperation.CloudBoxImageCopyUnsupported",
            "InvalidSnapshot.TooOld",
            "SizeExceed.Image"),
    COPY_CONFLICT(
            Kind.REFUSED,
            "OperationDenied.ImageCopying",
            "OperationDenied.ImageCopyConflict",
            "InvalidOperation.Conflict"),
    IMAGE_NAME_TAKEN(Kind.REFUSED, "InvalidImageName.Duplicated"),

    // Causes in the share.
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

    // Causes in the recipient.
    OWN_KEY_NEEDED(Kind.REFUSED, "InvalidParam.EncryptedMismatch"),
    ZONE_UNFIT(
            Kind.REFUSED,
            "NotSupportSnapshotEncrypted.ZoneId",
            "InvalidZoneId.NotSupportShareEncryptedImage",
            "InvalidZoneId.NotSupportCreateWithShareEncryptedImage"),
    DISK_UNFIT(Kind.REFUSED, "NotSupportSnapshotEncrypted.DiskCategory"),
    KEY_UNFIT(Kind.REFUSED, "InvalidKMSKeyId.NotSymmetric"),
    SAME_REGION_ONLY(Kind.REFUSED, "OperationDenied.SameRegionOnly"),

    // Temporary conditions.
    THROTTLED(null, "Throttling*", "Rejected.Throttling"),
    BUSY(null, "ServiceUnavailable*", "InternalError", "InternalFailure", "OperationConflict"),

    /** The program's own codes. */
    TIME_ENDED(null, "TimeBudgetExceeded", "TimeBudget"),

    // Causes in the connection. These codes are the program's own.
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
    NOT_THE_CLOUD(null, "MalformedAnswer"),
    // These codes are the cloud's. They say nothing about the object of the call.
    NOT_SERVED(Kind.REFUSED, "InvalidAction*", "InvalidVersion*", "InvalidProduct*", "InvalidApi*");

    private final @Nullable Kind kind;
    private final List<String> codes;

    /**
     * @param kind the kind of failure, or null if the general rules decide
     * @param codes complete codes, or a beginning and an asterisk
     */
    ErrorCause(@Nullable Kind kind, String... codes) {
        this.kind = kind;
        this.codes = List.of(codes);
    }

    /** The cause of a code. A complete code beats a beginning. */
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

    /** The kind of failure; empty if the HTTP status and the rest of the code decide. */
    public Optional<Kind> kind() {
        return Optional.ofNullable(kind);
    }

    /** The codes: complete, or a beginning and an asterisk. */
    public List<String> codes() {
        return codes;
    }

    /** The key of its sentence in bundle {@code errors}. The fix has the same key with {@code .fix}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
