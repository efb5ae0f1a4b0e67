package dev.shareimage.app.checks;

/** What happens to a missing role, policy or trust. */
public enum Repair {
    /** The plan of this command repairs it. */
    PLANNED,
    /** This command changes nothing. It names the command that repairs it. */
    ADVISED,
    /** It must not be changed, so the image cannot be shared while it is missing. */
    FORBIDDEN;

    /** {@code PLANNED} if setup is allowed, otherwise {@code FORBIDDEN}. */
    public static Repair planned(boolean setup) {
        return setup ? PLANNED : FORBIDDEN;
    }

    /** {@code ADVISED} if setup is allowed, otherwise {@code FORBIDDEN}. */
    public static Repair advised(boolean setup) {
        return setup ? ADVISED : FORBIDDEN;
    }
}
