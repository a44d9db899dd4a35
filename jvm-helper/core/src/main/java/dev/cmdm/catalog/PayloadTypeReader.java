// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.catalog;

import dev.cmdm.catalog.PayloadKey.Trait;
import dev.cmdm.device.MacOsVersion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decodes one payload type of the compiled schema; the other half is CompileCatalogue, which the build runs. */
final class PayloadTypeReader {
    /** The kinds by the number that stands for them. */
    private static final Kind[] KINDS = {
        Kind.STRING, Kind.INTEGER, Kind.REAL, Kind.BOOLEAN, Kind.DATE, Kind.DATA, Kind.ARRAY, Kind.DICTIONARY, Kind.ANY
    };

    /** The traits, bit by bit. */
    private static final Trait[] TRAITS = {
        Trait.REQUIRED, Trait.MDM_ONLY, Trait.DEVICE_ONLY, Trait.SUPERVISED, Trait.AUTOMATED_ENROLLMENT, Trait.NOT_MACOS
    };

    /** Bits that say which of the fields that few keys have are there. */
    private static final int DEPRECATED = 1;

    private static final int REMOVED = 2;
    private static final int DEFAULT = 4;
    private static final int LIMITED = 8;

    private static final Limits UNLIMITED = new Limits(List.of(), Optional.empty(), Optional.empty(), Optional.empty());

    private final Cursor in;
    private final List<PayloadType.SchemaFile> files = new ArrayList<>();

    private PayloadTypeReader(Cursor in) {
        this.in = in;
    }

    static PayloadType read(String name, Cursor block) {
        return new PayloadTypeReader(block).type(name);
    }

    private PayloadType type(String name) {
        for (int left = in.number(); left > 0; left--) {
            files.add(new PayloadType.SchemaFile(in.text(), in.text()));
        }
        return new PayloadType(
                name,
                List.copyOf(files),
                Delivery.read(in.text()),
                new Lifetime(in.version(), in.version(), in.version()),
                in.flag(),
                in.flag(),
                in.flag(),
                keys());
    }

    private List<PayloadKey> keys() {
        PayloadKey[] keys = new PayloadKey[in.number()];
        for (int at = 0; at < keys.length; at++) {
            keys[at] = key();
        }
        return List.of(keys);
    }

    private PayloadKey key() {
        String name = in.text();
        Kind kind = KINDS[in.octet()];
        String file = files.get(in.octet()).name();
        Set<Trait> traits = traits(in.octet());
        Optional<MacOsVersion> introduced = in.version();
        int fields = in.octet();
        Lifetime lifetime = new Lifetime(introduced, version(fields & DEPRECATED), version(fields & REMOVED));
        Optional<String> usual = (fields & DEFAULT) == 0 ? Optional.empty() : Optional.of(in.text());
        Limits limits = (fields & LIMITED) == 0 ? UNLIMITED : limits();
        return new PayloadKey(name, kind, traits, lifetime, usual, limits, file, keys());
    }

    private Optional<MacOsVersion> version(int there) {
        return there == 0 ? Optional.empty() : in.version();
    }

    private static Set<Trait> traits(int bits) {
        if (bits == 0) {
            return Set.of();
        }
        EnumSet<Trait> traits = EnumSet.noneOf(Trait.class);
        for (int bit = 0; bit < TRAITS.length; bit++) {
            if ((bits & (1 << bit)) != 0) {
                traits.add(TRAITS[bit]);
            }
        }
        return Set.copyOf(traits);
    }

    private Limits limits() {
        Optional<BigDecimal> least = decimal();
        Optional<BigDecimal> most = decimal();
        Optional<String> format = in.optionalText();
        String[] allowed = new String[in.number()];
        for (int at = 0; at < allowed.length; at++) {
            allowed[at] = in.text();
        }
        return new Limits(List.of(allowed), least, most, format);
    }

    private Optional<BigDecimal> decimal() {
        String text = in.text();
        return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
    }
}
