// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.catalog;

import dev.cmdm.device.MacOsVersion;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Decodes one payload type of the compiled schema; the other half is CompileCatalogue, which the build runs. */
final class PayloadTypeReader {
    /** The traits that are stored, bit by bit. */
    private static final List<PayloadKey.Trait> STORED = List.of(
            PayloadKey.Trait.REQUIRED,
            PayloadKey.Trait.MDM_ONLY,
            PayloadKey.Trait.DEVICE_ONLY,
            PayloadKey.Trait.SUPERVISED,
            PayloadKey.Trait.AUTOMATED_ENROLLMENT);

    private final DataInputStream in;
    private final List<PayloadType.SchemaFile> files = new ArrayList<>();

    private PayloadTypeReader(DataInputStream in) {
        this.in = in;
    }

    static PayloadType read(String name, byte[] blocks, int offset, int length) {
        try {
            ByteArrayInputStream block = new ByteArrayInputStream(blocks, offset, length);
            return new PayloadTypeReader(new DataInputStream(block)).type(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PayloadType type(String name) throws IOException {
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            files.add(new PayloadType.SchemaFile(in.readUTF(), in.readUTF()));
        }
        return new PayloadType(
                name,
                List.copyOf(files),
                Delivery.read(in.readUTF()),
                lifetime(),
                in.readBoolean(),
                in.readBoolean(),
                in.readBoolean(),
                keys());
    }

    private List<PayloadKey> keys() throws IOException {
        int count = in.readUnsignedShort();
        List<PayloadKey> keys = new ArrayList<>(count);
        for (int left = count; left > 0; left--) {
            keys.add(key());
        }
        return List.copyOf(keys);
    }

    private PayloadKey key() throws IOException {
        String name = in.readUTF();
        String kind = in.readUTF();
        String file = files.get(in.readUnsignedByte()).name();
        return new PayloadKey(
                name,
                kind.isEmpty() ? Kind.ANY : Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                traits(in.readUnsignedByte(), kind.isEmpty()),
                lifetime(),
                text(),
                limits(),
                file,
                keys());
    }

    private static Set<PayloadKey.Trait> traits(int bits, boolean notMacOs) {
        EnumSet<PayloadKey.Trait> traits = EnumSet.noneOf(PayloadKey.Trait.class);
        for (int bit = 0; bit < STORED.size(); bit++) {
            if ((bits & (1 << bit)) != 0) {
                traits.add(STORED.get(bit));
            }
        }
        if (notMacOs) {
            traits.add(PayloadKey.Trait.NOT_MACOS);
        }
        return Set.copyOf(traits);
    }

    private Lifetime lifetime() throws IOException {
        return new Lifetime(version(), version(), version());
    }

    private Limits limits() throws IOException {
        Optional<BigDecimal> least = text().map(BigDecimal::new);
        Optional<BigDecimal> most = text().map(BigDecimal::new);
        Optional<String> format = text();
        int count = in.readUnsignedShort();
        List<String> allowed = new ArrayList<>(count);
        for (int left = count; left > 0; left--) {
            allowed.add(in.readUTF());
        }
        return new Limits(List.copyOf(allowed), least, most, format);
    }

    private Optional<MacOsVersion> version() throws IOException {
        return text().flatMap(MacOsVersion::find);
    }

    private Optional<String> text() throws IOException {
        String text = in.readUTF();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
