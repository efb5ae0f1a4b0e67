/** The output for people and programs: tables, documents, findings, plans, progress. */
@NullMarked
package dev.shareimage.cli.view;

import org.jspecify.annotations.NullMarked;
