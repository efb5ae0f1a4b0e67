package dev.shareimage.app.sandbox;

import static dev.shareimage.app.sandbox.LiveCloud.HONGKONG;

import dev.shareimage.app.ApplyRequest;
import dev.shareimage.app.DoctorRequest;
import dev.shareimage.app.Failure;
import dev.shareimage.app.ListRequest;
import dev.shareimage.app.Progress;
import dev.shareimage.app.Proposal;
import dev.shareimage.app.Report;
import dev.shareimage.app.SelectedImages;
import dev.shareimage.app.ShareListing;
import dev.shareimage.app.ShareRequest;
import dev.shareimage.app.ShareService;
import dev.shareimage.app.TargetQuery;
import dev.shareimage.app.TrustMode;
import dev.shareimage.app.UnshareRequest;
import dev.shareimage.app.manifest.ManifestReader;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.CopyTarget;
import dev.shareimage.domain.FolderId;
import dev.shareimage.domain.FolderPath;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.check.CheckId;
import dev.shareimage.domain.check.CheckStatus;
import dev.shareimage.sandbox.Sandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A feature of the program, with what it needs. */
enum Feature {
    CREATE_ROLE {
        @Override
        List<String> run(ShareService service, boolean setup) throws CloudException {
            return apply(service.createRole(TargetQuery.NONE, false));
        }
    },
    SET_TRUST {
        @Override
        void prepare(ShareService owner) throws CloudException {
            apply(owner.createRole(TargetQuery.NONE, false));
        }

        @Override
        List<String> run(ShareService service, boolean setup) throws CloudException {
            return apply(service.setTrust(STRANGER, TrustMode.MERGE, false));
        }
    },
    REMOVE_TRUST {
        @Override
        void prepare(ShareService owner) throws CloudException {
            shareWith(owner, STRANGER, true);
        }

        @Override
        List<String> run(ShareService service, boolean setup) throws CloudException {
            Proposal proposal = service.setTrust(STRANGER, TrustMode.REMOVE, false);
            List<String> complaints = new ArrayList<>(proposal.warnings());
            complaints.removeIf(warning -> warning.startsWith("3000000000000001@"));
            complaints.addAll(apply(proposal));
            return complaints;
        }
    },
    SHARE_WITH_A_FOLDER_BY_ITS_ID(LiveCloud.MANAGER) {
        @Override
        List<String> run(ShareService service, boolean setup) throws CloudException {
            TargetQuery folder = new TargetQuery(
                    List.of(), false, Optional.empty(), List.of(new FolderId("fd-japan00001")), List.of());
            return apply(service.share(new ShareRequest(HONGKONG, List.of(image()), folder, List.of(), false, setup)));
        }
    },
    SHARE_WITH_ACCOUNTS {
        @Override
        void prepare(ShareService owner) throws CloudException {
            apply(owner.createRole(STRANGER, false));
        }

        @Override
        List<String> run(ShareService service, boolean setup) throws CloudException {
            return shareWith(service, STRANGER, setup);
        }
    },
    SHARE_A_COPY_IN_ANOTHER_REGION {
        @Override
        void prepare(ShareService owner) throws CloudException {
            apply(owner.createRole(STRANGER, false));
        }

        @Override
        List<String> run(ShareService service, boolean setup) throws CloudException {
            return apply(service.share(new ShareRequest(
                    SelectedImages.of(HONGKONG, List.of(IMAGE)),
                    STRANGER,
                    Map.of(),
                    false,
                    setup,
                    List.of(CopyTarget.parse("ap-southeast-1")))));
        }
    },
    SHARE_WITH_THE_OWN_DIRECTORY {
        @Override
        void prepare(ShareService owner) throws CloudException {
            apply(owner.createRole(OWN_DIRECTORY, false));
        }

        @Override
        List<String> run(ShareService service, boolean setup) throws CloudException {
            return shareWith(service, OWN_DIRECTORY, setup);
        }
    },
    SHARE_WITH_ANOTHER_FOLDER {
        @Override
        void prepare(ShareService owner) throws CloudException {
            apply(owner.createRole(folders("japan", "china"), false));
            shareWith(owner, folders("japan"), true);
        }

        @Override
        List<String> run(ShareService service, boolean setup) throws CloudException {
            return shareWith(service, folders("japan", "china"), setup);
        }
    },
    TAKE_AN_IMAGE_FROM_ACCOUNTS {
        @Override
        void prepare(ShareService owner) throws CloudException {
            shareWith(owner, STRANGER, true);
        }

        @Override
        List<String> run(ShareService service, boolean setup) throws CloudException {
            return apply(service.unshare(new UnshareRequest(HONGKONG, List.of(IMAGE), STRANGER, false, setup, setup)));
        }
    },
    TAKE_AN_IMAGE_FROM_A_FOLDER {
        @Override
        void prepare(ShareService owner) throws CloudException {
            shareWith(owner, folders("japan"), true);
        }

        @Override
        List<String> run(ShareService service, boolean setup) throws CloudException {
            return apply(service.unshare(
                    new UnshareRequest(HONGKONG, List.of(IMAGE), folders("japan"), false, false, setup)));
        }
    },
    LIST_SHARES {
        @Override
        void prepare(ShareService owner) throws CloudException {
            shareWith(owner, STRANGER, true);
        }

        @Override
        List<String> run(ShareService service, boolean setup) throws CloudException {
            ShareListing listing = service.listShares(new ListRequest(HONGKONG, List.of(IMAGE)));
            return listing.notes();
        }
    },
    EXAMINE {
        @Override
        void prepare(ShareService owner) throws CloudException {
            shareWith(owner, STRANGER, true);
        }

        @Override
        List<String> run(ShareService service, boolean setup) throws CloudException {
            return complaints(
                    service.doctor(new DoctorRequest(HONGKONG, List.of(IMAGE), STRANGER, List.of(), false, true)));
        }
    },
    APPLY_A_MANIFEST {
        @Override
        void prepare(ShareService owner) throws CloudException {
            apply(owner.createRole(STRANGER, false));
        }

        @Override
        List<String> run(ShareService service, boolean setup) throws CloudException {
            String text = "schemaVersion: 1\nregions: [{id: cn-hongkong, images: [{id: " + IMAGE
                    + ", accounts: [3000000000000001]}]}]\n";
            return apply(
                    service.apply(new ApplyRequest(ManifestReader.read("m.yaml", text), Map.of(), true, false, setup)));
        }
    },
    EXPORT {
        @Override
        List<String> run(ShareService service, boolean setup) throws CloudException {
            service.export(new ListRequest(HONGKONG, List.of(IMAGE)), image -> {});
            return List.of();
        }
    };

