package dev.shareimage.app.fake;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Key;
import dev.shareimage.cloud.Keys;
import dev.shareimage.domain.KeyId;
import dev.shareimage.domain.RegionId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Keys by region, and by id or alias. */
public final class FakeKeys implements Keys {

    private final CallScript script;
    private final Map<String, Key> keys = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> tags = new ConcurrentHashMap<>();

    FakeKeys(CallScript script) {
        this.script = script;
    }

    /** Adds a key that allows sharing. */
    public void put(RegionId region, String id) {
        put(region, id, new Key(new KeyId(id), "Enabled", FakeCloud.OWNER.value(), null, null, true));
        tag(region, id, Map.of("acs:ecs:disk-encryption", "true"));
    }

    /** Adds a key under its id or an alias. */
    public void put(RegionId region, String name, Key key) {
        keys.put(region + "/" + name, key);
    }

    public void tag(RegionId region, String id, Map<String, String> all) {
        tags.put(region + "/" + id, all);
    }

    public void remove(RegionId region, String id) {
        keys.remove(region + "/" + id);
    }

    @Override
    public Optional<Key> find(RegionId region, KeyId key) throws CloudException {
        return script.play("DescribeKey", key, () -> Optional.ofNullable(keys.get(region + "/" + key)));
    }

    /** Keys whose creator is not an account. */
    @Override
    public Set<KeyId> serviceKeys(RegionId region) throws CloudException {
        return list(region, key -> !byCustomer(key));
    }

    @Override
    public Set<KeyId> customerKeys(RegionId region) throws CloudException {
        return list(region, FakeKeys::byCustomer);
    }

    @Override
    public boolean opened(RegionId region) throws CloudException {
        return script.play("DescribeAccountKmsStatus", region, () -> true);
    }

    private static boolean byCustomer(Key key) {
        return key.creator() == null || key.creator().chars().allMatch(Character::isDigit);
    }

    private Set<KeyId> list(RegionId region, Predicate<Key> wanted) throws CloudException {
        return script.play(
                "ListKeys",
                region,
                () -> keys.entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith(region + "/"))
                        .map(Map.Entry::getValue)
                        .filter(wanted)
                        .map(Key::id)
                        .collect(Collectors.toSet()));
    }

    @Override
    public Set<KeyId> diskKeys(RegionId region) throws CloudException {
        String prefix = region + "/";
        return script.play(
                "ListKeys",
                region,
                () -> keys.entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith(prefix)
                                && entry.getValue().state().equals("Enabled")
                                && "true"
                                        .equals(tags.getOrDefault(entry.getKey(), Map.of())
                                                .get(DISK_TAG)))
                        .map(entry -> entry.getValue().id())
                        .collect(Collectors.toSet()));
    }

    @Override
    public Map<String, String> tags(RegionId region, KeyId key) throws CloudException {
        return script.play("ListResourceTags", key, () -> tags.getOrDefault(region + "/" + key, Map.of()));
    }
}
