// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

import dev.cmdm.secret.Secret;
import java.util.Optional;

/** The settings of one server, by the words that files use. */
public interface ProductSettings {
    /** The text of a setting such as {@code mdm.group}; nothing when nobody set it and it has no default. */
    Optional<String> find(String word);

    /** Whether a setting says yes. */
    default boolean isTrue(String word) {
        return find(word).filter("true"::equals).isPresent();
    }

    /**
     * The secret that a setting names the source of; read when it is asked for.
     *
     * @throws dev.cmdm.secret.SecretException when it cannot be read
     */
    Optional<Secret> findSecret(String word);
}
