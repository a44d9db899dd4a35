// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import dev.cmdm.plist.KeyPath;
import dev.cmdm.plist.Places;
import dev.cmdm.plist.PlistDocument;
import dev.cmdm.plist.PlistValue;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A configuration profile that keeps the rules of its kind: an identifier, a UUID, a type, and payloads
 * that macOS can tell apart. (Apple, TopLevel.yaml.) Compares by content.
 */
public final class Profile {
    private final PlistValue.Dict content;
    private final ProfileIdentifier identifier;
    private final Optional<String> declaredUuid;
    private final List<Payload> payloads;
    private final List<KeyPath> filledSecrets;
    private final WarningList warnings;

    private Profile(PlistValue.Dict declared, PlistValue.Dict content, WarningList warnings) {
        this(declared.findText(Keys.UUID), content, List.of(), warnings);
    }

    private Profile(
            Optional<String> declaredUuid, PlistValue.Dict content, List<KeyPath> filledSecrets, WarningList warnings) {
        this.content = content;
        this.identifier = Rules.identifier(content);
        this.declaredUuid = declaredUuid;
        this.filledSecrets = List.copyOf(filledSecrets);
        this.payloads = Rules.payloads(content);
        Oddities.find(content, payloads, warnings);
        this.warnings = warnings;
    }

    /**
     * A profile written by someone else as a whole, to which nothing is added.
     *
     * @throws ProfileException when it breaks a rule
     */
    public static Profile fromFile(PlistDocument document) {
        PlistValue.Dict content = Rules.dictionary(document.root());
        Rules.checkWhole(content);
        return new Profile(content, content, new WarningList());
    }

    /**
     * A profile declared as a Hash or as JSON, of which only PayloadIdentifier is needed: type, version,
     * UUIDs, and the payloads' identifiers and versions are filled in where they are left out.
     *
     * @throws ProfileException when it breaks a rule
     */
    public static Profile fromContent(PlistValue.Dict declared) {
        WarningList warnings = new WarningList();
        return new Profile(declared, new Filler(declared, warnings).fill(), warnings);
    }

    /**
     * The same profile with other texts in it, which came to stand there later.
     *
     * @param secrets where secrets came to stand
     * @throws ProfileException when a text breaks a rule
     */
    Profile filled(PlistValue.Dict texts, List<KeyPath> secrets) {
        Optional<String> uuid = declaredUuid.flatMap(unused -> texts.findText(Keys.UUID));
        return new Profile(uuid, texts, secrets, warnings.of(Filler.FILLED_IN));
    }

    /** Where a secret stands that could be guessed: under a password-like key, or filled in from a source of secrets. */
    public List<KeyPath> secrets() {
        return Stream.concat(SecretKeys.in(content).stream(), filledSecrets.stream())
                .distinct()
                .toList();
    }

    /** All it holds; in a profile from content, with what was filled in. */
    public PlistValue.Dict content() {
        return content;
    }

    /** Its top-level PayloadIdentifier. */
    public ProfileIdentifier identifier() {
        return identifier;
    }

    /** Its top-level PayloadUUID, as written or filled in; not always of UUID form. */
    public String uuid() {
        return content.findText(Keys.UUID).orElseThrow();
    }

    /** The top-level PayloadUUID as whoever declared it wrote it, or nothing when it was left out. */
    public Optional<String> findUuid() {
        return declaredUuid;
    }

    /** Its top-level PayloadType, which should be {@code Configuration}. */
    public String type() {
        return content.findText(Keys.TYPE).orElseThrow();
    }

    /** Its PayloadScope; the computer when that is missing or odd. */
    public Scope scope() {
        return content.findText(Keys.SCOPE)
                .filter(Scope.USER.word()::equals)
                .map(word -> Scope.USER)
                .orElse(Scope.SYSTEM);
    }

    /** Its payloads in their order; none when the content is encrypted. */
    public List<Payload> payloads() {
        return payloads;
    }

    /** The name shown to people, or nothing. */
    public Optional<String> findDisplayName() {
        return content.findText(Keys.DISPLAY_NAME);
    }

    /** Its PayloadVersion, or nothing when that is missing or no integer. */
    public Optional<BigInteger> findVersion() {
        return content.find(Keys.VERSION)
                .filter(PlistValue.Int.class::isInstance)
                .map(version -> ((PlistValue.Int) version).value());
    }

    /** Whether a user may not remove it. (Apple, TopLevel.yaml; default false.) */
    public boolean removalDisallowed() {
        return content.find(Keys.REMOVAL_DISALLOWED)
                .filter(new PlistValue.Bool(true)::equals)
                .isPresent();
    }

    /** Whether its payloads are encrypted for one Mac, so that nobody else can read them. */
    public boolean encrypted() {
        return content.find(Keys.ENCRYPTED_CONTENT).isPresent();
    }

    /** What is odd about it and was tolerated; without lines, which only the bytes have. */
    public List<ProfileWarning> warnings() {
        return warnings(Places.NONE);
    }

    /** The same with the lines that the bytes have. */
    List<ProfileWarning> warnings(Places places) {
        return warnings.found(places);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Profile profile && content.equals(profile.content);
    }

    @Override
    public int hashCode() {
        return content.hashCode();
    }

    /** Its identifier only, for the content may be secret. */
    @Override
    public String toString() {
        return identifier.value();
    }
}
