// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import dev.cmdm.catalog.Catalogue;
import dev.cmdm.catalog.Delivery;
import dev.cmdm.catalog.PayloadType;
import dev.cmdm.plist.KeyPath;
import dev.cmdm.plist.PlistValue;
import java.util.Map;

/**
 * Preference domains inside com.apple.ManagedClient.preferences: {@code PayloadContent.DOMAIN.Forced[n]
 * .mcx_preference_settings}. Where Apple describes a payload type of the domain's name, its keys mean the same.
 */
final class ManagedPreferencesRule implements Rule {
    private static final String TYPE = "com.apple.ManagedClient.preferences";
    private static final String SETTINGS = "mcx_preference_settings";

    @Override
    public void check(Subject subject, Notes notes) {
        KeyWalk walk = new KeyWalk(subject, notes);
        for (TypedPayload payload : subject.payloads()) {
            if (payload.name().equals(TYPE)) {
                KeyPath path = payload.path().key("PayloadContent");
                payload.content().findDict("PayloadContent").ifPresent(domains -> domains(domains, path, walk));
            }
        }
    }

    private static void domains(PlistValue.Dict domains, KeyPath path, KeyWalk walk) {
        for (Map.Entry<String, PlistValue> domain : domains.entries().entrySet()) {
            if (domain.getValue() instanceof PlistValue.Dict states) {
                Catalogue.apple()
                        .find(domain.getKey())
                        .filter(type -> type.delivery() == Delivery.ANY)
                        .ifPresent(type -> states(type, states, path.key(domain.getKey()), walk));
            }
        }
    }

    /** Forced, Set-Once and Often each hold entries of settings. */
    private static void states(PayloadType type, PlistValue.Dict states, KeyPath path, KeyWalk walk) {
        for (Map.Entry<String, PlistValue> state : states.entries().entrySet()) {
            if (state.getValue() instanceof PlistValue.Array entries) {
                for (int index = 0; index < entries.items().size(); index++) {
                    KeyPath entry = path.key(state.getKey()).item(index);
                    settings(type, entries.items().get(index), entry, walk);
                }
            }
        }
    }

    private static void settings(PayloadType type, PlistValue entry, KeyPath path, KeyWalk walk) {
        if (entry instanceof PlistValue.Dict dict) {
            dict.findDict(SETTINGS).ifPresent(settings -> walk.preferences(type, settings, path.key(SETTINGS)));
        }
    }
}
