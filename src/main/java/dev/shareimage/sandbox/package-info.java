/** The sandbox: a local cloud that speaks the cloud's wire protocol and decides as the cloud does. */
@NullMarked
package dev.shareimage.sandbox;

import org.jspecify.annotations.NullMarked;
