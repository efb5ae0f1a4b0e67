package dev.shareimage.sandbox.world;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The world that a sandbox starts with. */
public final class SeedWorld {

    private static final String RESOURCE = "/dev/shareimage/sandbox/world.jsonl";

    private SeedWorld() {}

    /** A new copy. */
    public static World create() {
        World world = new World();
        try (InputStream resource = SeedWorld.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new FileNotFoundException(RESOURCE);
            }
            WorldLines.read(new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8)), world);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return world;
    }
}
