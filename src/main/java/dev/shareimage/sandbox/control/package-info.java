/** The control address of a running sandbox: its requests, its faults, its start page. */
@NullMarked
package dev.shareimage.sandbox.control;

import org.jspecify.annotations.NullMarked;
