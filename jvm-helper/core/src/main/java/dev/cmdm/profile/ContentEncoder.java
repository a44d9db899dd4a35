// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import dev.cmdm.plist.PlistValue;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The one encoding of canonical content: a tag, then lengths and counts as unsigned 32-bit big-endian
 * numbers, then the content. {@code docs/fingerprint.md} is the definition.
 */
final class ContentEncoder implements PlistValue.Cases<ByteArrayOutputStream> {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final References references;
    private String key = "";

    private ContentEncoder(References references) {
        this.references = references;
    }

    /** The canonical content of a profile: without its own PayloadUUID, payloads referred to by name. */
    static byte[] encode(PlistValue.Dict profile) {
        return profile.without(Keys.UUID)
                .match(new ContentEncoder(References.in(profile)))
                .toByteArray();
    }

    /** An array of two texts, the second within the first's realm. */
    static byte[] pair(String first, String second) {
        ContentEncoder encoder = new ContentEncoder(References.in(PlistValue.Dict.empty()));
        encoder.tag('A').count(2);
        return encoder.text('S', first).text('S', second).out.toByteArray();
    }

    @Override
    public ByteArrayOutputStream dict(PlistValue.Dict dict) {
        String outer = key;
        tag('D').count(dict.entries().size());
        Map<byte[], Map.Entry<String, PlistValue>> sorted = new TreeMap<>(Arrays::compareUnsigned);
        for (Map.Entry<String, PlistValue> entry : dict.entries().entrySet()) {
            sorted.put(entry.getKey().getBytes(StandardCharsets.UTF_8), entry);
        }
        for (Map.Entry<String, PlistValue> entry : sorted.values()) {
            key = entry.getKey();
            text('S', key);
            entry.getValue().match(this);
        }
        key = outer;
        return out;
    }

    @Override
    public ByteArrayOutputStream array(PlistValue.Array array) {
        tag('A').count(array.items().size());
        for (PlistValue item : array.items()) {
            item.match(this);
        }
        return out;
    }

    @Override
    public ByteArrayOutputStream text(PlistValue.Text text) {
        Optional<String> name = references.find(key, text.value());
        return name.isPresent() ? text('P', name.get()).out : text('S', text.value()).out;
    }

    @Override
    public ByteArrayOutputStream data(PlistValue.Data data) {
        return tag('B').sized(data.bytes().toArray()).out;
    }

    @Override
    public ByteArrayOutputStream date(PlistValue.Date date) {
        return tag('T').eight(date.instant().getEpochSecond()).out;
    }

    @Override
    public ByteArrayOutputStream integer(PlistValue.Int integer) {
        return tag('I').sized(integer.value().toString().getBytes(StandardCharsets.US_ASCII)).out;
    }

    @Override
    public ByteArrayOutputStream real(PlistValue.Real real) {
        return tag('R').eight(Double.doubleToLongBits(real.value())).out;
    }

    @Override
    public ByteArrayOutputStream bool(PlistValue.Bool bool) {
        return tag(bool.value() ? 'Y' : 'N').out;
    }

    private ContentEncoder text(char tag, String text) {
        return tag(tag).sized(text.getBytes(StandardCharsets.UTF_8));
    }

    private ContentEncoder tag(char tag) {
        out.write(tag);
        return this;
    }

    private ContentEncoder count(int count) {
        out.write(count >>> 24);
        out.write(count >>> 16);
        out.write(count >>> 8);
        out.write(count);
        return this;
    }

    private ContentEncoder sized(byte[] bytes) {
        count(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    private ContentEncoder eight(long bits) {
        out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(bits).array());
        return this;
    }
}
