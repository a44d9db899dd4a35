// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

/** Passwords in a profile: the UUID that cmdm derives from its content lets anyone try them out. */
final class SecretsRule implements Rule {
    @Override
    public void check(Subject subject, Notes notes) {
        subject.profile()
                .secrets()
                .forEach(path -> notes.add(
                        Code.GUESSABLE_SECRET,
                        path,
                        "what looks like a password stands here in clear; if it is short, it could also be guessed from"
                                + " the profile's UUID, which is derived from the content and public on the Mac",
                        ""));
    }
}
