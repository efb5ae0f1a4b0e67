package dev.shareimage.sandbox.world;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The file that holds a world: a first line that names its revision, then the world's lines. */
final class WorldFile {

    private static final String NAME = "world.jsonl";
    private static final String HEADER = "# share-image sandbox, format 1, revision ";

    private final PrivateDirectory directory;

    WorldFile(PrivateDirectory directory) {
        this.directory = directory;
    }

    /** A name that changes with every write, also one by an editor; empty before the first write. */
    Optional<String> revision() throws IOException {
        try (BufferedReader lines = lines()) {
            return Optional.of(header(lines) + " of " + Files.getLastModifiedTime(path(), LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException nothingYet) {
            return Optional.empty();
        }
    }

    World read() throws IOException {
        World world = new World();
        try (BufferedReader lines = lines()) {
            header(lines);
            readLines(lines, world);
        }
        return world;
    }

    private void readLines(BufferedReader lines, World world) throws IOException {
        try {
            WorldLines.read(lines, world);
        } catch (IllegalArgumentException | MalformedInputException foreign) {
            throw StateFailure.damaged(path() + " is damaged: " + foreign.getMessage());
        }
    }

    /** Replaces the file in one step and returns the new revision. */
    Optional<String> write(World world) throws IOException {
        String revision = Long.toHexString(ThreadLocalRandom.current().nextLong()) + "-" + System.nanoTime();
        Path fresh = directory.newFile(NAME + ".new");
        try (Writer writer = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
            writer.append(HEADER).append(revision).append('\n');
            WorldLines.write(world, writer);
        }
        Files.move(fresh, path(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return revision();
    }

    void delete() throws IOException {
        Files.deleteIfExists(path());
    }

    private BufferedReader lines() throws IOException {
        return new BufferedReader(new InputStreamReader(directory.read(NAME), StandardCharsets.UTF_8.newDecoder()));
    }

    private String header(BufferedReader lines) throws IOException {
        String first = lines.readLine();
        if (first == null || !first.startsWith(HEADER)) {
            throw StateFailure.damaged(path() + " is not the state of a sandbox of this version");
        }
        return first.substring(HEADER.length());
    }

    private Path path() {
        return directory.file(NAME);
    }
}
