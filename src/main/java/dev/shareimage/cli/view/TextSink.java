package dev.shareimage.cli.view;

import java.io.Writer;
import java.util.function.Consumer;

/** Writes text in pieces, so that a result need not fit into memory. */
final class TextSink extends Writer {

    private static final int PIECE_CHARACTERS = 16 * 1024;

    private final StringBuilder piece = new StringBuilder();
    private final Consumer<String> out;

    /** @param out receives each piece */
    TextSink(Consumer<String> out) {
        this.out = out;
    }

    @Override
    public TextSink append(CharSequence text) {
        piece.append(text);
        handOnLong();
        return this;
    }

    @Override
    public TextSink append(char character) {
        piece.append(character);
        handOnLong();
        return this;
    }

    void appendCodePoint(int character) {
        piece.appendCodePoint(character);
        handOnLong();
    }

    @Override
    public void write(char[] characters, int from, int length) {
        piece.append(characters, from, length);
        handOnLong();
    }

    @Override
    public void write(String text, int from, int length) {
        piece.append(text, from, from + length);
        handOnLong();
    }

    private void handOnLong() {
        if (piece.length() >= PIECE_CHARACTERS) {
            flush();
        }
    }

    @Override
    public void flush() {
        if (!piece.isEmpty()) {
            String text = piece.toString();
            piece.setLength(0);
            out.accept(text);
        }
    }

    @Override
    public void close() {
        flush();
    }
}
