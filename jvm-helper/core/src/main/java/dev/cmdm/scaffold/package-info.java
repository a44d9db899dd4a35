/** Writes Chef, Puppet or YAML from what is installed. */
@NullMarked
package dev.cmdm.scaffold;

import org.jspecify.annotations.NullMarked;
