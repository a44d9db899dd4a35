// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.scaffold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.desired.Prefix;
import dev.cmdm.installed.Installed;
import dev.cmdm.installed.InstalledPayload;
import dev.cmdm.installed.InstalledProfile;
import dev.cmdm.installed.ListingReader;
import dev.cmdm.installed.Origin;
import dev.cmdm.installed.OriginReader;
import dev.cmdm.plist.PlistReader;
import dev.cmdm.plist.PlistValue;
import dev.cmdm.profile.PayloadUuids;
import dev.cmdm.profile.Profile;
import dev.cmdm.profile.ProfileIdentifier;
import dev.cmdm.profile.ProfileKey;
import dev.cmdm.profile.Stamp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written of a Mac; the files beside the readings are read by Ruby and Puppet in their own specs. */
class ScaffolderTest {
    private static final Path FOLDER = Path.of("../../spec/contract/scaffold");
    private static final SecretNames SECRETS = type -> switch (type) {
        case "com.apple.wifi.managed" -> Set.of("Password", "ProxyPassword", "UserPassword");
        case "com.apple.security.scep" -> Set.of("Challenge");
        default -> Set.of();
    };

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsWhatRubyAndPuppetWereShown(Notation notation) throws IOException {
        Path folder = FOLDER.resolve(notation.word());
        List<ScaffoldFile> files = write(notation).files();
        try (var expected = Files.list(folder)) {
            assertThat(files)
                    .extracting(ScaffoldFile::name)
                    .containsExactlyInAnyOrderElementsOf(
                            expected.map(file -> file.getFileName().toString()).toList());
        }
        for (ScaffoldFile file : files) {
            assertThat(text(file)).isEqualTo(Files.readString(folder.resolve(file.name())));
        }
    }

