package dev.shareimage.sandbox.world;

/** The number of ids that were given out for a prefix. */
record Counter(String prefix, int given) implements Entity {

    @Override
    public String key() {
        return prefix;
    }
}
