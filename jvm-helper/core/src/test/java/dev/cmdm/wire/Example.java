// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One line of an example session.
 *
 * @param name file and index, such as {@code planning[0]}
 * @param sent whether the caller sends it
 * @param value as parsed
 */
record Example(String name, boolean sent, Object value) {
    static List<Example> all() {
        List<Example> examples = new ArrayList<>();
        try (Stream<Path> files = Files.list(Schemas.FOLDER.resolve("examples"))) {
            for (Path file : files.sorted().toList()) {
                String base = file.getFileName().toString().replace(".json", "");
                List<?> lines = (List<?>) JsonText.parse(Files.readAllBytes(file));
                for (Object line : lines) {
                    Map<?, ?> map = (Map<?, ?>) line;
                    boolean sent = map.containsKey("send");
                    examples.add(new Example(
                            base + "[" + lines.indexOf(line) + "]", sent, map.get(sent ? "send" : "receive")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return examples;
    }

    String json() {
        return PlainJson.write(value);
    }
}
