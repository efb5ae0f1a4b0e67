package dev.shareimage.app.checks;

/** What becomes of a role, policy or trust that is missing. */
public enum Repair {
    /** The plan of the same command puts it right. */
    PLANNED,
    /** Sharing would put it right; this command changes nothing, so that it names the command that does. */
    ADVISED,
    /** It may not be touched, so that its absence keeps the image from being shared. */
    FORBIDDEN;

    /** Planned, unless it may not be. */
    public static Repair planned(boolean setup) {
        return setup ? PLANNED : FORBIDDEN;
    }

    /** Advised, unless it may not be done. */
    public static Repair advised(boolean setup) {
        return setup ? ADVISED : FORBIDDEN;
    }
}
