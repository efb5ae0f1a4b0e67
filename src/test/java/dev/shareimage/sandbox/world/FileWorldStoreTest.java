package dev.shareimage.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileWorldStoreTest {

    @TempDir
    Path parent;

    @Test
    void reading_leaves_no_state_behind() {
        store().transact(World::settings);

        assertThat(directory()).isDirectoryNotContaining("glob:**world*");
    }

    @Test
    void another_store_sees_what_was_written() {
        WorldStore reader = store();
        assertThat(reader.<Long, RuntimeException>transact(
                        world -> world.accounts().stream().filter(this::isNew).count()))
                .isZero();

        store().transact(world -> put(world, "9000000000000001"));

        assertThat(reader.<Long, RuntimeException>transact(
                        world -> world.accounts().stream().filter(this::isNew).count()))
                .isOne();
    }

    @Test
    void a_change_that_fails_changes_nothing() {
        WorldStore store = store();
        assertThatThrownBy(() -> store.transact(world -> {
                    put(world, "9000000000000001");
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(store.<Boolean, RuntimeException>transact(
                        world -> world.accounts().find("9000000000000001").isPresent()))
                .isFalse();
    }

    @Test
    void only_the_owner_may_look() throws IOException {
        store().transact(world -> put(world, "9000000000000001"));

        assertThat(permissions(directory())).isEqualTo("rwx------");
        assertThat(permissions(directory().resolve("world.jsonl"))).isEqualTo("rw-------");
        assertThat(permissions(directory().resolve("lock"))).isEqualTo("rw-------");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    @Timeout(30)
    void no_link_is_followed_and_no_pipe_is_opened() throws Exception {
        Path other = Files.writeString(parent.resolve("other"), "not ours");
        Files.createDirectory(directory());
        for (String name : List.of("lock", "world.jsonl")) {
            Path file = directory().resolve(name);
            Files.createSymbolicLink(file, other);
            assertThatThrownBy(() -> store().transact(World::settings)).hasMessageContaining("is no ordinary file");

            Files.delete(file);
            assumeTrue(new ProcessBuilder("mkfifo", file.toString()).start().waitFor() == 0, "there is no mkfifo");
            assertThatThrownBy(() -> store().transact(World::settings)).hasMessageContaining("is no ordinary file");
            Files.delete(file);
        }

        assertThat(other).hasContent("not ours");
    }

    @Test
    void no_change_of_several_stores_is_lost() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        for (int i = 0; i < 4; i++) {
            int number = i;
            threads.execute(() -> putMany(store(), number));
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();

        assertThat(store().<Long, RuntimeException>transact(world ->
                        world.accounts().stream().filter(this::isNew).count()))
                .isEqualTo(100);
    }

    @Test
    void a_foreign_file_is_refused_by_name() throws IOException {
        Files.createDirectories(directory());
        Files.writeString(directory().resolve("world.jsonl"), "{}\n");

        assertThatThrownBy(() -> store().transact(World::settings))
                .hasMessageContaining("world.jsonl is not the state");
    }

    @Test
    void damage_is_named_by_its_place_and_no_secret_is_repeated() throws IOException {
        store().transact(world -> put(world, "9000000000000001"));
        String intact = Files.readString(file());
        Map<String, String> damages = Map.of(
                "{\"accessKey/LTAIx\":{\"secret\":\"hunter2\",\"color\":1}}", "the state has a damaged AccessKey",
                "{\"accessKey/LTAIx\":{\"secret\":\"hunter2\"", "world.jsonl is damaged: line ",
                "{\"wish/1\":{\"secret\":\"hunter2\"}}", "world.jsonl is damaged: line ");
        for (Map.Entry<String, String> damage : damages.entrySet()) {
            Files.writeString(file(), intact + damage.getKey() + "\n");

            assertThatThrownBy(() -> store().transact(
                                    world -> world.accessKeys().find("LTAIx").isPresent()))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContainingAll(damage.getValue(), "; `sandbox reset` starts over")
                    .hasMessageNotContainingAny("hunter2", "Exception");
        }
    }

    @Test
    void an_edit_of_the_file_is_seen_by_a_store_that_is_open() throws IOException {
        WorldStore open = store();
        open.transact(world -> put(world, "9000000000000001"));
        FileTime before = Files.getLastModifiedTime(file());

        Files.writeString(file(), Files.readString(file()).replace("名前", "新しい名前"));
        Files.setLastModifiedTime(file(), FileTime.from(before.toInstant().plusSeconds(1)));

        assertThat(open.<String, RuntimeException>transact(world ->
                        world.accounts().find("9000000000000001").orElseThrow().name()))
                .isEqualTo("新しい名前");
    }

    @Test
    void an_error_of_the_disk_names_the_problem_and_the_file() throws IOException {
        Files.createDirectories(directory().resolve("world.jsonl.new").resolve("in the way"));

        assertThatThrownBy(() -> store().transact(world -> put(world, "9000000000000001")))
                .hasMessage(directory().resolve("world.jsonl.new") + ": directory not empty");
    }

    private void putMany(WorldStore store, int number) {
        for (int i = 0; i < 25; i++) {
            String id = "9%07d%08d".formatted(number, i);
            store.transact(world -> put(world, id));
        }
    }

    private boolean isNew(Account account) {
        return account.id().startsWith("9");
    }

    private static Account put(World world, String id) {
        Account account = new Account(id, "名前", null, "international", true);
        world.accounts().put(account);
        return account;
    }

    private FileWorldStore store() {
        return new FileWorldStore(directory(), SeedWorld::create);
    }

    private Path file() {
        return directory().resolve("world.jsonl");
    }

    private Path directory() {
        return parent.resolve("state");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
