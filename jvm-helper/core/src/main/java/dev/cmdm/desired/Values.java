// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.desired;

/** What comes to stand where placeholders are. */
public interface Values {
    /** The Mac's serial number. */
    String serial();

    /** The Mac's hardware UUID. */
    String udid();

    /**
     * A secret.
     *
     * @throws UnknownSecretException when the configuration does not name it
     * @throws RuntimeException when its source does not give it
     */
    String secret(String name);
}
