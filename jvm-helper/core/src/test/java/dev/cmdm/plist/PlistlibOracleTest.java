// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we write, as Python's plistlib reads it; what it writes, as we read it. */
class PlistlibOracleTest {
    private static final int LISTS = 300;
    private static final String SCRIPT = """
            import datetime, os, plistlib, struct, sys

            def text(value):
                if isinstance(value, bool):
                    return 'b%d' % value
                if isinstance(value, int):
                    return 'i%d' % value
                if isinstance(value, float):
                    return 'r' + struct.pack('>d', value).hex()
                if isinstance(value, str):
                    return 's' + value.encode('utf-8').hex()
                if isinstance(value, bytes):
                    return 'd' + value.hex()
                if isinstance(value, datetime.datetime):
                    return 't%04d-%02d-%02d %02d:%02d:%02d' % value.timetuple()[:6]
                if isinstance(value, list):
                    return '[' + ','.join(map(text, value)) + ']'
                return '{' + ','.join(sorted(text(k) + ':' + text(v) for k, v in value.items())) + '}'

            for name in sorted(os.listdir(sys.argv[1])):
                path = os.path.join(sys.argv[1], name)
                with open(path, 'rb') as file:
                    value = plistlib.load(file)
                print(text(value))
                for kind, fmt in ('xml', plistlib.FMT_XML), ('binary', plistlib.FMT_BINARY):
                    with open(os.path.join(sys.argv[2], name + '.' + kind), 'wb') as file:
                        plistlib.dump(value, file, fmt=fmt)
            """;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void requirePython() throws InterruptedException {
        assumeThat(isThere()).as("python3 is installed").isTrue();
    }

    private static boolean isThere() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "-c", "import plistlib")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void readsAllThreeFormsAsTheSameTreeAndIsReadBack() throws IOException, InterruptedException {
        Path ours = Files.createDirectory(folder.resolve("ours"));
        Path theirs = Files.createDirectory(folder.resolve("theirs"));
        Random random = new Random(1991);
        List<String> trees = new ArrayList<>();
        for (int i = 0; i < LISTS; i++) {
            PlistValue value = ValueGenerator.value(random, 4);
            String name = String.format("%04d", i);
            write(ours, name + "-binary", BinaryPlist.write(value), trees);
            write(ours, name + "-canonical", CanonicalXml.write(value), trees);
            write(ours, name + "-compact", CompactXml.write(value), trees);
        }
        assertThat(plistlib(ours, theirs)).isEqualTo(trees);
        int number = 0;
        for (String name : names(ours)) {
            String tree = trees.get(number++);
            assertThat(tree(theirs.resolve(name + ".binary"))).isEqualTo(tree);
            assertThat(tree(theirs.resolve(name + ".xml"))).isEqualTo(withoutCarriageReturns(ours.resolve(name)));
        }
    }

    private static void write(Path folder, String name, byte[] bytes, List<String> trees) throws IOException {
        Files.write(folder.resolve(name), bytes);
        trees.add(TreeText.of(Plists.read(bytes).root()));
    }

    private static String tree(Path file) throws IOException {
        return TreeText.of(Plists.read(Files.readAllBytes(file)).root());
    }

    /** Python's writer of XML makes a line feed of each carriage return, its reader does not. */
    private static String withoutCarriageReturns(Path file) throws IOException {
        PlistValue value = Plists.read(Files.readAllBytes(file)).root();
        return TreeText.of(ValueGenerator.withTexts(
                value, text -> text.replace("\r\n", "\n").replace('\r', '\n')));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static List<String> plistlib(Path ours, Path theirs) throws IOException, InterruptedException {
        Process python = new ProcessBuilder("python3", "-c", SCRIPT, ours.toString(), theirs.toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(python.exitValue()).as(printed).isZero();
        return printed.lines().toList();
    }
}
