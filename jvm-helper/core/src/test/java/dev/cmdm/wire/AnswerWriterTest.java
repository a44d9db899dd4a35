// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.answer.Answer;
import dev.cmdm.answer.ErrorInfo;
import dev.cmdm.answer.Event;
import dev.cmdm.answer.Result;
import dev.cmdm.answer.Samples;
import dev.cmdm.installed.Installed;
import dev.cmdm.installed.InstalledPayload;
import dev.cmdm.installed.InstalledProfile;
import dev.cmdm.installed.Origin;
import dev.cmdm.plist.PlistValue;
import dev.cmdm.profile.ProfileIdentifier;
import dev.cmdm.profile.ProfileKey;
import dev.cmdm.profile.Scope;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every line that is written is one that the schema describes. */
class AnswerWriterTest {
    @Test
    void aPlanIsWhatTheSchemaSays() {
        check(new Answer.Success("7", Samples.plan()));
    }

    @Test
    void anApplyIsWhatTheSchemaSays() {
        check(new Answer.Success("7", Samples.applied()));
    }

    @Test
    void theStateIsWhatTheSchemaSaysAndShowsNoSetting() {
        InstalledPayload payload = new InstalledPayload(
                "com.apple.wifi.managed",
                "com.acme.wifi.1",
                "U-1",
                new PlistValue.Dict(Map.of("Password", new PlistValue.Text("hunter2"))));
        InstalledProfile profile = new InstalledProfile(
                new ProfileKey(new ProfileIdentifier("com.acme.wifi"), Scope.USER, "alice"),
                "U-0",
                Origin.MDM,
                "2026-03-01 12:00:00 +0000",
                "Wi-Fi",
                List.of(payload));
        Result state = new Result.State(Samples.DEVICE, new Installed(List.of(profile), true, true));
        assertThat(check(new Answer.Success("7", state)))
                .contains("com.acme.wifi.1")
                .doesNotContain("hunter2");
    }

    @Test
    void theOpeningIsWhatTheSchemaSays() {
        check(new Answer.Success("0", new Result.Opened(List.of(1), List.of("open", "plan"), "0.1.0", "0".repeat(64))));
    }

    @Test
    void theCheckIsWhatTheSchemaSays() {
        check(new Answer.Success(
                "7",
                new Result.Checked(
                        List.of(new Result.DoctorLine(Result.DoctorLine.Status.WARN, "user", "not root", "sudo")))));
    }

    @Test
    void anErrorIsWhatTheSchemaSays() {
        check(new Answer.Failure("7", new ErrorInfo("configuration", "no URL", "", "set mdm.url", 78, false)));
    }

    @Test
    void eventsAreWhatTheSchemaSays() {
        for (Event.Kind kind : Event.Kind.values()) {
            check(AnswerWriter.write("7", new Event(kind, "", "waiting for the Mac")));
            check(AnswerWriter.write("7", new Event(kind, "com.acme.dock", "seen")));
        }
    }

    @Test
    void aLineIsOneLineWhateverItHolds() {
        byte[] line = AnswerWriter.write("7\n8", new Event(Event.Kind.PROGRESS, "", "two\nlines\u2028"));
        assertThat(new String(line, StandardCharsets.UTF_8)).doesNotContain("\n");
    }

    private static String check(Answer answer) {
        return check(AnswerWriter.write(answer));
    }

    private static String check(byte[] line) {
        assertThat(Schemas.complaints(Schemas.LINE, line)).isEqualTo("[]");
        return new String(line, StandardCharsets.UTF_8);
    }
}
