// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.answer.BadRequestException;
import dev.cmdm.plist.Bytes;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;

/** Reads lines ahead, so that the end of input is noticed while a request is carried out. */
final class Inbox implements AutoCloseable {
    private final BlockingQueue<Item> items = new ArrayBlockingQueue<>(2);
    private final Thread reader;

    Inbox(Lines lines, Runnable atEnd) {
        this.reader = new Thread(() -> read(lines, atEnd), "cmdm-input");
        reader.setDaemon(true);
        reader.start();
    }

    /** What was read. */
    sealed interface Item {
        /** When a line came. */
        record Line(Bytes bytes) implements Item {}

        /** When a line could not be taken. */
        record Refused(RuntimeException error) implements Item {}

        /** When input ended. */
        record End() implements Item {}

        /** Asks one function per kind; the end has none. */
        default <R> R match(Function<byte[], R> line, Function<RuntimeException, R> refused) {
            return this instanceof Line read
                    ? line.apply(read.bytes().toArray())
                    : refused.apply(((Refused) this).error());
        }
    }

    /** The next line, or nothing at the end of input. */
    Optional<Item> take() throws IOException {
        try {
            Item item = items.take();
            return item instanceof Item.End ? Optional.empty() : Optional.of(item);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        reader.interrupt();
    }

    private void read(Lines lines, Runnable atEnd) {
        try {
            boolean more = true;
            while (more) {
                more = readOne(lines);
            }
            atEnd.run();
            items.put(new Item.End());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean readOne(Lines lines) throws InterruptedException {
        try {
            Optional<byte[]> line = lines.read();
            if (line.isPresent()) {
                items.put(new Item.Line(new Bytes(line.orElseThrow())));
            }
            return line.isPresent();
        } catch (BadRequestException e) {
            items.put(new Item.Refused(e));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
