// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.installed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.profile.ObjectName;
import dev.cmdm.profile.ProfileIdentifier;
import dev.cmdm.profile.ProfileKey;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a server brought in an object of its own is read as what is inside. */
class ObjectsTest {
    private static final String INSIDE = "8D19E05A-C670-5D8E-B696-4167154D41D8";
    private static final String OTHER = "05B16A01-46C6-56DD-BD6E-C6DFB4A1427A";
    private static final String LISTED = "3B1C2F8E-0000-4000-8000-00000000000A";
    private static final ProfileKey DOCK = ProfileKey.system(new ProfileIdentifier("com.acme.dock"));

    @Test
    void anObjectStandsUnderTheIdentifierAndUuidOfWhatIsInside() {
        Installed installed = read(entry(LISTED, LISTED, "com.acme.dock:" + INSIDE + "/V_2", "2026-02-28 09:00:00"));
        InstalledProfile there = installed.find(DOCK).orElseThrow();
        assertThat(there.key()).isEqualTo(DOCK);
        assertThat(there.uuid()).isEqualTo(INSIDE);
        assertThat(there.assigned())
                .contains(new Assigned(
                        ProfileKey.system(new ProfileIdentifier(LISTED)),
                        LISTED,
                        new ObjectName(new ProfileIdentifier("com.acme.dock"), INSIDE)));
        assertThat(installed.find(ProfileKey.system(new ProfileIdentifier(LISTED))))
                .contains(there);
    }

    @Test
    void aProfileOfItsOwnIdentifierIsNoObjectWhateverItIsCalled() {
        Installed installed = read(entry("com.acme.dock", LISTED, "com.acme.dock:" + INSIDE, "2026-02-28 09:00:00"));
        InstalledProfile there = installed.find(DOCK).orElseThrow();
        assertThat(there.uuid()).isEqualTo(LISTED);
        assertThat(there.assigned()).isEmpty();
    }

    @Test
    void ofSeveralObjectsTheLastThatCameIsFoundInEitherOrder() {
        String old = entry(LISTED, LISTED, "com.acme.dock:" + INSIDE, "2026-02-28 09:00:00");
        String young = entry(OTHER, LISTED, "com.acme.dock:" + OTHER, "2026-02-28 09:00:01");
        for (String both : new String[] {old + young, young + old}) {
            Installed installed = read(both);
            assertThat(installed.copies(DOCK)).hasSize(2);
            assertThat(installed.find(DOCK).orElseThrow().uuid()).isEqualTo(OTHER);
        }
    }

    @Test
    void whatAPersonInstalledUnderSuchANameIsWhatItIs() {
        Installed installed = read(entry(LISTED, LISTED, "com.acme.dock:" + INSIDE, "2026-02-28 09:00:00"));
        String verbose = "_computerlevel[1] attribute: name: com.acme.dock:" + INSIDE + "\n"
                + "_computerlevel[1] attribute: profileIdentifier: " + LISTED + "\n"
                + "_computerlevel[1] attribute: profileUUID: " + LISTED + "\n"
                + "_computerlevel[1] attribute: installedByMDM: ";
        InstalledProfile byMdm = told(verbose + "TRUE\n", installed);
        assertThat(byMdm.origin()).isEqualTo(Origin.MDM);
        assertThat(byMdm.key()).isEqualTo(DOCK);
        InstalledProfile byHand = told(verbose + "FALSE\n", installed);
        assertThat(byHand.origin()).isEqualTo(Origin.LOCAL);
        assertThat(byHand.key()).isEqualTo(ProfileKey.system(new ProfileIdentifier(LISTED)));
        assertThat(byHand.uuid()).isEqualTo(LISTED);
    }

    private static InstalledProfile told(String verbose, Installed installed) {
        return OriginReader.read(verbose.getBytes(StandardCharsets.UTF_8), installed)
                .profiles()
                .get(0);
    }

    private static Installed read(String entries) {
        String listing = "<?xml version=\"1.0\"?><plist version=\"1.0\"><dict><key>_computerlevel</key><array>"
                + entries + "</array></dict></plist>";
        return ListingReader.read(listing.getBytes(StandardCharsets.UTF_8), true);
    }

    private static String entry(String identifier, String uuid, String name, String date) {
        return "<dict><key>ProfileDisplayName</key><string>" + name + "</string><key>ProfileIdentifier</key><string>"
                + identifier + "</string><key>ProfileInstallDate</key><string>" + date
                + " +0000</string><key>ProfileUUID</key><string>" + uuid
                + "</string><key>ProfileItems</key><array/></dict>";
    }
}
