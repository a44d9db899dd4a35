// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.answer;

import dev.cmdm.catalog.PayloadKey;
import dev.cmdm.catalog.PayloadType;
import java.util.Optional;

/**
 * What Apple says of a payload type or of one of its keys.
 *
 * @param type the payload type
 * @param keyPath the way to the key, with dots, items of arrays left out; empty for the type itself
 * @param key the key, nothing for the type itself
 */
public record Explanation(PayloadType type, String keyPath, Optional<PayloadKey> key) {}
