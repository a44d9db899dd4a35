// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

import dev.cmdm.secret.Secret;

/**
 * One MDM product that cmdm knows how to speak to.
 *
 * @param word how settings name it: {@code micromdm}
 * @param capabilities what it can do, known without asking it
 * @param opener makes an adapter
 */
public record Product(String word, Capabilities capabilities, Opener opener) {
    /** Makes an adapter for one server of the product. */
    @FunctionalInterface
    public interface Opener {
        /** An adapter; nothing is sent and no connection made until it is asked something. */
        MdmServer open(ServerUrl url, Secret credential);
    }
}
