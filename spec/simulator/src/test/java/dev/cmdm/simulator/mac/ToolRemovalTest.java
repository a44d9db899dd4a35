// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.mac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.simulator.TestProfiles;
import dev.cmdm.simulator.facts.MacosVersion;
import dev.cmdm.simulator.mac.ToolRemoval.Refusal;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolRemovalTest {
    private static final Optional<String> NONE = Optional.empty();
    private static final Optional<String> ALICE = Optional.of("alice");

    private final ProfileStore store = new ProfileStore();
    private static final MacosVersion MACOS = MacosVersion.of("15.1");

    private final ProfileRules rules = new ProfileRules(MACOS, store, Clock.systemUTC());

    @Test
    void rootRemovesWhatWasInstalledByHand() throws Exception {
        rules.installByHand(TestProfiles.bytes("com.acme.a"), NONE);

        assertThat(refusal("com.acme.a", NONE, NONE, NONE)).isEmpty();
    }

    @Test
    void nobodyRemovesWhatIsNotThere() {
        assertThat(refusal("com.acme.a", NONE, NONE, NONE)).contains(Refusal.ABSENT);
    }

    @Test
    void rootCannotRemoveWhatTheMdmInstalled() throws Exception {
        rules.installByMdm(TestProfiles.bytes("com.acme.a"), Approval.USER_APPROVED);

        assertThat(refusal("com.acme.a", NONE, NONE, NONE)).contains(Refusal.MDM);
    }

    @ParameterizedTest
    @CsvSource({
        "10.13.6,false,true",
        "10.13.6,true,false",
        "10.14.6,false,true",
        "10.14.6,true,false",
        "10.15,false,false"
    })
    void before1015RootRemovesWhatTheMdmInstalledUnlessItMayNotBeRemoved(
            String macos, boolean disallowed, boolean removed) throws Exception {
        byte[] profile = TestProfiles.profile("com.acme.a")
                .with("PayloadRemovalDisallowed", disallowed)
                .xml();
        rules.installByMdm(profile, Approval.USER_APPROVED);

        assertThat(new ToolRemoval("com.acme.a", NONE, NONE, NONE)
                        .findRefusal(store, MacosVersion.of(macos))
                        .isEmpty())
                .isEqualTo(removed);
    }

    @Test
    void rootCannotRemoveTheEnrollmentProfile() throws Exception {
        rules.enroll(TestProfiles.bytes("com.acme.enroll"));

        assertThat(refusal("com.acme.enroll", NONE, NONE, NONE)).contains(Refusal.ENROLLMENT);
    }

    @Test
    void aUserRemovesHisOwnButNotTheComputers() throws Exception {
        rules.installByHand(
                TestProfiles.profile("com.acme.u").with("PayloadScope", "User").xml(), ALICE);
        rules.installByHand(TestProfiles.bytes("com.acme.s"), NONE);

        assertThat(refusal("com.acme.u", ALICE, ALICE, NONE)).isEmpty();
        assertThat(refusal("com.acme.u", ALICE, Optional.of("bob"), NONE)).contains(Refusal.NOT_ROOT);
        assertThat(refusal("com.acme.s", NONE, ALICE, NONE)).contains(Refusal.NOT_ROOT);
    }

    @Test
    void aRemovalPasswordIsAskedForAndMustBeRight() throws Exception {
        byte[] locked = TestProfiles.profile("com.acme.l")
                .payload("com.apple.profileRemovalPassword", "com.acme.l.p", Map.of("RemovalPassword", "open"))
                .xml();
        rules.installByHand(locked, NONE);

        assertThat(refusal("com.acme.l", NONE, NONE, NONE)).contains(Refusal.PASSWORD);
        assertThat(refusal("com.acme.l", NONE, NONE, Optional.of("wrong"))).contains(Refusal.PASSWORD);
        assertThat(refusal("com.acme.l", NONE, NONE, Optional.of("open"))).isEmpty();
    }

    private Optional<Refusal> refusal(
            String identifier, Optional<String> user, Optional<String> caller, Optional<String> password) {
        return new ToolRemoval(identifier, user, caller, password).findRefusal(store, MACOS);
    }
}
