/** What was sent and what is known of it, across runs and crashes. */
@NullMarked
package dev.cmdm.journal;

import org.jspecify.annotations.NullMarked;
