package dev.shareimage.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.domain.json.Json;
import dev.shareimage.launcher.ProgramRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A large manifest with copies converges although the program is killed at random requests, repeatedly. {@code
 * -Dshare-image.kills} sets how often, and {@code -Dshare-image.seed} when.
 */
class KilledManifestIT {

    private static final long SEED = Long.getLong("share-image.seed", System.nanoTime());
    private static final int KILLS = Integer.getInteger("share-image.kills", 6);

    /** Less than the requests of a run from an empty state, and a little more than those of a run without changes. */
    private static final int MAX_REQUESTS = 500;

    /** Lists are outdated, and every tenth answer is lost. */
    private static final String FAULTS = "{'rules':["
            + "{'product':'Ecs','action':'DescribeImages','effect':{'type':'lag','millis':300}},"
            + "{'product':'Ecs','every':10,'effect':{'type':'reset','when':'after'}}]}";

    private static final int KILLED = 137;
    private static final List<String> APPLY = List.of("apply", "-q", "-f", LargeManifest.FILE, "--yes", "-o", "json");

    @TempDir
    private Path home;

    @Test
    void converges_after_any_number_of_kills_and_then_only_reads() throws Exception {
        System.out.println("KilledManifestIT: -Dshare-image.seed=" + SEED);
        Random random = new Random(SEED);
        try (SandboxFixture sandbox = new SandboxFixture(home)) {
            LargeManifest manifest = new LargeManifest(sandbox).withCopies();
            CopyToTest.settings(sandbox, 500, false);
            sandbox.follow(FAULTS);
            for (int kill = 0; kill < KILLS; kill++) {
                killAt(sandbox, 1 + random.nextInt(MAX_REQUESTS));
            }

            ProgramRun last = sandbox.run(APPLY.toArray(String[]::new));

            assertThat(last.exitCode()).as(last.stderr()).isZero();
            manifest.assertAllShared();
            manifest.assertAllCopied();
            assertThat(sandbox.writes()).doesNotContain("DeleteImage", "CancelCopyImage");
            int writes = sandbox.writes().size();
            ProgramRun again = sandbox.run(APPLY.toArray(String[]::new));
            JsonNode document = Json.parse(again.stdout());
            assertThat(document.path("status").asText()).isEqualTo("unchanged");
            assertThat(document.path("images")).hasSize(3 * LargeManifest.IMAGES + 2 * LargeManifest.IMAGES);
            assertThat(sandbox.writes()).hasSize(writes);
        }
    }

    private void killAt(SandboxFixture sandbox, int request) throws Exception {
        int before = sandbox.requests();
        try (Child child = Child.ofJar(home, sandbox.environment(), APPLY)) {
            while (child.isAlive() && sandbox.requests() < before + request) {
                Thread.sleep(2);
            }
            child.signal("KILL");
            ProgramRun run = child.end();
            System.out.println("killed at request " + (sandbox.requests() - before) + ": " + run.exitCode());
            assertThat(run.exitCode()).as(run.stderr()).isIn(0, KILLED);
        }
    }
}
