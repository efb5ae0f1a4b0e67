package dev.shareimage.domain.trust;

import java.util.BitSet;

/**
 * A pattern of the policy language: {@code *} stands for any characters and {@code ?} for one. It takes time in
 * proportion to the lengths alone, whatever the pattern.
 */
record Glob(String pattern) {

    boolean matches(String text) {
        return places(text).get(pattern.length());
    }

    /** Whether every text that begins so matches. */
    boolean matchesAllFrom(String beginning) {
        return pattern.endsWith("*") && matches(beginning);
    }

    /** Whether any text that begins so can match. */
    boolean matchesSomeFrom(String beginning) {
        return !places(beginning).isEmpty();
    }

    /** What every text that matches begins with; all of it, where there is no wildcard. */
    String beginning() {
        return pattern.split("[*?]", 2)[0];
    }

    boolean hasWildcard() {
        return beginning().length() < pattern.length();
    }

    /** The places of the pattern that may have been reached at the end of the text. */
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

    /** An asterisk may stand for nothing. */
    private void reach(BitSet places, int place) {
        int reached = place;
        places.set(reached);
        while (reached < pattern.length() && pattern.charAt(reached) == '*') {
            places.set(++reached);
        }
    }
}
