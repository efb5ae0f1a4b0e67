package dev.shareimage.app.copy;

import dev.shareimage.app.Failure;
import dev.shareimage.domain.ImageRef;

/** Hears what becomes of copies, of each once it has come to an end; called by the thread that makes them. */
public interface CopyListener {

    /** The copy has an id from now on. */
    void begun(PlannedCopy copy, ImageRef image);

    /** The copy can be shared. */
    void available(PlannedCopy copy, ImageRef image);

    /** There is no such copy, or it cannot be used. */
    void failed(PlannedCopy copy, Failure failure);

    /** The cloud is still at it, or may be; why it is no longer waited for. */
    void pending(PlannedCopy copy, Failure reason);
}
