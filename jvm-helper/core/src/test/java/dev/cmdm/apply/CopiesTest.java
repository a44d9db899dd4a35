// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.desired.Owner;
import dev.cmdm.installed.Assigned;
import dev.cmdm.installed.Installed;
import dev.cmdm.installed.InstalledProfile;
import dev.cmdm.installed.Origin;
import dev.cmdm.journal.Entry;
import dev.cmdm.plan.Pending;
import dev.cmdm.plist.PlistValue;
import dev.cmdm.profile.Fingerprint;
import dev.cmdm.profile.ObjectName;
import dev.cmdm.profile.ProfileIdentifier;
import dev.cmdm.profile.ProfileKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a reading proves where an object of a server follows another copy of the same profile. */
class CopiesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final ProfileKey KEY = ProfileKey.system(new ProfileIdentifier("com.acme.dock"));
    private static final Fingerprint CONTENT = new Fingerprint("a".repeat(64));
    private static final String OLD = "11111111-1111-1111-1111-111111111111";

    @Test
    void theNewObjectIsSeenThoughTheOldCopyCameInTheSameSecond() {
        Pending sent = Pending.install(KEY, CONTENT, CONTENT.derivedUuid(), "c-1", Owner.CLI, NOW);
        assertThat(new Sight(installed(plain(), object()), NOW).findEnd(sent)).containsInstanceOf(Entry.Seen.class);
        assertThat(new Sight(installed(object(), plain()), NOW).findEnd(sent)).containsInstanceOf(Entry.Seen.class);
        assertThat(new Sight(installed(plain()), NOW).findEnd(sent)).isEmpty();
    }

    @Test
    void theCopyThatWasToGoIsGoneThoughAnotherStands() {
        Pending sent = Pending.removal(KEY, OLD, "c-2", Owner.CLI, NOW);
        assertThat(new Sight(installed(plain(), object()), NOW).findEnd(sent)).isEmpty();
        assertThat(new Sight(installed(object()), NOW).findEnd(sent)).containsInstanceOf(Entry.Gone.class);
    }

    @Test
    void whatWasToGoAltogetherIsThereWhileAnyCopyIs() {
        Pending sent = Pending.removal(KEY, "c-3", Owner.CLI, NOW);
        assertThat(new Sight(installed(object()), NOW).findEnd(sent)).isEmpty();
        assertThat(new Sight(installed(), NOW).findEnd(sent)).containsInstanceOf(Entry.Gone.class);
    }

    private static Installed installed(InstalledProfile... profiles) {
        return new Installed(List.of(profiles), true, true);
    }

    private static InstalledProfile plain() {
        return new InstalledProfile(KEY, OLD, Origin.MDM, "2026-03-01 09:59:00 +0000", "Dock", List.of());
    }

    private static InstalledProfile object() {
        ProfileKey listed = ProfileKey.system(new ProfileIdentifier("0A-1"));
        return new InstalledProfile(
                KEY,
                CONTENT.derivedUuid(),
                Origin.MDM,
                false,
                "2026-03-01 09:59:00 +0000",
                "",
                List.of(),
                PlistValue.Dict.empty(),
                "",
                Optional.of(new Assigned(listed, "0A-1", new ObjectName(KEY.identifier(), CONTENT.derivedUuid()))));
    }
}
