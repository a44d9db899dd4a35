// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.prepare;

import dev.cmdm.mdm.SizeUnit;
import dev.cmdm.plan.Form;
import dev.cmdm.plist.Bytes;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Bytes that are made when they are first asked for, by whichever thread, and kept. */
final class MadeOnce implements Form.Body {
    private final SizeUnit unit;
    private final Supplier<byte[]> maker;
    private final Supplier<String> signer;
    private final long atMost;
    private @Nullable Bytes content;

    /**
     * Bytes to be made.
     *
     * @param atMost how large they are at most, in bytes, known without making them
     */
    MadeOnce(SizeUnit unit, Supplier<byte[]> maker, Supplier<String> signer, long atMost) {
        this.unit = unit;
        this.maker = maker;
        this.signer = signer;
        this.atMost = atMost;
    }

    @Override
    public synchronized Bytes content() {
        if (content == null) {
            content = new Bytes(maker.get());
        }
        return content;
    }

    @Override
    public long size() {
        return unit.of(content().size());
    }

    @Override
    public boolean fits(long limit) {
        return unit.of(atMost) <= limit || size() <= limit;
    }

    @Override
    public String signer() {
        return signer.get();
    }
}
