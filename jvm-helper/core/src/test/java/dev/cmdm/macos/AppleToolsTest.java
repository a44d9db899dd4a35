// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.macos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cmdm.device.Enrollment;
import dev.cmdm.installed.Installed;
import dev.cmdm.installed.InstalledProfile;
import dev.cmdm.installed.Origin;
import dev.cmdm.process.ProcessResult;
import dev.cmdm.profile.ProfileIdentifier;
import dev.cmdm.profile.ProfileKey;
import dev.cmdm.profile.Scope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppleToolsTest {
    private static final String LIST = "/usr/bin/profiles -P -o stdout-xml";
    private static final String VERBOSE = "/usr/bin/profiles -P -v";
    private static final String STATUS = "/usr/bin/profiles status -type enrollment";
    private static final String REMOVE = "/usr/bin/profiles remove -identifier com.acme.dock";
    private static final ProfileKey DOCK = ProfileKey.system(new ProfileIdentifier("com.acme.dock"));
    private static final Path VECTORS = Path.of("..", "..", "spec", "contract", "listings");

    private static final Path SCRATCH = Path.of("no-such-folder");

    private final RecordedTools tools = new RecordedTools().answer("/usr/bin/id -u", "0\n");
    private final Mac mac = new AppleTools(MacRoot.of(Map.of(), "Mac OS X", () -> true), tools, SCRATCH);

    @Test
    void readsWhatIsInstalledByOneCallOfProfiles() throws IOException {
        tools.answer(LIST, printed("stdout-xml/macos-15"));
        Installed installed = mac.readInstalled();
        assertThat(installed.profiles())
                .extracting(profile -> profile.key().toString())
                .containsExactly("com.acme.dock", "com.acme.mdm.enroll", "com.acme.finder@alice");
        assertThat(installed.whole()).isTrue();
        assertThat(tools.calls()).filteredOn(call -> call.contains("profiles")).containsExactly(LIST);
    }

    @Test
    void knowsThatAUserDoesNotSeeEverything() throws IOException {
        tools.answer(LIST, printed("stdout-xml/user-only")).answer("/usr/bin/id -u", "501\n");
        assertThat(mac.readInstalled().whole()).isFalse();
        assertThat(mac.root()).isFalse();
    }

    @Test
    void addsOriginsByOneCallMore() throws IOException {
        tools.answer(LIST, printed("stdout-xml/macos-15")).answer(VERBOSE, printed("verbose/macos-15"));
        Installed installed = mac.readOrigins(mac.readInstalled());
        assertThat(installed.profiles())
                .extracting(InstalledProfile::origin)
                .containsExactly(Origin.MDM, Origin.LOCAL, Origin.LOCAL);
        assertThat(tools.calls()).filteredOn(call -> call.contains("profiles")).containsExactly(LIST, VERBOSE);
    }

    @Test
    void takesTheSentenceForAnEmptyListWhateverTheExitCode() {
        tools.answer(LIST, 1, "There are no configuration profiles installed\n", "");
        assertThat(mac.readInstalled().profiles()).isEmpty();
        tools.answer(VERBOSE, 1, "There are no configuration profiles installed\n", "");
        assertThat(mac.readOrigins(mac.readInstalled()).originsRead()).isTrue();
    }

    @Test
    void reliesOnNoListOfAToolThatFailed() throws IOException {
        String list = new String(printed("stdout-xml/macos-15").stdout(), StandardCharsets.UTF_8);
        tools.answer(LIST, 1, list, "interrupted\n");
        assertUnreadable(mac::readInstalled)
                .isEqualTo("profiles -P -o stdout-xml failed, so what it printed is not relied on"
                        + " (exit 1: \"interrupted\"); nothing was changed");
        tools.answer(LIST, 1, new String(printed("stdout-xml/empty-dictionary").stdout(), StandardCharsets.UTF_8), "");
        assertUnreadable(mac::readInstalled).contains("(exit 1)");
    }

    @Test
    void tellsToolExitAndFirstWordsOfWhatCannotBeRead() {
        tools.answer(LIST, 1, "profiles: the service\u001b[1m is gone\nmore\n", "");
        assertUnreadable(mac::readInstalled)
                .isEqualTo("profiles -P -o stdout-xml printed no property list"
                        + " (exit 1: \"profiles: the service[1m is gone\"); nothing was changed");
        tools.answer(LIST, "");
        assertUnreadable(mac::readInstalled)
                .isEqualTo("profiles -P -o stdout-xml printed nothing (exit 0); nothing was changed");
        tools.hang(LIST);
        assertUnreadable(mac::readInstalled)
                .isEqualTo("/usr/bin/profiles did not end within 60 s and was ended; nothing was changed");
    }

    @Test
    void printsNoValueOfABrokenList() throws IOException {
        tools.answer(LIST, printed("stdout-xml/truncated"));
        assertUnreadable(mac::readInstalled).doesNotContain("com.acme").doesNotContain("Firewall");
        tools.answer(LIST, printed("stdout-xml/duplicate-key"));
        assertUnreadable(mac::readInstalled).doesNotContain("com.acme").contains("line 12");
    }

    @Test
    void cannotTellOriginsFromAnythingElse() throws IOException {
        tools.answer(LIST, printed("stdout-xml/macos-15")).answer(VERBOSE, 1, "", "no such option\n");
        Installed installed = mac.readInstalled();
        assertUnreadable(() -> mac.readOrigins(installed))
                .isEqualTo("profiles -P -v described no profile (exit 1: \"no such option\"); nothing was changed");
    }

    @Test
    void readsTheEnrollment() throws IOException {
        tools.answer(STATUS, printed("enrollment/automated"));
        assertThat(mac.readEnrollment()).isEqualTo(Enrollment.AUTOMATED);
        tools.answer(STATUS, 1, "There is no enrollment profile installed on this system\n", "");
        assertThat(mac.readEnrollment()).isEqualTo(Enrollment.NONE);
        tools.answer(STATUS, 64, "unknown verb\n", "");
        assertUnreadable(mac::readEnrollment)
                .isEqualTo("profiles status -type enrollment told no enrollment (exit 64: \"unknown verb\")"
                        + "; nothing was changed");
    }

    @Test
    void removesAProfileOfTheComputerAndOneOfAUser() {
        String ofAlice = REMOVE + " -user alice";
        tools.answer(REMOVE, "").answer(ofAlice, "");
        mac.removeLocally(DOCK);
        mac.removeLocally(new ProfileKey(DOCK.identifier(), Scope.USER, "alice"));
        assertThat(tools.calls()).containsExactly(REMOVE, ofAlice);
    }

    @Test
    void passesOnTheWordsOfARefusedRemoval() {
        tools.answer(REMOVE, 1, "profiles remove for identifier:‘com.acme.dock’ returned -1\n", "");
        assertThatThrownBy(() -> mac.removeLocally(DOCK))
                .isInstanceOf(LocalChangeException.class)
                .hasMessage("profiles did not remove com.acme.dock, in its own words"
                        + " (exit 1: \"profiles remove for identifier:‘com.acme.dock’ returned -1\")");
    }

    @Test
    void doesNotClaimThatARemovalFailedWhenItIsNotKnown() {
        tools.hang(REMOVE);
        assertThatThrownBy(() -> mac.removeLocally(DOCK))
                .isInstanceOf(LocalChangeException.class)
                .hasMessageStartingWith("whether com.acme.dock was removed is not known: ");
    }

    @Test
    void saysThatThisIsNoMac() {
        Mac linux = new AppleTools(MacRoot.of(Map.of(), "Linux", () -> true), new RecordedTools(), SCRATCH);
        for (ThrowingCallable reading : List.<ThrowingCallable>of(linux::readInstalled, linux::readEnrollment)) {
            assertUnreadable(reading).startsWith("/usr/bin/profiles is not here, for this is no Mac; ");
        }
        assertUnreadable(linux::readIdentity).startsWith("/usr/sbin/ioreg is not here, for this is no Mac; ");
        assertThatThrownBy(() -> linux.removeLocally(DOCK))
                .isInstanceOf(LocalChangeException.class)
                .hasMessageStartingWith("com.acme.dock was not removed: /usr/bin/profiles is not here");
    }

    @Test
    void runsTheToolsOfASimulatedMacItsOwnIdAmongThem(@TempDir Path folder) throws IOException {
        MacRoot root = MacRoot.of(
                Map.of(MacRoot.ROOT_VARIABLE, folder.toString(), MacRoot.STATE_VARIABLE, "/tmp/state"),
                "Linux",
                () -> true);
        RecordedTools simulated = new RecordedTools()
                .answer(folder + LIST, "There are no configuration profiles installed\n")
                .answer("/usr/bin/id -u", "0\n")
                .answer(folder + "/usr/bin/id -u", "501\n");
        assertThat(new AppleTools(root, simulated, SCRATCH).readInstalled().whole())
                .isTrue();
        Path id = Files.createDirectories(folder.resolve("usr/bin")).resolve("id");
        assertThat(Files.createFile(id).toFile().setExecutable(true)).isTrue();
        assertThat(new AppleTools(root, simulated, SCRATCH).readInstalled().whole())
                .isFalse();
        assertUnreadable(new AppleTools(root, simulated, SCRATCH)::readIdentity)
                .isEqualTo(folder + "/usr/sbin/ioreg could not be started;"
                        + " does CMDM_MAC_ROOT name the folder of a simulated Mac?; nothing was changed");
    }

    private static org.assertj.core.api.AbstractStringAssert<?> assertUnreadable(ThrowingCallable reading) {
        StateUnreadableException unreadable = catchThrowableOfType(StateUnreadableException.class, reading);
        assertThat(unreadable).isNotNull();
        assertThat(unreadable.getMessage()).isEqualTo(unreadable.finding() + "; nothing was changed");
        return assertThat(unreadable.getMessage());
    }

    private static ProcessResult printed(String vector) throws IOException {
        return new ProcessResult(0, Files.readAllBytes(VECTORS.resolve(vector + ".out")), new byte[0]);
    }
}
