// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

import java.util.function.Function;

/**
 * One MDM product that cmdm knows how to speak to.
 *
 * @param word how settings name it: {@code micromdm}
 * @param able what it can do under its settings, known without asking it; reads no secret
 * @param opener makes an adapter
 */
public record Product(String word, Function<ProductSettings, Capabilities> able, Opener opener) {
    /** A product that its settings do not change. */
    public Product(String word, Capabilities capabilities, Opener opener) {
        this(word, unused -> capabilities, opener);
    }

    /** Makes an adapter for one server of the product. */
    @FunctionalInterface
    public interface Opener {
        /** An adapter; nothing is sent and no connection made until it is asked something. */
        MdmServer open(ServerAccess access);
    }
}
