// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.simulator.TestProfiles;
import dev.cmdm.simulator.facts.MacErrors.MacError;
import dev.cmdm.simulator.mac.MacFaults;
import dev.cmdm.simulator.mac.MacFaults.ErrorFault;
import dev.cmdm.simulator.mac.MacFaults.ListingFault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What macOS 10.13 to 10.15 did by the profiles tool, and 14 does no more. */
class OldReleasesTest extends StandInFixture {
    private static final String KERNEL_EXTENSIONS = "com.apple.syspolicy.kernel-extension-policy";
    private static final String TCC = "com.apple.TCC.configuration-profile-policy";

    @ParameterizedTest
    @ValueSource(strings = {"10.13.2", "10.13.6", "10.15.7"})
    void installsForTheComputerByFlagsAndByTheVerb(String macos) throws Exception {
        start(macos, "0");

        assertThat(install("-I -F", TestProfiles.bytes("com.acme.a"), "")).isEqualTo(new Tool.Result(0, ""));
        assertThat(install("install -path", TestProfiles.bytes("com.acme.b"), ""))
                .isEqualTo(new Tool.Result(0, ""));
        assertThat(profiles("-C").text()).contains("com.acme.a", "com.acme.b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.13.2", "10.15.7"})
    void installsAndRemovesForAUser(String macos) throws Exception {
        start(macos, "0");
        byte[] profile =
                TestProfiles.profile("com.acme.u").with("PayloadScope", "User").xml();

        assertThat(install("-I -F", profile, "-U alice").exit()).isZero();
        assertThat(profiles("-P").text()).contains("alice[2] attribute: profileIdentifier: com.acme.u");
        assertThat(profiles("-R -p com.acme.u").exit()).isEqualTo(1);
        assertThat(profiles("-R -p com.acme.u -U alice").exit()).isZero();
        assertThat(install("install -path", profile, "-user alice").exit()).isZero();
        assertThat(profiles("remove -identifier com.acme.u -user alice").exit()).isZero();
        assertThat(profiles("-P").text()).doesNotContain("com.acme.u");
    }

    @ParameterizedTest
    @CsvSource({"10.13.6,true,false", "10.15.7,true,true", "10.13.1,false,false"})
    void refusesTheTypesThatItsReleaseTakesFromAnMdmOnly(String macos, boolean extensions, boolean privacy)
            throws Exception {
        start(macos, "0");

        assertThat(isRefused(KERNEL_EXTENSIONS)).isEqualTo(extensions);
        assertThat(isRefused(TCC)).isEqualTo(privacy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.13.2", "10.15.7"})
    void tellsTheCodeOfWhatItRefuses(String macos) throws Exception {
        start(macos, "0");
        byte[] doubled = TestProfiles.profile("com.acme.a")
                .payload("com.example.app", "com.acme.a.x", Map.of())
                .payload("com.example.app", "com.acme.a.x", Map.of())
                .xml();

        assertThat(install("-I -F", doubled, "").text()).endsWith("returned -107 (Error = -107)\n");
        MacError error = new MacError("ConfigProfilePluginDomain", -319, "not now");
        mac.setFaults(new MacFaults(
                false,
                0,
                0,
                Optional.of(new ErrorFault("com.acme.a", List.of(error))),
                ListingFault.NONE,
                Optional.empty()));
        assertThat(install("-I -F", TestProfiles.bytes("com.acme.a"), "").text())
                .endsWith("returned -319 (Error = -319)\n");
        assertThat(install("-I -F", TestProfiles.bytes("com.acme.b"), "").exit())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"10.13.2,false", "10.13.6,false", "10.15.7,false", "14.0,true"})
    void tellsWhoInstalledAProfileFrom11OnOnly(String macos, boolean told) throws Exception {
        start(macos, "0");

        assertThat(profiles("-P -v").text().contains("installedByMDM")).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({
        "10.13.2,There is no enrollment profile installed on this system",
        "10.13.6,Enrolled via DEP: No",
        "10.15.7,Enrolled via DEP: No",
        "14.0,Enrolled via DEP: No"
    })
    void tellsOfTheEnrollmentAsItsReleaseDoes(String macos, String line) throws Exception {
        start(macos, "501");

        assertThat(profiles("status -type enrollment").text()).startsWith(line + "\n");
    }

    @ParameterizedTest
    @CsvSource({"10.15.7,install,validate", "14.0,validate,install"})
    void helpNamesTheVerbsOfItsRelease(String macos, String known, String unknown) throws Exception {
        start(macos, "0");

        String verbs = profiles("help").text().replaceAll("to install configuration profiles", "");
        assertThat(verbs).contains(" " + known + " ").doesNotContain(" " + unknown + " ");
    }

    private boolean isRefused(String type) throws Exception {
        byte[] profile = TestProfiles.profile("com.acme.x")
                .payload(type, "com.acme.x.a", Map.of())
                .xml();
        Tool.Result result = install("-I -F", profile, "");
        assertThat(result.text()).matches(text -> text.isEmpty() || text.endsWith("returned 4022 (Error = 4022)\n"));
        return result.exit() == 1;
    }

    private Tool.Result install(String command, byte[] profile, String more) throws Exception {
        Path file = Files.write(folder.resolve("profile.mobileconfig"), profile);
        return profiles((command + " " + file + " " + more).strip());
    }
}
