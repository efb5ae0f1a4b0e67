package dev.shareimage.cloud.aliyun;

import dev.shareimage.cloud.CallPool;
import dev.shareimage.cloud.Cloud;
import dev.shareimage.cloud.CloudContract;
import dev.shareimage.cloud.aliyun.rpc.CallLimits;
import dev.shareimage.cloud.aliyun.rpc.Endpoints;
import dev.shareimage.sandbox.RunningSandbox;
import dev.shareimage.sandbox.Sandbox;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class AliyunCloudOnSandboxTest implements CloudContract {

    @TempDir
    Path home;

    private RunningSandbox sandbox;
    private Cloud owner;

    @BeforeEach
    void start() {
        sandbox = Sandbox.inMemory().start(0);
        owner = cloudOf("LTAI5tSandboxOwner000001", "NotASecretSandboxOwner00000001");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Override
    public Cloud cloud() {
        return owner;
    }

    @Override
    public Cloud managementCloud() {
        return cloudOf("LTAI5tSandboxManager0001", "NotASecretSandboxManager000001");
    }

    private Cloud cloudOf(String accessKeyId, String secret) {
        return new AliyunCloud(
                new AliyunSettings(
                        Map.of("ALIBABA_CLOUD_ACCESS_KEY_ID", accessKeyId, "ALIBABA_CLOUD_ACCESS_KEY_SECRET", secret),
                        home,
                        null,
                        Endpoints.of(List.of(sandbox.uri().toString())),
                        CallLimits.until(Instant.now().plusSeconds(60)),
                        line -> {},
                        call -> {},
                        InstantSource.system(),
                        "share-image/test"),
                new CallPool(4));
    }
}
