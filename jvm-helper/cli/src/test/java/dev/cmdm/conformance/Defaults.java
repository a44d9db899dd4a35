// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.conformance;

import dev.cmdm.config.Setting;
import java.util.Optional;

/** What holds where nothing is set. */
final class Defaults {
    private Defaults() {}

    static Optional<String> find(String word) {
        return Setting.find(word).map(Setting::byDefault).filter(text -> !text.isEmpty());
    }
}
