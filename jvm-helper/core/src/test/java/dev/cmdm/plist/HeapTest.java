// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The largest inputs that the limits let through, in a virtual machine with the heap that must be enough. */
class HeapTest {
    private static final int SIZE = PlistLimits.forListing().bytes();

    /** What is there to fill the memory with. */
    enum Shape {
        /** When every value is a dictionary of its own. */
        DICTIONARIES {
            @Override
            byte[] bytes() {
                return xml("<array>", "<dict><key>a</key><true/></dict>", "</array>", 499_999);
            }
        },
        /** When every value is text that is no ASCII. */
        TEXTS {
            @Override
            byte[] bytes() {
                return xml("<array>", "<string>\u65E5</string>", "</array>", 999_999);
            }
        },
        /** When one text is as long as the input and needs a buffer. */
        ONE_TEXT {
            @Override
            byte[] bytes() {
                return xml("<string>&amp;", "\u65E5\u00E9", "</string>", Integer.MAX_VALUE);
            }
        },
        /** When one value is all data. */
        ONE_DATA {
            @Override
            byte[] bytes() {
                return xml("<data>", "QUJD", "</data>", Integer.MAX_VALUE);
            }
        },
        /** When a binary list has as many objects as allowed, each another one. */
        BINARY {
            @Override
            byte[] bytes() {
                return binaryDictionary(499_999);
            }
        };

        abstract byte[] bytes();
    }

    /** Reads one shape; the process that the test starts. */
    public static void main(String[] arguments) {
        new PlistReader(PlistLimits.forListing())
                .read(Shape.valueOf(arguments[0]).bytes());
        System.out.print("read");
    }

    @ParameterizedTest
    @EnumSource
    void readsTheLargestInputsIn256MebibytesOfHeap(Shape shape) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HeapTest.class.getName(),
                        shape.name())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(output).isEqualTo("read");
    }

    private static byte[] xml(String open, String piece, String close, int most) {
        byte[] repeated = piece.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream document = new ByteArrayOutputStream(SIZE);
        document.writeBytes(("<plist>" + open).getBytes(StandardCharsets.UTF_8));
        byte[] end = (close + "</plist>").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < most && document.size() + repeated.length + end.length <= SIZE; i++) {
            document.writeBytes(repeated);
        }
        document.writeBytes(end);
        return document.toByteArray();
    }

    /** A dictionary of so many different keys and different integers; references and offsets of four bytes. */
    private static byte[] binaryDictionary(int entries) {
        int objects = 2 * entries + 1;
        ByteBuffer list = ByteBuffer.allocate(8 + 6 + 8 * entries + 2 * 5 * entries + 4 * objects + 32);
        ByteBuffer table = ByteBuffer.allocate(4 * objects);
        list.put("bplist00".getBytes(StandardCharsets.US_ASCII));
        table.putInt(list.position());
        list.put((byte) 0xDF).put((byte) 0x12).putInt(entries);
        for (int object = 1; object < objects; object++) {
            list.putInt(object);
        }
        for (int object = 1; object < objects; object++) {
            table.putInt(list.position());
            if (object <= entries) {
                list.put((byte) 0x54).put(key(object));
            } else {
                list.put((byte) 0x12).putInt(object);
            }
        }
        int tableOffset = list.position();
        list.put(table.array());
        ByteBuffer trailer = ByteBuffer.allocate(32);
        trailer.put(6, (byte) 4).put(7, (byte) 4).putLong(8, objects).putLong(24, tableOffset);
        list.put(trailer.array());
        return list.array();
    }

    private static byte[] key(int number) {
        return String.format("%4s", Integer.toString(number, Character.MAX_RADIX))
                .getBytes(StandardCharsets.US_ASCII);
    }
}
