package dev.shareimage.domain.trust;

import java.util.BitSet;

/**
 * A pattern of the policy language: {@code *} matches any characters and {@code ?} matches one. The time to match depends
 * only on the lengths of pattern and text, so a hostile pattern is not slow.
 */
record Glob(String pattern) {

    boolean matches(String text) {
        return places(text).get(pattern.length());
    }

    /** Whether every text with this beginning matches. */
    boolean matchesAllFrom(String beginning) {
        return pattern.endsWith("*") && matches(beginning);
    }

    /** Whether any text with this beginning can match. */
    boolean matchesSomeFrom(String beginning) {
        return !places(beginning).isEmpty();
    }

    /** The part before the first wildcard. Every text that matches begins with it. */
    String beginning() {
        return pattern.split("[*?]", 2)[0];
    }

    boolean hasWildcard() {
        return pattern.indexOf('*') >= 0 || pattern.indexOf('?') >= 0;
    }

    /** The places in the pattern that can be reached at the end of the text. */
    private BitSet places(String text) {
        BitSet now = new BitSet();
        reach(now, 0);
        for (int i = 0; i < text.length() && !now.isEmpty(); i++) {
            BitSet next = new BitSet();
            for (int place = now.nextSetBit(0); place >= 0; place = now.nextSetBit(place + 1)) {
                step(next, place, text.charAt(i));
            }
            now = next;
        }
        return now;
    }

    private void step(BitSet next, int place, char character) {
        if (place == pattern.length()) {
            return;
        }
        char expected = pattern.charAt(place);
        if (expected == '*') {
            reach(next, place);
        } else if (expected == '?' || expected == character) {
            reach(next, place + 1);
        }
    }

    /** Marks the place as reached, and the places after following asterisks, which may match nothing. */
    private void reach(BitSet places, int place) {
        int reached = place;
        places.set(reached);
        while (reached < pattern.length() && pattern.charAt(reached) == '*') {
            places.set(++reached);
        }
    }
}
