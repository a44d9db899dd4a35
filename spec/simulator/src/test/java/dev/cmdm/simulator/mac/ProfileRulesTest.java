// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.mac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cmdm.simulator.TestProfiles;
import dev.cmdm.simulator.facts.MacosVersion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ProfileRulesTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final String KERNEL_EXTENSIONS = "com.apple.syspolicy.kernel-extension-policy";
    private static final Optional<String> NOBODY = Optional.empty();

    private Instant now = NOON;
    private final InstantSource source = () -> now;
    private final ProfileStore store = new ProfileStore();
    private final ProfileRules rules = rulesOf("15.1");

    @Test
    void replacesByIdentifierInPlaceAndDatesItAnew() throws Exception {
        install("com.acme.a");
        install("com.acme.b");
        now = NOON.plusSeconds(60);
        install("com.acme.a");

        assertThat(store.all()).extracting(InstalledProfile::identifier).containsExactly("com.acme.a", "com.acme.b");
        assertThat(store.all().get(0).installDate()).isEqualTo(NOON.plusSeconds(60));
        assertThat(store.all().get(0).origin()).isEqualTo(Origin.MDM);
    }

    @Test
    void doesNotReplaceAProfileThatWasInstalledByHand() throws Exception {
        rules.installByHand(TestProfiles.bytes("com.acme.a"), NOBODY);

        refuses(() -> install("com.acme.a"), "MDMClientError", 96);
        assertThat(store.all().get(0).origin()).isEqualTo(Origin.LOCAL);
    }

    @Test
    void doesNotReplaceByHandWhatTheMdmInstalled() throws Exception {
        install("com.acme.a");

        refuses(() -> rules.installByHand(TestProfiles.bytes("com.acme.a"), NOBODY), "MCInstallationErrorDomain", 4001);
    }

    @Test
    void commandsOfTheMdmDoNotChangeWhatADeclarationTookOver() throws Exception {
        install("com.acme.a");
        rules.declare(TestProfiles.bytes("com.acme.a"));

        assertThat(store.all()).extracting(InstalledProfile::origin).containsExactly(Origin.DECLARATIVE);
        refuses(() -> install("com.acme.a"), "MDMClientError", 96);
        refuses(() -> rules.removeByMdm("com.acme.a"), "MCMDMErrorDomain", 12013);
        assertThat(rules.removeByTool(new ToolRemoval("com.acme.a", NOBODY, Optional.empty(), Optional.empty())))
                .contains(ToolRemoval.Refusal.MDM);
    }

    @Test
    void aDeclarationTakesOverNothingThatWasInstalledByHand() throws Exception {
        rules.installByHand(TestProfiles.bytes("com.acme.a"), NOBODY);

        refuses(() -> rules.declare(TestProfiles.bytes("com.acme.a")), "MDMClientError", 96);
    }

    @Test
    void cannotRemoveWhatIsNotThere() {
        refuses(() -> rules.removeByMdm("com.acme.a"), "MDMClientError", 89);
    }

    @Test
    void theMdmCannotRemoveWhatWasInstalledByHand() throws Exception {
        rules.installByHand(TestProfiles.bytes("com.acme.a"), NOBODY);

        refuses(() -> rules.removeByMdm("com.acme.a"), "MCMDMErrorDomain", 12013);
    }

    @Test
    void theMdmCannotRemoveTheEnrollmentProfile() throws Exception {
        rules.enroll(TestProfiles.bytes("com.acme.enroll"));

        refuses(() -> rules.removeByMdm("com.acme.enroll"), "MCMDMErrorDomain", 12013);
    }

    @Test
    void reportsWhatIsWrongWithTheBytes() {
        refuses(
                () -> rules.installByMdm("not a profile".getBytes(StandardCharsets.UTF_8), Approval.USER_APPROVED),
                "NSCocoaErrorDomain",
                3840);
    }

    @Test
    void theDeviceChannelTakesNoUserProfile() {
        byte[] profile =
                TestProfiles.profile("com.acme.u").with("PayloadScope", "User").xml();

        refuses(() -> rules.installByMdm(profile, Approval.USER_APPROVED), "NSPOSIXErrorDomain", 1);
    }

    @Test
    void anUnapprovedMdmMayNotInstallKernelExtensionPolicies() throws Exception {
        byte[] profile = TestProfiles.profile("com.acme.kext")
                .payload(KERNEL_EXTENSIONS, "com.acme.kext.a", Map.of())
                .xml();

        refuses(() -> rules.installByMdm(profile, Approval.MDM), "MCInstallationErrorDomain", 4022);
        refuses(() -> rules.installByHand(profile, NOBODY), "MCInstallationErrorDomain", 4022);
        rules.installByMdm(profile, Approval.AUTOMATED);
        assertThat(store.all()).hasSize(1);
    }

    @Test
    void nobodyWasAskedForApprovalBefore10134() throws Exception {
        byte[] profile = TestProfiles.profile("com.acme.kext")
                .payload(KERNEL_EXTENSIONS, "com.acme.kext.a", Map.of())
                .xml();

        refuses(() -> rulesOf("10.13.4").installByMdm(profile, Approval.MDM), "MCInstallationErrorDomain", 4022);
        rulesOf("10.13.3").installByMdm(profile, Approval.MDM);
        assertThat(store.all()).hasSize(1);
    }

    @Test
    void aKeyForMdmsOnlyIsRefusedByHandFromTheReleaseThatKnowsIt() throws Exception {
        byte[] profile = TestProfiles.profile("com.acme.login")
                .payload("com.apple.loginwindow", "com.acme.login.a", Map.of("AutologinUsername", "alice"))
                .xml();

        refuses(() -> rulesOf("14.0").installByHand(profile, NOBODY), "MCInstallationErrorDomain", 4022);
        rulesOf("10.15.7").installByHand(profile, NOBODY);
        assertThat(store.all()).hasSize(1);
    }

    @Test
    void noCommandInstallsAnotherMdm() {
        byte[] profile = TestProfiles.profile("com.acme.mdm")
                .payload("com.apple.mdm", "com.acme.mdm.a", Map.of())
                .xml();

        refuses(() -> rules.installByMdm(profile, Approval.USER_APPROVED), "MCMDMErrorDomain", 12001);
    }

    @Test
    void aUserProfileIsItsUsersAndASystemProfileTheComputers() throws Exception {
        byte[] own =
                TestProfiles.profile("com.acme.u").with("PayloadScope", "User").xml();
        rules.installByHand(own, Optional.of("alice"));
        rules.installByHand(TestProfiles.bytes("com.acme.s"), Optional.of("alice"));

        assertThat(store.all()).extracting(InstalledProfile::owner).containsExactly("alice", "_computerlevel");
    }

    @Test
    void unenrollingTakesAwayAllButWhatWasInstalledByHand() throws Exception {
        rules.enroll(TestProfiles.bytes("com.acme.enroll"));
        install("com.acme.a");
        rules.installByHand(TestProfiles.bytes("com.acme.mine"), NOBODY);
        rules.unenroll();

        assertThat(store.all()).extracting(InstalledProfile::identifier).containsExactly("com.acme.mine");
    }

    private ProfileRules rulesOf(String macos) {
        return new ProfileRules(MacosVersion.of(macos), store, source.withZone(ZoneOffset.UTC));
    }

    private void install(String identifier) throws RefusedException {
        rules.installByMdm(TestProfiles.bytes(identifier), Approval.USER_APPROVED);
    }

    private static void refuses(ThrowingCallable action, String domain, int code) {
        assertThatThrownBy(action).isInstanceOfSatisfying(RefusedException.class, refusal -> {
            assertThat(refusal.chain()).hasSize(1);
            assertThat(refusal.chain().get(0).domain()).isEqualTo(domain);
            assertThat(refusal.chain().get(0).code()).isEqualTo(code);
        });
    }
}