    static final ImageId IMAGE = new ImageId("m-hk0cmk0000000000001");

    private static final TargetQuery STRANGER = TargetQuery.ofAccounts(List.of(new AccountId("3000000000000001")));
    private static final TargetQuery OWN_DIRECTORY = TargetQuery.ofOwnDirectory();

    private final String account;

    Feature() {
        this(Sandbox.OWNER);
    }

    Feature(String account) {
        this.account = account;
    }

    /** The account that uses the feature. */
    String account() {
        return account;
    }

    /** The image that the feature works on. */
    ImageId image() {
        return account.equals(LiveCloud.MANAGER) ? new ImageId(LiveCloud.MANAGERS_IMAGE) : IMAGE;
    }

    /** Sets up the feature's precondition as the root account. */
    void prepare(ShareService owner) throws CloudException {}

    /**
     * Uses the feature.
     *
     * @param setup whether the role, its permission policy and its trust policy exist
     * @return everything that could not be done or read
     */
    abstract List<String> run(ShareService service, boolean setup) throws CloudException;

    private static List<String> shareWith(ShareService service, TargetQuery targets, boolean setup)
            throws CloudException {
        return apply(service.share(new ShareRequest(HONGKONG, List.of(IMAGE), targets, List.of(), false, setup)));
    }

    private static TargetQuery folders(String... names) {
        List<FolderPath> paths = List.of(names).stream()
                .map(name -> new FolderPath("rd-sbx001/r-root01/fd-products01/fd-" + name + "00001"))
                .toList();
        return TargetQuery.ofFolders(paths);
    }

    private static List<String> apply(Proposal proposal) {
        List<String> complaints = new ArrayList<>(complaints(proposal.preview()));
        if (!proposal.preview().blocked()) {
            complaints.addAll(complaints(proposal.apply(Progress.SILENT)));
        }
        return complaints;
    }

    private static List<String> complaints(Report report) {
        List<String> complaints = new ArrayList<>(report.notes());
        Failure failure = report.failure();
        if (failure != null) {
            complaints.add(failure.message() + " " + failure.fix());
        }
        report.checks().stream()
                .filter(finding -> finding.status() == CheckStatus.NOT_CHECKED
                        || (finding.id() == CheckId.PERMISSIONS && finding.status() == CheckStatus.WARN))
                .forEach(finding -> complaints.add(finding.message()));
        report.images().stream()
                .flatMap(image -> image.targets().stream())
                .filter(target -> target.error() != null)
                .forEach(target -> complaints.add(String.valueOf(target.error())));
        return complaints;
    }
}
