/** Answers as text for people. */
@NullMarked
package dev.cmdm.report;

import org.jspecify.annotations.NullMarked;
