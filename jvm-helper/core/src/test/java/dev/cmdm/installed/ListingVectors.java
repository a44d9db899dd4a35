// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.installed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The cases in spec/contract/listings that the Ruby readers are held against too. */
final class ListingVectors {
    private static final Path FOLDER = Path.of("..", "..", "spec", "contract", "listings");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .build();

    private ListingVectors() {}

    /**
     * One case.
     *
     * @param folder which tool printed it
     * @param name its name
     * @param printed what the tool printed
     * @param expected what a reader makes of it
     */
    record Vector(String folder, String name, byte[] printed, Map<String, Object> expected) {
        boolean unreadable() {
            return Boolean.TRUE.equals(expected.get("unreadable"));
        }
    }

    interface Check {
        void of(Vector vector);
    }

    /** One test for each case of a folder. */
    static Stream<DynamicTest> each(String folder, int atLeast, Check check) {
        List<String> names = names(folder);
        assertThat(names).hasSizeGreaterThanOrEqualTo(atLeast);
        return names.stream().map(name -> DynamicTest.dynamicTest(name, () -> check.of(vector(folder, name))));
    }

    /** Every case of a folder. */
    static Stream<Vector> all(String folder) {
        return names(folder).stream().map(name -> vector(folder, name));
    }

    static Vector vector(String folder, String name) {
        try {
            byte[] printed = Files.readAllBytes(FOLDER.resolve(folder).resolve(name + ".out"));
            byte[] json = Files.readAllBytes(FOLDER.resolve(folder).resolve(name + ".json"));
            return new Vector(folder, name, printed, JSON.readValue(json, new TypeReference<>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(String folder) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".out"))
                    .map(name -> name.substring(0, name.length() - ".out".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
