// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConvertCommandTest {
    @TempDir
    private Path folder;

    private String file;

    @BeforeEach
    void writeAProfile() throws IOException {
        file = Files.writeString(
                        folder.resolve("a.mobileconfig"),
                        SampleProfile.of("com.acme.dock", "<key>tilesize</key><integer>48</integer>"))
                .toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xml", "binary", "canonical"})
    void everyFormHasTheSettingsAndTheUuidsOfTheFile(String form) {
        String output = folder.resolve("out." + form).toString();
        Ended run = Called.with("convert", "--to", form, "--output", output, file);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(Called.with("diff", file, output).out()).isEqualTo("The same settings; only the form differs.\n");
    }

    @Test
    void writesToStandardOutputWhatItReadFromStandardInput() throws IOException {
        Called binary = new Called(new ByteArrayInputStream(Files.readAllBytes(Path.of(file))));
        binary.end("convert", "--to", "binary", "-");
        assertThat(binary.out.toByteArray()).startsWith("bplist00".getBytes(StandardCharsets.US_ASCII));
        Called back = new Called(new ByteArrayInputStream(binary.out.toByteArray()));
        Ended run = back.end("convert", "--to", "canonical", "-");
        assertThat(run.out())
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE plist")
                .contains("\t\t\t<key>tilesize</key>\n\t\t\t<integer>48</integer>\n");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void aBrokenFileWritesNothing() throws IOException {
        Path output = folder.resolve("out");
        Path broken = Files.writeString(folder.resolve("broken"), "<plist>");
        Ended run = Called.with("convert", "--to", "xml", "--output", output.toString(), broken.toString());
        assertThat(run.exit()).isEqualTo(65);
        assertThat(run.err()).contains("(malformed-xml)");
        assertThat(output).doesNotExist();
    }

    @Test
    void saysThatTheOutputCannotBeWritten() {
        String output = folder.toString(); // which is not empty, so that no file can take its place
        Ended run = Called.with("convert", "--to", "xml", "--output", output, file);
        assertThat(run.exit()).isEqualTo(65);
        assertThat(run.err()).contains(output, "could not be written", "(io)");
    }

    @Test
    void aFormThatIsNoneIsWrongUsage() {
        assertThat(Called.with("convert", "--to", "json", file).exit()).isEqualTo(64);
        assertThat(Called.with("convert", file).exit()).isEqualTo(64);
    }
}
