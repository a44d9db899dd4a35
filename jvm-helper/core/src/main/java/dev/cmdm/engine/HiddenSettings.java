// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import dev.cmdm.catalog.Catalogue;
import dev.cmdm.catalog.Kind;
import dev.cmdm.catalog.PayloadKey;
import dev.cmdm.catalog.PayloadType;
import dev.cmdm.profile.SecretKeys;
import dev.cmdm.scaffold.SecretNames;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The settings that a Mac keeps to itself: password-like keys of Apple's schema, and what a certificate is made of. */
final class HiddenSettings implements SecretNames {
    private static final String CERTIFICATE_CONTENT = "PayloadContent";

    private final Catalogue catalogue;

    HiddenSettings(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Collection<String> of(String payloadType) {
        Set<String> names = new TreeSet<>();
        catalogue.find(payloadType).map(PayloadType::keys).ifPresent(keys -> add(names, keys));
        return names;
    }

    private static void add(Set<String> names, List<PayloadKey> keys) {
        for (PayloadKey key : keys) {
            if (isHidden(key)) {
                names.add(key.name());
            }
            add(names, key.members());
        }
    }

    private static boolean isHidden(PayloadKey key) {
        boolean certificate = key.kind() == Kind.DATA && key.name().equals(CERTIFICATE_CONTENT);
        boolean text = key.kind() == Kind.STRING || key.kind() == Kind.DATA;
        return certificate || (text && !key.has(PayloadKey.Trait.NOT_MACOS) && SecretKeys.matches(key.name()));
    }
}
