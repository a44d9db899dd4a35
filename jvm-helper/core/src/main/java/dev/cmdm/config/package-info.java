/** Settings, each with its origin. */
@NullMarked
package dev.cmdm.config;

import org.jspecify.annotations.NullMarked;
