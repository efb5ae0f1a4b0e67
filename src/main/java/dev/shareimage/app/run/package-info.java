/** What every run shares: the ports, its time and pauses, the lock among the runs of one machine, what became of each target, the report. */
@NullMarked
package dev.shareimage.app.run;

import org.jspecify.annotations.NullMarked;
