/** What people and programs get to see: tables, documents, findings, plans, progress. */
@NullMarked
package dev.shareimage.cli.view;

import org.jspecify.annotations.NullMarked;
