/** Reading JSON with errors that name the place. */
@NullMarked
package dev.cmdm.simulator.json;

import org.jspecify.annotations.NullMarked;
