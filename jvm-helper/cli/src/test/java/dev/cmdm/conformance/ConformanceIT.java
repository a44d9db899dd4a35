// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.cli.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every behaviour with every adapter against its simulated server, all servers side by side. */
class ConformanceIT {
    private static final Path ROOT = Path.of("../..");
    private static final Path PAGE = ROOT.resolve("docs/conformance.md");

    private static ExecutorService crew;
    private static final Map<Subject, Future<Map<Behaviour, Optional<Throwable>>>> FOUND = new EnumMap<>(Subject.class);

    @BeforeAll
    static void begin() {
        Simulator simulator = Subjects.start();
        crew = Executors.newFixedThreadPool(Subject.values().length);
        for (Subject subject : Subject.values()) {
            FOUND.put(subject, crew.submit(() -> tried(new SimulatedBench(simulator, subject, 0))));
        }
    }

    @AfterAll
    static void end() throws IOException {
        crew.shutdownNow();
        System.out.println(Matrix.page());
    }

    private static Map<Behaviour, Optional<Throwable>> tried(SimulatedBench bench) {
        Map<Behaviour, Optional<Throwable>> found = new LinkedHashMap<>();
        for (Behaviour behaviour : Behaviour.values()) {
            found.put(behaviour, findFailure(behaviour, bench));
        }
        return found;
    }

    private static Optional<Throwable> findFailure(Behaviour behaviour, SimulatedBench bench) {
        try {
            behaviour.check(bench);
            return Optional.empty();
        } catch (Exception | AssertionError e) {
            return Optional.of(e);
        }
    }

    @TestFactory
    Stream<DynamicContainer> everyServerDoesWhatIsExpectedOrWhatTheTableOfDifferencesSays() {
        return Stream.of(Subject.values())
                .map(subject -> DynamicContainer.dynamicContainer(
                        subject.title(), Stream.of(Behaviour.values()).map(behaviour -> test(subject, behaviour))));
    }

    private static DynamicTest test(Subject subject, Behaviour behaviour) {
        return DynamicTest.dynamicTest(behaviour.sentence(), () -> {
            Optional<Throwable> failure = FOUND.get(subject).get().get(behaviour);
            Optional<Difference> known = Difference.find(subject, behaviour);
            if (known.isPresent()) {
                assertThat(failure)
                        .as(subject.title() + " is listed as one that does not, for " + known
                                + "; take it off the list")
                        .isPresent();
            } else if (failure.isPresent()) {
                throw new AssertionError(subject.title() + ": " + behaviour.sentence(), failure.get());
            }
        });
    }

    @Test
    void everyDifferenceNamesWhatForcesIt() throws IOException {
        for (Difference known : Differences.ALL) {
            String[] source = known.source().split("#", -1);
            Path file = ROOT.resolve(source[0]);
            assertThat(file).as(known.toString()).isRegularFile();
            if (source.length > 1) {
                assertThat(Files.readString(file)).as(known.toString()).containsPattern("(?m)^#+ " + source[1] + " ");
            }
        }
    }

    @Test
    void thePageShowsTheTable() throws IOException {
        if (Boolean.getBoolean("cmdm.conformance.write")) {
            Files.writeString(PAGE, Matrix.page());
        }
        assertThat(Files.readString(PAGE)).isEqualTo(Matrix.page());
    }
}
