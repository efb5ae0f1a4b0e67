package dev.shareimage.sandbox.world;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Worlds for tests. */
public final class Worlds {

    private Worlds() {}

    /** Another world with the same contents and no history. */
    public static World copy(World world) {
        try {
            StringWriter lines = new StringWriter();
            WorldLines.write(world, lines);
            World copy = new World();
            WorldLines.read(new BufferedReader(new StringReader(lines.toString())), copy);
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
