// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import dev.cmdm.plist.PlistValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Puts another text wherever a payload's UUID stands. */
final class ReferenceRewriter {
    private final References references;
    private final UnaryOperator<String> textOfName;

    /**
     * A rewriter.
     *
     * @param references of the profile that is rewritten
     * @param textOfName what to put for the payload of a name
     */
    ReferenceRewriter(References references, UnaryOperator<String> textOfName) {
        this.references = references;
        this.textOfName = textOfName;
    }

    PlistValue.Dict rewrite(PlistValue.Dict dict) {
        Map<String, PlistValue> rewritten = new LinkedHashMap<>();
        dict.entries().forEach((key, value) -> rewritten.put(key, rewrite(key, value)));
        return new PlistValue.Dict(rewritten);
    }

    private PlistValue rewrite(String key, PlistValue value) {
        if (value instanceof PlistValue.Dict dict) {
            return rewrite(dict);
        } else if (value instanceof PlistValue.Array array) {
            List<PlistValue> items = new ArrayList<>();
            array.items().forEach(item -> items.add(rewrite(key, item)));
            return new PlistValue.Array(items);
        } else if (value instanceof PlistValue.Text text) {
            return references
                    .find(key, text.value())
                    .<PlistValue>map(name -> new PlistValue.Text(textOfName.apply(name)))
                    .orElse(text);
        }
        return value;
    }
}
