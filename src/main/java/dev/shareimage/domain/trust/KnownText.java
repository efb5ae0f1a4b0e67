package dev.shareimage.domain.trust;

import java.util.Locale;

/** What is known of the value that requests for a target have for a condition key. */
sealed interface KnownText {

    Extent equalTo(String value);

    Extent like(Glob pattern);

    /** The same in lower case, for comparisons that ignore it. */
    KnownText folded();

    /** Whether the requests are known to have the key at all. */
    boolean present();

    /** This and nothing else. */
    record Exact(String text) implements KnownText {
        @Override
        public Extent equalTo(String value) {
            return Extent.of(text.equals(value));
        }

        @Override
        public Extent like(Glob pattern) {
            return Extent.of(pattern.matches(text));
        }

        @Override
        public KnownText folded() {
            return new Exact(text.toLowerCase(Locale.ROOT));
        }

        @Override
        public boolean present() {
            return true;
        }
    }

    /** Any longer text that begins so, for one account or another. */
    record Beginning(String text) implements KnownText {
        @Override
        public Extent equalTo(String value) {
            return value.startsWith(text) ? Extent.PART : Extent.NONE;
        }

        @Override
        public Extent like(Glob pattern) {
            if (pattern.matchesAllFrom(text)) {
                return Extent.ALL;
            }
            return pattern.matchesSomeFrom(text) ? Extent.PART : Extent.NONE;
        }

        @Override
        public KnownText folded() {
            return new Beginning(text.toLowerCase(Locale.ROOT));
        }

        @Override
        public boolean present() {
            return true;
        }
    }

    /** Something that does not lie in this directory, or nothing: the account may be in another one, or in none. */
    record Outside(String directory) implements KnownText {
        @Override
        public Extent equalTo(String value) {
            return (value + "/").startsWith(directory + "/") ? Extent.NONE : Extent.UNKNOWN;
        }

        @Override
        public Extent like(Glob pattern) {
            String beginning = pattern.hasWildcard() ? pattern.beginning() : pattern.beginning() + "/";
            return beginning.startsWith(directory + "/") ? Extent.NONE : Extent.UNKNOWN;
        }

        @Override
        public KnownText folded() {
            return new Unknown();
        }

        @Override
        public boolean present() {
            return false;
        }
    }

    /** Anything. */
    record Unknown() implements KnownText {
        @Override
        public Extent equalTo(String value) {
            return Extent.UNKNOWN;
        }

        @Override
        public Extent like(Glob pattern) {
            return Extent.UNKNOWN;
        }

        @Override
        public KnownText folded() {
            return this;
        }

        @Override
        public boolean present() {
            return false;
        }
    }
}
