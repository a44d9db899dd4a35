// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is installed is written down, of readings from files; this machine is no Mac. */
class ImportCommandTest {
    private static final Path SAMPLES = Path.of("../../spec/contract/scaffold");

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenAndWhatIsLostIsSaidOfEachProfile() {
        Ended run = run("--as", "files", "--output", folder + "/new");
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .containsPattern("com\\.acme\\.wifi +unknown +com\\.acme\\.wifi\\.mobileconfig")
                .contains("secret-left-out: PayloadContent[0].ProxyPassword")
                .containsPattern("com\\.acme\\.enroll +left out")
                .endsWith("5 profiles written to " + folder
                        + "/new, 0 recovered whole, 1 left out. Nothing was changed on the Mac.\n");
        assertThat(run.out() + run.err()).doesNotContain("CANARY");
    }

    @Test
    void filesAreForTheirOwnerOnly() throws IOException {
        run("--as", "chef", "--output", folder.toString());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("profiles.rb"))))
                .isEqualTo("rw-------");
    }

    @Test
    void nothingIsOverwrittenUnlessAskedForAndThenNothingElseIsWritten() throws IOException {
        Path there = Files.writeString(folder.resolve("com.acme.wifi.mobileconfig"), "mine");
        Ended refused = run("--as", "files", "--output", folder.toString());
        assertThat(refused.exit()).isEqualTo(65);
        assertThat(refused.err()).contains(there.toString(), "--overwrite");
        assertThat(there).hasContent("mine");
        assertThat(folder).isDirectoryNotContaining("glob:**com.acme.wide.mobileconfig");
        assertThat(run("--as", "files", "--output", folder.toString(), "--overwrite")
                        .exit())
                .isZero();
        assertThat(there).content().contains("SSID_STR");
    }

    @Test
    void aPlanOfWhatWasWrittenRemovesNothingAndSaysWhatItWouldReplace() {
        run("--as", "files", "--output", folder.toString(), "--prefix", "com.acme");
        Ended plan = Called.with(
                "plan",
                "--complete",
                "com.acme",
                "--installed",
                SAMPLES.resolve("listing.plist").toString(),
                "--device",
                device(),
                "-o",
                "json",
                folder.toString());
        assertThat(plan.out())
                .doesNotContain("\"action\":\"remove\"", "\"action\":\"keep\"", "\"broken\"")
                .contains("\"id\":\"com.acme.wide\"", "\"id\":\"com.acme.typed\"");
    }

    @Test
    void jsonTellsTheSameWithoutAnyContent() {
        Ended run = run("--as", "hiera", "--output", folder.toString(), "-o", "json");
        assertThat(run.out())
                .contains("\"files\":[\"profiles.yaml\"]", "\"code\":\"written-as-text\"")
                .doesNotContain("CANARY", "Acme\"", "CANARY");
    }

    @Test
    void aBlankPrefixAndAFileForAFolderAreRefused() {
        assertThat(run("--as", "chef", "--output", folder.toString(), "--prefix", "")
                        .exit())
                .isEqualTo(64);
        assertThat(run("--as", "chef", "--output", device()).exit()).isEqualTo(64);
    }

    private static String device() {
        return SAMPLES.resolve("device.json").toString();
    }

    private static Ended run(String... options) {
        String[] all = new String[options.length + 5];
        all[0] = "import";
        System.arraycopy(options, 0, all, 1, options.length);
        all[options.length + 1] = "--installed";
        all[options.length + 2] = SAMPLES.resolve("listing.plist").toString();
        all[options.length + 3] = "--device";
        all[options.length + 4] = device();
        return Called.with(all);
    }
}
