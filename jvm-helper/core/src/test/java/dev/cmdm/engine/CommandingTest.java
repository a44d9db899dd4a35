// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.answer.Answer;
import dev.cmdm.answer.ErrorInfo;
import dev.cmdm.answer.Operation;
import dev.cmdm.answer.Request;
import dev.cmdm.apply.CommandIds;
import dev.cmdm.journal.Time;
import dev.cmdm.macos.MacRoot;
import dev.cmdm.mdm.GivenCommand;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandingTest {
    private static final Request.Options AUDIT = new Request.Options(
            Request.Mode.AUDIT, OptionalInt.empty(), Optional.empty(), Set.of(), OptionalInt.empty(), false, Set.of());

    @ParameterizedTest
    @CsvSource({"mdmdirector, MDMDirector", "jamf, Jamf Pro"})
    void aProductThatTakesProfilesOnlyIsAskedForNoOtherCommand(String word, String product) {
        assertThat(answer(word, Request.Options.DEFAULTS))
                .isEqualTo(new Answer.Failure(
                        "1",
                        new ErrorInfo(
                                "command-not-allowed",
                                "DeviceInformation cannot be sent through " + product
                                        + ", by which cmdm delivers profiles only",
                                "",
                                "",
                                78,
                                false)));
    }

    @Test
    void anAuditSaysTheSameAndPassesWhatOthersTake() {
        assertThat(answer("jamf", AUDIT)).isInstanceOf(Answer.Failure.class);
        for (String word : List.of("micromdm", "nanomdm", "nanohub", "workspaceone", "fleet")) {
            assertThat(answer(word, AUDIT)).as(word).isInstanceOf(Answer.Success.class);
        }
    }

    /** On a machine without programs, where asking the Mac or opening a server would fail in another way. */
    private static Answer answer(String product, Request.Options options) {
        Host host = new Host(
                Map.of("CMDM_MDM_PRODUCT", product, MacRoot.STATE_VARIABLE, "/nowhere"),
                "Linux",
                "somebody",
                call -> {
                    throw new AssertionError("no program is to be run");
                },
                Time.SYSTEM,
                CommandIds.random());
        Request request = new Request(
                "1",
                Operation.COMMAND,
                Optional.empty(),
                Request.Readings.NONE,
                options,
                new Request.Arguments(GivenCommand.named("DeviceInformation")));
        try (Engine engine = Engine.open(host, host.settings(Map.of(), "a test", Optional.empty()))) {
            return engine.answer(request, event -> {});
        }
    }
}
