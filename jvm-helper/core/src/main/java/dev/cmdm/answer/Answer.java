// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.answer;

/** The one line that ends a request. */
public sealed interface Answer {
    /** The request's id. */
    String id();

    /** When the request was carried out, whatever became of its steps. */
    record Success(String id, Result result) implements Answer {}

    /** When it could not be carried out at all. */
    record Failure(String id, ErrorInfo error) implements Answer {}
}
