// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.catalog;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Apple's payload schema (macOS 15.1). Compiled into a resource at build time; a type is decoded when somebody asks for
 * it, and then kept. May be shared between threads.
 */
public final class Catalogue {
    private static final String RESOURCE = "apple.catalogue";
    private static final int FORMAT = 1;

    private final byte[] blocks;
    private final Map<String, Span> index;
    private final Map<String, PayloadType> read = new ConcurrentHashMap<>();

    private Catalogue(byte[] blocks, Map<String, Span> index) {
        this.blocks = blocks;
        this.index = index;
    }

    private record Span(int offset, int length) {}

    /** Makes the only copy when somebody first asks. */
    private static final class Apple {
        private static final Catalogue CATALOGUE = load();
    }

    /** Apple's schema. */
    public static Catalogue apple() {
        return Apple.CATALOGUE;
    }

    /** Every PayloadType that Apple's schema describes, those that are not for macOS too, in order. */
    public Set<String> types() {
        Set<String> types = new TreeSet<>(index.keySet());
        types.remove("TopLevel");
        types.remove("CommonPayloadKeys");
        return Collections.unmodifiableSet(types);
    }

    /** What a type is, or nothing when Apple's schema lacks it; case counts. */
    public Optional<PayloadType> find(String type) {
        Span span = index.get(type);
        return span == null
                ? Optional.empty()
                : Optional.of(read.computeIfAbsent(
                        type, name -> PayloadTypeReader.read(name, blocks, span.offset, span.length)));
    }

    /** The type that this name was perhaps meant to be: the same but for case, or very near. */
    public Optional<String> findNear(String type) {
        return Near.find(type, types());
    }

    /** The keys at the top of a profile. */
    public PayloadType topLevel() {
        return find("TopLevel").orElseThrow();
    }

    /** The keys that all payloads share. */
    public PayloadType common() {
        return find("CommonPayloadKeys").orElseThrow();
    }

    private static Catalogue load() {
        try (InputStream stream = Catalogue.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("the jar lacks " + RESOURCE);
            }
            return read(new DataInputStream(new ByteArrayInputStream(stream.readAllBytes())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Catalogue read(DataInputStream in) throws IOException {
        int format = in.readUnsignedByte();
        if (format != FORMAT) {
            throw new IllegalStateException(RESOURCE + " has format " + format);
        }
        Map<String, Span> index = new TreeMap<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            index.put(in.readUTF(), new Span(in.readInt(), in.readInt()));
        }
        return new Catalogue(in.readAllBytes(), index);
    }
}
