/** What can be asked of a running sandbox about itself: its requests, its faults, its start page. */
@NullMarked
package dev.shareimage.sandbox.control;

import org.jspecify.annotations.NullMarked;
