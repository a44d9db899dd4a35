// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.answer.BadRequestException;
import dev.cmdm.answer.UnsupportedRequestException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Both sides of the contract hold to the same schemas; the Ruby specs read the same files. */
class ContractTest {
    @Test
    void everyExampleIsWhatItsSchemaSays() {
        for (Example example : Example.all()) {
            assertThat(Schemas.accepts(example.sent() ? Schemas.REQUEST : Schemas.LINE, example.json()))
                    .as(example.name())
                    .isTrue();
        }
    }

    @Test
    void everyRequestOfTheExamplesIsRead() {
        for (Example example : Example.all()) {
            if (example.sent()) {
                assertThat(RequestReader.read(example.json().getBytes(StandardCharsets.UTF_8)))
                        .as(example.name())
                        .isNotNull();
            }
        }
    }

    @Test
    void aBrokenExampleIsRefusedUnlessTheListAllowsIt() throws IOException {
        Set<String> accepted = new TreeSet<>();
        for (Example example : Example.all()) {
            for (Mutants.Mutant mutant : Mutants.of(example.value())) {
                if (Schemas.accepts(example.sent() ? Schemas.REQUEST : Schemas.LINE, PlainJson.write(mutant.value()))) {
                    accepted.add((example.sent() ? "send " : "receive ") + mutant.what());
                }
            }
        }
        assertThat(accepted).isEqualTo(allowed());
    }

    @Test
    void theReaderRefusesEveryRequestThatTheSchemaRefuses() {
        Set<String> taken = new LinkedHashSet<>();
        for (Example example : Example.all()) {
            if (example.sent()) {
                for (Mutants.Mutant mutant : Mutants.of(example.value())) {
                    String json = PlainJson.write(mutant.value());
                    if (!Schemas.accepts(Schemas.REQUEST, json) && isRead(json)) {
                        taken.add(example.name() + " " + mutant.what());
                    }
                }
            }
        }
        assertThat(taken).isEmpty();
    }

    private static boolean isRead(String json) {
        try {
            RequestReader.read(json.getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (BadRequestException | UnsupportedRequestException e) {
            return false;
        }
    }

    private static Set<String> allowed() throws IOException {
        return new TreeSet<>(Files.readAllLines(Schemas.FOLDER.resolve("allowed-mutants.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList());
    }
}
