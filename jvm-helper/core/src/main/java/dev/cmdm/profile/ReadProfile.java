// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import dev.cmdm.plist.Bytes;
import dev.cmdm.plist.KeyPath;
import dev.cmdm.plist.Places;
import dev.cmdm.plist.PlistValue;
import java.util.ArrayList;
import java.util.List;

/** A profile with the bytes it came in. Compares by profile and bytes. */
public final class ReadProfile {
    private final Profile profile;
    private final Bytes original;
    private final Bytes content;
    private final boolean signed;
    private final List<Signer> signers;
    private final List<ProfileWarning> formWarnings;
    private final Places places;

    private ReadProfile(
            Profile profile,
            Bytes original,
            Bytes content,
            boolean signed,
            List<Signer> signers,
            List<ProfileWarning> formWarnings,
            Places places) {
        this.profile = profile;
        this.original = original;
        this.content = content;
        this.signed = signed;
        this.signers = List.copyOf(signers);
        this.formWarnings = List.copyOf(formWarnings);
        this.places = places;
    }

    /**
     * A profile that was read from bytes.
     *
     * @param original the file
     * @param content the property list, out of the envelope if there is one
     * @param formWarnings what was tolerated in the envelope and in the property list
     * @param places the lines of the property list
     */
    ReadProfile(
            Profile profile,
            Bytes original,
            Bytes content,
            List<Signer> signers,
            List<ProfileWarning> formWarnings,
            Places places) {
        this(profile, original, content, !signers.isEmpty(), signers, formWarnings, places);
    }

    /** A profile whose signers do not matter, with the warnings that it has by itself. */
    public ReadProfile(Profile profile, Bytes original, boolean signed) {
        this(profile, original, original, signed, List.of(), List.of(), Places.NONE);
    }

    /**
     * The same profile with other texts in it, which came to stand there later; its bytes stay those that were read.
     *
     * @param secrets where secrets came to stand
     * @throws ProfileException when a text breaks a rule
     */
    public ReadProfile filled(PlistValue.Dict texts, List<KeyPath> secrets) {
        return new ReadProfile(
                profile.filled(texts, secrets), original, content, signed, signers, formWarnings, places);
    }

    /** What the bytes say. */
    public Profile profile() {
        return profile;
    }

    /** The bytes, untouched. */
    public Bytes original() {
        return original;
    }

    /** The bytes of the property list: out of the envelope if it was opened, else those that it came in. */
    public Bytes content() {
        return content;
    }

    /** Whether they are a signed envelope around the profile. */
    public boolean signed() {
        return signed;
    }

    /** Who signed, in the envelope's order; empty when nobody did. */
    public List<Signer> signers() {
        return signers;
    }

    /** What was tolerated: in the envelope, in the property list, in the profile. */
    public List<ProfileWarning> warnings() {
        List<ProfileWarning> all = new ArrayList<>(formWarnings);
        all.addAll(profile.warnings(places));
        return List.copyOf(all);
    }

    /** Line and column of whatever stands in the profile, of the text inside an envelope too. */
    public Places places() {
        return places;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReadProfile read
                && signed == read.signed
                && profile.equals(read.profile)
                && original.equals(read.original);
    }

    @Override
    public int hashCode() {
        return original.hashCode();
    }

    /** The profile's identifier only, for the content may be secret. */
    @Override
    public String toString() {
        return profile.toString();
    }
}
