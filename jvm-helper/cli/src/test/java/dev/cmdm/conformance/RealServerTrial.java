// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.conformance;

import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The behaviours that can be tried with a real server; {@code make conformance} runs it and nothing else does. */
class RealServerTrial {
    @TestFactory
    Stream<DynamicTest> theServerDoesWhatItsSimulationDoes() {
        RealBench bench = RealBench.named();
        return Stream.of(Behaviour.values())
                .map(behaviour -> DynamicTest.dynamicTest(behaviour.sentence(), () -> check(behaviour, bench)));
    }

    private static void check(Behaviour behaviour, RealBench bench) throws Exception {
        try {
            behaviour.check(bench);
        } catch (NotTriedException e) {
            Assumptions.abort(e.getMessage());
        } catch (AssertionError e) {
            if (Difference.find(bench.subject(), behaviour).isEmpty()) {
                throw e;
            }
        }
    }
}
