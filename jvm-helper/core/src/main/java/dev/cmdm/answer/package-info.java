/** Requests, events and answers as values, and the one map from exceptions to error classes and exit numbers. */
@NullMarked
package dev.cmdm.answer;

import org.jspecify.annotations.NullMarked;
