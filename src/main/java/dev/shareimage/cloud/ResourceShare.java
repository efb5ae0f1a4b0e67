package dev.shareimage.cloud;

/**
 * A resource share of the caller.
 *
 * @param status {@code Active}, {@code Pending}, {@code Deleting}, {@code Deleted}, or what the cloud adds
 */
public record ResourceShare(String id, String name, String status) {

    public boolean active() {
        return status.equals("Active");
    }
}
