// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.desired;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.desired.Declaration.Source;
import dev.cmdm.desired.DesiredProfile.Options;
import dev.cmdm.plist.BinaryPlist;
import dev.cmdm.plist.Bytes;
import dev.cmdm.plist.CanonicalXml;
import dev.cmdm.plist.Place;
import dev.cmdm.plist.PlistValue;
import dev.cmdm.plist.PlistValue.Text;
import dev.cmdm.profile.ProfileReader;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProfileLoaderTest {
    private static final PlistValue.Dict PROFILE = new PlistValue.Dict(Map.of(
            "PayloadIdentifier", new Text("com.example.content"),
            "PayloadType", new Text("Configuration"),
            "PayloadUUID", new Text("11111111-1111-4111-8111-111111111111")));

    private final ProfileLoader loader = new ProfileLoader(
            new ProfileReader(envelope -> {
                throw new AssertionError("opened something unsigned");
            }),
            new ProfileBytes());

    private DesiredProfile load(String identifier, Source source) {
        return loader.load(
                new Declaration("a recipe", Optional.of(identifier), Ensure.PRESENT, source, "", Options.DEFAULTS));
    }

    private Place mismatch(Source source) {
        Content content = load("com.example.declared", source).content();
        assertThat(content).isInstanceOf(Content.Broken.class);
        RuntimeException error = ((Content.Broken) content).error();
        assertThat(error)
                .isInstanceOf(IdentifierMismatchException.class)
                .hasMessageContaining("com.example.declared")
                .hasMessageContaining("com.example.content");
        return ((IdentifierMismatchException) error).place();
    }

    @Test
    void namesTheLineThatHasAnotherIdentifierThanTheDeclaration() {
        assertThat(mismatch(new Source.Raw(new Bytes(CanonicalXml.write(PROFILE)))))
                .isEqualTo(new Place("PayloadIdentifier", 6, 2));
        assertThat(mismatch(new Source.Raw(new Bytes(BinaryPlist.write(PROFILE)))))
                .isEqualTo(new Place("PayloadIdentifier", 0, 0));
        assertThat(mismatch(new Source.Tree(PROFILE))).isEqualTo(new Place("PayloadIdentifier", 0, 0));
    }

    @Test
    void takesAFileUnderItsOwnIdentifier() {
        DesiredProfile desired = load("com.example.content", new Source.Raw(new Bytes(CanonicalXml.write(PROFILE))));
        assertThat(desired.findProfile()).isPresent();
    }
}
