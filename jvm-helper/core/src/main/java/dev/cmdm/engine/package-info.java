/** One request in, events and one answer out; wires everything. */
@NullMarked
package dev.cmdm.engine;

import org.jspecify.annotations.NullMarked;
