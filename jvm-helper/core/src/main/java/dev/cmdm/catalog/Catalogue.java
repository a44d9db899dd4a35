// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Apple's payload schema (macOS 15.1). Compiled into a resource at build time; a type is decoded when somebody asks for
 * it, and then kept. May be shared between threads.
 */
public final class Catalogue {
    private static final String RESOURCE = "apple.catalogue";
    private static final int FORMAT = 1;

    private final byte[] bytes;
    private final int blocks;
    private final Map<String, Integer> index;
    private final Map<String, PayloadType> read = new ConcurrentHashMap<>();

    private Catalogue(byte[] bytes, int blocks, Map<String, Integer> index) {
        this.bytes = bytes;
        this.blocks = blocks;
        this.index = index;
    }

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
        PayloadType known = read.get(type);
        if (known != null) {
            return Optional.of(known);
        }
        Integer offset = index.get(type);
        if (offset == null) {
            return Optional.empty();
        }
        PayloadType decoded = PayloadTypeReader.read(type, new Cursor(bytes, blocks + offset));
        read.put(type, decoded);
        return Optional.of(decoded);
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
            return read(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The index; a type's block is where those before it end. */
    private static Catalogue read(byte[] bytes) {
        Cursor in = new Cursor(bytes, 0);
        int format = in.octet();
        if (format != FORMAT) {
            throw new IllegalStateException(RESOURCE + " has format " + format);
        }
        Map<String, Integer> index = new HashMap<>();
        int count = in.number();
        int offset = 0;
        for (int left = count; left > 0; left--) {
            index.put(in.text(), offset);
            offset += in.number();
        }
        return new Catalogue(bytes, in.at(), index);
    }
}