    @ParameterizedTest
    @EnumSource
    void noPasswordIsWritten(Notation notation) {
        assertThat(write(notation).files())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(text(file)).doesNotContain("CANARY"));
    }

    @Test
    void whatCouldNotBeRecoveredIsSaidOfEachProfile() {
        assertThat(losses(write(Notation.FILES), "com.acme.wifi"))
                .containsExactly(
                        "not-proven ",
                        "secret-left-out PayloadContent[0].ProxyPassword",
                        "secret-left-out PayloadContent[0].EAPClientConfiguration.UserPassword",
                        "secrets-not-shown PayloadContent[0]",
                        "settings-not-shown PayloadContent[1]",
                        "secrets-not-shown PayloadContent[1]",
                        "signature ",
                        "origin-unknown ");
        assertThat(losses(write(Notation.FILES), "com.acme.typed@alice"))
                .containsExactly("not-proven ", "signature ", "origin-unknown ", "user ");
        assertThat(losses(write(Notation.HIERA), "com.acme.typed"))
                .containsExactly("not-proven ", "local-copy ", "written-as-text ");
    }

    @Test
    void anEnrollmentProfileIsNeverWritten() {
        Scaffold scaffold = write(Notation.CHEF);
        assertThat(losses(scaffold, "com.acme.enroll")).containsExactly("enrollment ");
        assertThat(text(scaffold.files().get(0))).doesNotContain("com.apple.mdm");
    }

    @Test
    void aProfileOfDeclarativeManagementIsNeverWritten() {
        Scaffold scaffold = write(installed(profile("com.acme.a", "A").owned()));
        assertThat(losses(scaffold, "com.acme.a")).containsExactly("declarative ");
        assertThat(scaffold.files()).isEmpty();
    }

    @Test
    void puppetNamesAProfileOnce() {
        assertThat(losses(write(Notation.PUPPET), "com.acme.typed@alice")).containsExactly("not-writable ");
        assertThat(losses(write(Notation.CHEF), "com.acme.typed@alice")).contains("user ");
    }

    @Test
    void aPrefixEndsAtADot() {
        Installed installed = installed(profile("com.acme.a", "A"), profile("com.acmeother.a", "B"));
        Scaffold scaffold =
                Scaffolder.write(Notation.FILES, installed, Optional.of(new Prefix("com.acme")), type -> Set.of());
        assertThat(scaffold.profiles())
                .extracting(entry -> entry.key().toString())
                .containsExactly("com.acme.a");
    }

    @Test
    void anInstalledUuidThatTheContentGivesProvesItWhole() {
        PlistValue.Dict declared = new PlistValue.Dict(Map.of(
                "PayloadIdentifier", new PlistValue.Text("com.acme.a"),
                "PayloadScope", new PlistValue.Text("System"),
                "PayloadContent",
                        new PlistValue.Array(List.of(new PlistValue.Dict(Map.of(
                                "PayloadType", new PlistValue.Text("com.apple.dock"),
                                "PayloadIdentifier", new PlistValue.Text("com.acme.a.dock"),
                                "tilesize", PlistValue.Int.of(48)))))));
        String uuid = Stamp.content(Profile.fromContent(declared), PayloadUuids.KEEP)
                .findText("PayloadUUID")
                .orElseThrow();
        Scaffold.Entry entry =
                write(installed(profile("com.acme.a", uuid))).profiles().get(0);
        assertThat(entry.proven()).isTrue();
        assertThat(entry.losses()).isEmpty();
        assertThat(write(installed(profile("com.acme.a", "OTHER")))
                        .profiles()
                        .get(0)
                        .proven())
                .isFalse();
    }

    @Test
    void everyFileIsAProfileThatCmdmReads() {
        for (ScaffoldFile file : write(Notation.FILES).files()) {
            Profile profile = Profile.fromFile(new PlistReader(dev.cmdm.plist.PlistLimits.forListing())
                    .read(file.content().toArray()));
            assertThat(text(file)).contains(profile.identifier().value().replace("--", "- -"));
        }
    }

    @Test
    void filesOfLikeNamesDoNotMeet() {
        Installed installed =
                installed(profile("com.acme.A/b", "A"), profile("com.acme.a_b", "B"), profile("../x", "C"));
        assertThat(write(installed).files())
                .extracting(ScaffoldFile::name)
                .containsExactly("_._x.mobileconfig", "com.acme.A_b.mobileconfig", "com.acme.a_b-2.mobileconfig");
    }

    @Test
    void aMacWithoutProfilesGivesNoFile() {
        assertThat(write(installed()).files()).isEmpty();
    }

    private static Scaffold write(Notation notation) {
        Installed listed = ListingReader.read(bytes("listing.plist"), true);
        return Scaffolder.write(notation, OriginReader.read(bytes("verbose.txt"), listed), Optional.empty(), SECRETS);
    }

    private static Scaffold write(Installed installed) {
        return Scaffolder.write(Notation.FILES, installed, Optional.empty(), type -> Set.of());
    }

    private static List<String> losses(Scaffold scaffold, String key) {
        return scaffold.profiles().stream()
                .filter(entry -> entry.key().toString().equals(key))
                .flatMap(entry -> entry.losses().stream())
                .map(loss -> loss.code().word() + " " + loss.keyPath())
                .toList();
    }

    private static Installed installed(InstalledProfile... profiles) {
        return new Installed(List.of(profiles), true, true);
    }

    private static InstalledProfile profile(String identifier, String uuid) {
        InstalledPayload payload = new InstalledPayload(
                "com.apple.dock",
                "com.acme.a.dock",
                "0B0F5F0E-3A55-4A52-8A5F-6A1C3F1F9D11",
                new PlistValue.Dict(Map.of("tilesize", PlistValue.Int.of(48))));
        ProfileKey key = ProfileKey.system(new ProfileIdentifier(identifier));
        return new InstalledProfile(key, uuid, Origin.MDM, "", "", List.of(payload));
    }

    private static String text(ScaffoldFile file) {
        return new String(file.content().toArray(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
