package dev.shareimage.sandbox.world;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The complete state of the local cloud.
 *
 * <p>Not thread-safe: a {@link WorldStore} runs one transaction at a time. Entities are immutable. To change one, put its
 * new version into its table.
 */
public final class World {

    private static final int ID_DIGITS = 17;

    private final RecordJson json = new RecordJson();
    private final Journal journal = new Journal();
    private final History history = new History();
    private final Map<String, Table<?>> tables = new LinkedHashMap<>();

    private Instant moment = Instant.EPOCH;
    private SettingsView view = SettingsView.STORED;

    private final Table<Settings> settings = table("settings", Settings.class);
    private final Table<ImageSettings> imageSettings = table("imageSettings", ImageSettings.class);
    private final Table<Region> regions = table("region", Region.class);
    private final Table<Account> accounts = table("account", Account.class);
    private final Table<AccessKey> accessKeys = table("accessKey", AccessKey.class);
    private final Table<Session> sessions = table("session", Session.class);
    private final Table<RamUser> users = table("user", RamUser.class);
    private final Table<RamRole> roles = table("role", RamRole.class);
    private final Table<RamPolicy> policies = table("policy", RamPolicy.class);
    private final Table<KmsKey> keys = table("key", KmsKey.class);
    private final Table<Image> images = table("image", Image.class);
    private final Table<Snapshot> snapshots = table("snapshot", Snapshot.class);
    private final Table<Instance> instances = table("instance", Instance.class);
    private final Table<LaunchTemplate> launchTemplates = table("launchTemplate", LaunchTemplate.class);
    private final Table<SecurityGroup> securityGroups = table("securityGroup", SecurityGroup.class);
    private final Table<Quota> quotas = table("quota", Quota.class);
    private final Table<ResourceShare> resourceShares = table("resourceShare", ResourceShare.class);
    private final Table<Directory> directories = table("directory", Directory.class);
    private final Table<Folder> folders = table("folder", Folder.class);
    private final Table<Member> members = table("member", Member.class);
    private final Table<Handshake> handshakes = table("handshake", Handshake.class);
    private final Table<Counter> counters = table("counter", Counter.class);

    /** The settings of this world. */
    public Settings settings() {
        return view.settings()
                .apply(settings.find(Settings.KEY)
                        .orElseThrow(() -> new IllegalStateException("a world without settings")));
    }

    public void setSettings(Settings newSettings) {
        settings.put(newSettings);
    }

    /** The settings of images. */
    public ImageSettings imageSettings() {
        return view.imageSettings().apply(imageSettings.find(ImageSettings.KEY).orElse(ImageSettings.DEFAULT));
    }

    public void setImageSettings(ImageSettings newSettings) {
        imageSettings.put(newSettings);
    }

    /** By id. */
    public Table<Region> regions() {
        return regions;
    }

    /** By id. */
    public Table<Account> accounts() {
        return accounts;
    }

    /** By access key id. */
    public Table<AccessKey> accessKeys() {
        return accessKeys;
    }

    /** By access key id. */
    public Table<Session> sessions() {
        return sessions;
    }

    /** By account and name. */
    public Table<RamUser> users() {
        return users;
    }

    /** By account and name. */
    public Table<RamRole> roles() {
        return roles;
    }

    /** By account (or {@link RamPolicy#SYSTEM_OWNER}) and name. */
    public Table<RamPolicy> policies() {
        return policies;
    }

    /** By region and id. */
    public Table<KmsKey> keys() {
        return keys;
    }

    /** By region and id. */
    public Table<Image> images() {
        return images;
    }

    /** By region and id. */
    public Table<Snapshot> snapshots() {
        return snapshots;
    }

    /** By region and id. */
    public Table<Instance> instances() {
        return instances;
    }

    /** By region and id. */
    public Table<LaunchTemplate> launchTemplates() {
        return launchTemplates;
    }

    /** By region and id. */
    public Table<SecurityGroup> securityGroups() {
        return securityGroups;
    }

    /** By product, code, region and account; the latter two may be {@code *}. */
    public Table<Quota> quotas() {
        return quotas;
    }

    /** By region and id. */
    public Table<ResourceShare> resourceShares() {
        return resourceShares;
    }

    /** By id. */
    public Table<Directory> directories() {
        return directories;
    }

    /** By id. */
    public Table<Folder> folders() {
        return folders;
    }

    /** By account. */
    public Table<Member> members() {
        return members;
    }

    /** Open invitations, by id. */
    public Table<Handshake> handshakes() {
        return handshakes;
    }

    /**
     * A new id: the prefix and a number, so that equal runs give equal ids.
     *
     * @param prefix such as {@code m-}
     */
    public String newId(String prefix) {
        int given = counters.find(prefix).map(Counter::given).orElse(0) + 1;
        counters.put(new Counter(prefix, given));
        String digits = Integer.toString(given);
        return prefix + "new" + "0".repeat(ID_DIGITS - digits.length()) + digits;
    }

    /** Removes an entity by its type, as lines of the world name it, and its key, if it exists. */
    public void remove(String kind, String key) {
        tableOf(kind)
                .orElseThrow(() -> new IllegalArgumentException("a world has no " + kind))
                .remove(key);
    }

    /**
     * Runs work that sees other settings.
     *
     * @throws X what the work throws
     */
    public <R, X extends Exception> R seenWith(SettingsView otherView, WorldStore.Work<R, X> work) throws X {
        view = otherView;
        try {
            return work.on(this);
        } finally {
            view = SettingsView.STORED;
        }
    }

    /** Sets the time of the following changes. */
    public void setMoment(Instant now) {
        moment = now;
    }

    /**
     * Runs work on an earlier state of the world: at most two minutes back, and not before the last change of another
     * process. Changes of the work are undone.
     *
     * @throws X what the work throws
     */
    public <R, X extends Exception> R asOf(Instant past, WorldStore.Work<R, X> work) throws X {
        List<Change> newestFirst = history.after(past);
        newestFirst.forEach(change -> change.undo().run());
        try {
            return work.on(this);
        } finally {
            journal.undo();
            for (int i = newestFirst.size() - 1; i >= 0; i--) {
                newestFirst.get(i).redo().run();
            }
        }
    }

    /** Whether anything was put or removed since the last {@link #commit} or {@link #rollBack}. */
    boolean isChanged() {
        return !journal.isEmpty();
    }

    void commit() {
        if (isChanged()) {
            history.add(moment, journal.close());
        }
    }

    void rollBack() {
        journal.undo();
    }

    Optional<Table<?>> tableOf(String kind) {
        return Optional.ofNullable(tables.get(kind));
    }

    Map<String, Table<?>> tables() {
        return tables;
    }

    private <T extends Entity> Table<T> table(String kind, Class<T> type) {
        Table<T> table = new Table<>(type, json, journal);
        tables.put(kind, table);
        return table;
    }
}
