// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

/** When what is to be ignored is not written as it has to be. */
public final class BadIgnoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * It has another form.
     *
     * @param origin where it is written
     */
    BadIgnoreException(String origin) {
        super(origin + ": what to ignore begins with a code of lint, such as unknown-key; see docs/lint.md");
    }

    /**
     * Lint has no such code.
     *
     * @param origin where it is written
     * @param code what stands there
     */
    BadIgnoreException(String origin, String code) {
        super(origin + ": lint has no code " + code
                + CodeWords.findNear(code).map(near -> "; did you mean " + near).orElse("; see docs/lint.md"));
    }
}
