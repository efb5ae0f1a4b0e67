package dev.shareimage.app.manifest;

import dev.shareimage.domain.InvalidValueException;
import java.util.List;

/** Reads the lists that a manifest names as {@code @FILE}. */
@FunctionalInterface
public interface ListFiles {

    /** Refuses all lists, for manifests that do not come from a file. */
    ListFiles NONE = name -> {
        throw new InvalidValueException("lists in files (@) are not read here");
    };

    /**
     * The entries of a file, in order.
     *
     * @param name the name in the manifest, without the {@code @}
     * @throws InvalidValueException when the file cannot be read
     */
    List<Line> read(String name);

    /**
     * An entry of a list.
     *
     * @param file the file, for error messages
     * @param line 1 for the first
     * @param column 1 for the first
     */
    record Line(String text, String file, int line, int column) {}
}
