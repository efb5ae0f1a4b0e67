package dev.shareimage.resilience;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The base class of tests in which each test has a local cloud and a home directory of its own. */
abstract class SandboxTestBase {

    @TempDir
    Path home;

    SandboxFixture sandbox;

    @BeforeEach
    void startSandbox() {
        sandbox = new SandboxFixture(home);
    }

    @AfterEach
    void stopSandbox() {
        sandbox.close();
    }
}
