// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.macos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cmdm.device.Enrollment;
import dev.cmdm.process.ProcessCall;
import dev.cmdm.process.ProcessResult;
import dev.cmdm.process.RunInterruptedException;
import dev.cmdm.profile.ProfileIdentifier;
import dev.cmdm.profile.ProfileKey;
import dev.cmdm.profile.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalToolTest {
    private static final ProfileKey DOCK = ProfileKey.system(new ProfileIdentifier("com.acme.dock"));
    private static final ProfileKey OF_ALICE = new ProfileKey(DOCK.identifier(), Scope.USER, "alice");
    private static final byte[] CONTENT = "<plist>secret</plist>".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path state;

    private final List<String> seen = new ArrayList<>();
    private final MacRoot root = MacRoot.of(Map.of(), "Mac OS X", () -> true);

    @Test
    void installsByTheFlagsThatEveryOldReleaseTakesFromAFileThatOnlyItsOwnerReads() {
        RecordedTools tools = new RecordedTools().answer("/usr/bin/profiles -I -F " + file(), "");
        new AppleTools(root, call -> look(call, tools), state).installLocally(DOCK, CONTENT);
        assertThat(seen).containsExactly("rwx------ rw------- <plist>secret</plist>");
        assertThat(state).isEmptyDirectory();
    }

    @Test
    void installsForAUser() {
        RecordedTools tools = new RecordedTools().answer("/usr/bin/profiles -I -F " + file() + " -U alice", "");
        new AppleTools(root, tools, state).installLocally(OF_ALICE, CONTENT);
        assertThat(tools.calls()).hasSize(1);
    }

    @Test
    void passesOnTheWordsOfARefusedInstallAndLeavesNoFile() {
        String words = "profiles install for file:‘x’ and user:‘root’ returned -60005 (Error = -60005)";
        RecordedTools tools = new RecordedTools().answer("/usr/bin/profiles -I -F " + file(), 1, words + "\n", "");
        assertThatThrownBy(() -> new AppleTools(root, tools, state).installLocally(DOCK, CONTENT))
                .isInstanceOf(LocalChangeException.class)
                .hasMessage("profiles did not install com.acme.dock, in its own words (exit 1: \"" + words + "\")");
        assertThat(state).isEmptyDirectory();
    }

    @Test
    void leavesNoFileWhenTheToolHangsOrTheRunIsInterrupted() {
        RecordedTools hanging = new RecordedTools().hang("/usr/bin/profiles -I -F " + file());
        assertThatThrownBy(() -> new AppleTools(root, hanging, state).installLocally(DOCK, CONTENT))
                .isInstanceOf(LocalChangeException.class)
                .hasMessageStartingWith("whether com.acme.dock was installed is not known: ");
        assertThat(state).isEmptyDirectory();
        assertThatThrownBy(() -> new AppleTools(root, LocalToolTest::interrupted, state).installLocally(DOCK, CONTENT))
                .isInstanceOf(LocalChangeException.class);
        assertThat(state).isEmptyDirectory();
    }

    @Test
    void takesAwayWhatAKilledRunLeftBehind() throws IOException {
        Files.createDirectory(file().resolveSibling(""));
        Files.writeString(file(), "left behind");
        RecordedTools tools = new RecordedTools().answer("/usr/bin/profiles -I -F " + file(), "");
        new AppleTools(root, call -> look(call, tools), state).installLocally(DOCK, CONTENT);
        assertThat(seen).containsExactly("rwx------ rw------- <plist>secret</plist>");
        assertThat(state).isEmptyDirectory();
    }

    @Test
    void followsNoLinkThatStandsInTheWay(@TempDir Path elsewhere) throws IOException {
        Path precious = Files.writeString(elsewhere.resolve("profile.mobileconfig"), "precious");
        Files.createSymbolicLink(file().resolveSibling(""), elsewhere);
        RecordedTools tools = new RecordedTools().answer("/usr/bin/profiles -I -F " + file(), "");
        new AppleTools(root, tools, state).installLocally(DOCK, CONTENT);
        assertThat(precious).hasContent("precious");
        assertThat(state).isEmptyDirectory();
    }

    @Test
    void installsNothingWhenTheFileCannotBeWritten() {
        RecordedTools tools = new RecordedTools();
        Path missing = state.resolve("missing");
        assertThatThrownBy(() -> new AppleTools(root, tools, missing).installLocally(DOCK, CONTENT))
                .isInstanceOf(LocalChangeException.class)
                .hasMessageStartingWith("the file to install com.acme.dock from could not be written");
        assertThat(tools.calls()).isEmpty();
    }

    @Test
    void removesByFlagsAndInfersTheEnrollmentBeforeThereWereVerbs() {
        RecordedTools tools = identified("10.12.6")
                .answer("/usr/bin/profiles -R -p com.acme.dock", "")
                .answer("/usr/bin/profiles -R -p com.acme.dock -U alice", "")
                .answer("/usr/bin/profiles -C -o stdout-xml", "There are no configuration profiles installed\n");
        AppleTools mac = new AppleTools(root, tools, state);
        mac.readIdentity();
        mac.removeLocally(DOCK);
        mac.removeLocally(OF_ALICE);
        assertThat(mac.readEnrollment()).isEqualTo(Enrollment.NONE);
        tools.answer("/usr/bin/profiles -C -o stdout-xml", enrolled());
        assertThat(mac.readEnrollment()).isEqualTo(Enrollment.MDM);
    }

    @Test
    void removesByTheVerbSinceThereIsOne() {
        RecordedTools tools = identified("10.13").answer("/usr/bin/profiles remove -identifier com.acme.dock", "");
        AppleTools mac = new AppleTools(root, tools, state);
        mac.readIdentity();
        mac.removeLocally(DOCK);
        assertThat(tools.calls()).contains("/usr/bin/profiles remove -identifier com.acme.dock");
    }

    private Path file() {
        return state.resolve("installing").resolve("profile.mobileconfig");
    }

    private ProcessResult look(ProcessCall call, RecordedTools tools) {
        Path file = Path.of(call.argv().get(3));
        try {
            seen.add(permissions(file.resolveSibling("")) + " " + permissions(file) + " " + Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tools.run(call);
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static ProcessResult interrupted(ProcessCall call) {
        throw new RunInterruptedException(call.program());
    }

    private static RecordedTools identified(String version) {
        return new RecordedTools()
                .answer("/usr/bin/id -u", "0\n")
                .answer("/usr/sbin/ioreg -d2 -c IOPlatformExpertDevice -a", "")
                .answer(
                        "/usr/sbin/ioreg -rd1 -c IOPlatformExpertDevice",
                        "\"IOPlatformSerialNumber\" = \"C02XK1ABCDEF\"\n"
                                + "\"IOPlatformUUID\" = \"8B3BB2B1-5F1B-4790-8A11-E3BF74726AD8\"\n")
                .answer("/usr/bin/sw_vers -productVersion", version + "\n");
    }

    private static String enrolled() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <plist version="1.0"><dict><key>_computerlevel</key><array><dict>
                <key>ProfileIdentifier</key><string>com.acme.enroll</string>
                <key>ProfileUUID</key><string>E</string>
                <key>ProfileItems</key><array><dict>
                <key>PayloadType</key><string>com.apple.mdm</string>
                <key>PayloadIdentifier</key><string>com.acme.enroll.mdm</string>
                </dict></array></dict></array></dict></plist>
                """;
    }
}
