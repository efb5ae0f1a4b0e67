package dev.shareimage.app.copy;

import dev.shareimage.app.Failure;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.KeyId;

/** Is told the results of copies, by the thread that makes them. Each copy ends with one of these calls. */
public interface CopyListener {

    /** The copy has an id from now on. */
    void begun(PlannedCopy copy, ImageRef image);

    /** The copy was made with another key than the requested one, by somebody else. It is not replaced. */
    void otherKey(PlannedCopy copy, ImageRef image, KeyId used, KeyId requested);

    /** The copy can be shared. */
    void available(PlannedCopy copy, ImageRef image);

    /** The copy does not exist or cannot be used. */
    void failed(PlannedCopy copy, Failure failure);

    /** The copy is, or may be, still in progress. Says why the run does not wait any longer. */
    void pending(PlannedCopy copy, Failure reason);
}
