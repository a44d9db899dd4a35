// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppManifestTest {
    private static final ManifestWriter.About AGENT =
            new ManifestWriter.About("https://cdn.acme.example/agent.pkg", "com.acme.agent", "1.2", "Acme & Agent");
    private static final String MD5_OF_ABC = "900150983cd24fb0d6963f7d28e17f72";
    private static final String SHA256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10 * 1024 * 1024, 10 * 1024 * 1024 + 1, 25_000_000})
    void whatWasWrittenIsReadAndMatchesItsPackage(int size) throws IOException {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        AppManifest manifest = AppManifest.read(ManifestWriter.write(in(bytes), AGENT), "it");
        PackageAsset asset = manifest.packages().get(0);
        assertThat(asset.url()).isEqualTo("https://cdn.acme.example/agent.pkg");
        assertThat(asset.hashes())
                .allSatisfy(hashes -> assertThat(hashes.expected()).hasSize((size + 10_485_759) / 10_485_760));
        assertThatCode(() -> asset.check(in(bytes), "agent.pkg")).doesNotThrowAnyException();
    }

    @Test
    void tellsWhatAPackageIs() throws IOException {
        String xml = new String(ManifestWriter.write(in("abc"), AGENT), StandardCharsets.UTF_8);
        assertThat(xml)
                .startsWith("<?xml")
                .contains(
                        MD5_OF_ABC, SHA256_OF_ABC, "<key>sizeInBytes</key>", "<integer>3</integer>", "software-package")
                .contains("com.acme.agent", "<string>1.2</string>", "Acme &amp; Agent");
    }

    @Test
    void aPackageOfAnotherSizeIsSaidAsSuch() throws IOException {
        PackageAsset asset = AppManifest.read(ManifestWriter.write(in(new byte[11_000_000]), AGENT), "it")
                .packages()
                .get(0);
        assertThatThrownBy(() -> asset.check(in(new byte[10]), "agent.pkg"))
                .isInstanceOf(ManifestException.class)
                .hasMessageContaining("agent.pkg has 10 bytes, which are 1 pieces of 10485760, and the manifest has 2");
    }

    @Test
    void aPackageOfWhichOneByteDiffersIsSaidWithItsPiece() throws IOException {
        byte[] bytes = new byte[11_000_000];
        PackageAsset asset = AppManifest.read(ManifestWriter.write(in(bytes), AGENT), "it")
                .packages()
                .get(0);
        bytes[10_999_999] = 1;
        assertThatThrownBy(() -> asset.check(in(bytes), "agent.pkg"))
                .isInstanceOf(ManifestException.class)
                .hasMessageContaining("agent.pkg does not match the manifest: piece 2 of 2 has another MD5");
    }

    @ParameterizedTest
    @CsvSource({"md5, " + MD5_OF_ABC, "sha256, " + SHA256_OF_ABC, "md5, 900150983CD24FB0D6963F7D28E17F72"})
    void oneKindOfHashesIsEnoughAndTheirCaseDoesNotCount(String kind, String hash) {
        PackageAsset asset = read(asset("<key>" + kind + "-size</key><integer>2000</integer><key>" + kind
                        + "s</key><array><string>" + hash + "</string></array>"))
                .packages()
                .get(0);
        assertThatCode(() -> asset.check(in("abc"), "it")).doesNotThrowAnyException();
        assertThatThrownBy(() -> asset.check(in("abd"), "it")).isInstanceOf(ManifestException.class);
    }

    @Test
    void aPackageWithoutHashesIsRefusedForAMacWouldTakeAny() {
        assertThatThrownBy(() -> read(asset(""))).hasMessageContaining("has a package without md5s or sha256s");
        assertThatThrownBy(() -> read(asset("<key>md5-size</key><integer>1</integer><key>md5s</key><array/>")))
                .hasMessageContaining("md5s without a usable md5-size");
        assertThatThrownBy(() -> read(asset("<key>md5s</key><array/>"))).isInstanceOf(ManifestException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<dict/>", "<array/>", "<dict><key>items</key><array/></dict>"})
    void whatNamesNoPackageIsNoManifest(String plist) {
        assertThatThrownBy(() -> read(plist))
                .isInstanceOf(ManifestException.class)
                .hasMessageContaining("is it the manifest of an application?");
    }

    @Test
    void whatIsNoPropertyListIsNotRepeated() {
        assertThatThrownBy(() -> AppManifest.read("canary".getBytes(StandardCharsets.UTF_8), "it"))
                .hasMessage("it is no property list; is it the manifest of an application?");
    }

    private static String asset(String hashes) {
        return "<dict><key>items</key><array><dict><key>assets</key><array><dict><key>kind</key><string>display-image"
                + "</string></dict><dict><key>kind</key><string>software-package</string><key>url</key>"
                + "<string>https://a/b.pkg</string>" + hashes + "</dict></array></dict></array></dict>";
    }

    private static AppManifest read(String inner) {
        String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><plist version=\"1.0\">" + inner + "</plist>";
        return AppManifest.read(xml.getBytes(StandardCharsets.UTF_8), "it");
    }

    private static InputStream in(String text) {
        return in(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream in(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }
}
