package dev.shareimage.app.manifest;

import dev.shareimage.domain.InvalidValueException;
import java.util.List;

/** Reads the lists that a manifest names as {@code @FILE}. */
@FunctionalInterface
public interface ListFiles {

    /** Reads none, for manifests that come from no file. */
    ListFiles NONE = name -> {
        throw new InvalidValueException("lists in files (@) are not read here");
    };

    /**
     * The entries of a file, in order.
     *
     * @param name as the manifest has it, without the {@code @}
     * @throws InvalidValueException when the file cannot be read
     */
    List<Line> read(String name);

    /**
     * An entry of a list.
     *
     * @param file for complaints
     * @param line 1 for the first
     * @param column 1 for the first
     */
    record Line(String text, String file, int line, int column) {}
}
