/**
 * What every use case uses: the ports, the clock and pauses, the lock of the machine, the result of each target, the report.
 */
@NullMarked
package dev.shareimage.app.run;

import org.jspecify.annotations.NullMarked;
