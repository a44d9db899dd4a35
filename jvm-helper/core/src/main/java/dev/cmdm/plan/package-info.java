/** The decision, pure: no input or output, no clock, no log. */
@NullMarked
package dev.cmdm.plan;

import org.jspecify.annotations.NullMarked;
