// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.answer.Errors;
import dev.cmdm.profile.Fingerprint;
import dev.cmdm.profile.ReadProfile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files as large as allowed that would cost the time or the memory of a careless reader, one after the other in a
 * virtual machine with the heap that must be enough. What takes a step too many per byte would not end before the limit.
 */
class BoundsTest {
    private static final int CAP = 8 * 1024 * 1024;
    private static final String HEAD = Reading.profile("").replace("</dict>\n</plist>\n", "");
    private static final String TAIL = "</dict>\n</plist>\n";

    /** What the file is full of, and what becomes of it. */
    enum Shape {
        ATTRIBUTES("missing-key", "<plist", number -> " a" + number + "=''", "><dict/></plist>"),
        ONE_COMMENT("read", HEAD + "<!--", number -> "- ", "-->" + TAIL),
        REFERENCES("read", HEAD + "<key>a</key><string>", number -> "&#13;", "</string>" + TAIL),
        LEADING_SPACE("not-a-profile", "", number -> " \n", ""),
        TRAILING_NULS("read", HEAD + TAIL, number -> "\0", ""),
        ZEROS("read", HEAD + "<key>a</key><integer>", number -> "0", "</integer>" + TAIL),
        FRACTION("read", HEAD + "<key>a</key><real>0.", number -> "1", "</real>" + TAIL),
        KEYS("read", HEAD, number -> "<key>" + number + "</key><true/>", TAIL),
        KEYS_OF_ONE_HASH("read", HEAD, number -> "<key>" + colliding(number) + "</key><true/>", TAIL, 60_000),
        PLACEHOLDERS(
                "read", HEAD + "<key>a</key><array>", number -> "<string>%A%</string>", "</array>" + TAIL, 900_000),
        PERCENTS("read", HEAD + "<key>a</key><string>", number -> "%", "</string>" + TAIL),
        PAYLOADS("read", HEAD + "<key>PayloadContent</key><array>", number -> "<dict/>", "</array>" + TAIL, 900_000),
        UUIDS(
                "read",
                HEAD + "<key>PayloadContent</key><array>",
                number -> "<dict><key>PayloadUUID</key><string>22222222-2222-4222-8222-222222222222</string></dict>",
                "</array>" + TAIL),
        DEEP("read", HEAD, number -> "<key>" + number + "</key>" + nested(400), TAIL);

        private final String outcome;
        private final String open;
        private final IntFunction<String> piece;
        private final String close;
        private final int most;

        Shape(String outcome, String open, IntFunction<String> piece, String close) {
            this(outcome, open, piece, close, CAP);
        }

        Shape(String outcome, String open, IntFunction<String> piece, String close, int most) {
            this.outcome = outcome;
            this.open = open;
            this.piece = piece;
            this.close = close;
            this.most = most;
        }

        byte[] bytes() {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(CAP);
            bytes.writeBytes(open.getBytes(StandardCharsets.UTF_8));
            for (int number = 0; number < most; number++) {
                byte[] next = piece.apply(number).getBytes(StandardCharsets.UTF_8);
                if (bytes.size() + next.length + close.length() > CAP) {
                    break;
                }
                bytes.writeBytes(next);
            }
            bytes.writeBytes(close.getBytes(StandardCharsets.UTF_8));
            return bytes.toByteArray();
        }

        private static String nested(int levels) {
            return "<array>".repeat(levels) + "</array>".repeat(levels);
        }

        /** Twenty letters, of which each pair has the same hash whichever it is. */
        private static String colliding(int number) {
            StringBuilder text = new StringBuilder();
            for (int bit = 0; bit < 20; bit++) {
                text.append((number >> bit & 1) == 0 ? "Aa" : "BB");
            }
            return text.toString();
        }
    }

    /** Reads every shape; the process that the test starts. */
    public static void main(String[] arguments) {
        for (Shape shape : Shape.values()) {
            byte[] bytes = shape.bytes();
            long start = System.nanoTime();
            String outcome = outcome(bytes);
            long milliseconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            System.err.println(shape + " " + milliseconds + " ms");
            System.out.println(shape + " " + outcome);
        }
    }

    private static String outcome(byte[] bytes) {
        try {
            ReadProfile read = Reading.read(bytes);
            Fingerprint.of(read.profile());
            return read.warnings().size() > 1000 ? "too many warnings" : "read";
        } catch (RuntimeException e) {
            return Errors.of(e).errorClass();
        }
    }

    @Test
    void everyShapeIsReadOrRefusedInLittleTimeAndMemory(@TempDir Path folder) throws IOException, InterruptedException {
        Path printed = folder.resolve("printed");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BoundsTest.class.getName())
                .redirectOutput(printed.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(Files.readAllLines(printed))
                .isEqualTo(Arrays.stream(Shape.values())
                        .map(shape -> shape + " " + shape.outcome)
                        .toList());
        assertThat(ended).isTrue();
    }
}
