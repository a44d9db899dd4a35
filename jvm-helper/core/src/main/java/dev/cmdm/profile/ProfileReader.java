// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import dev.cmdm.plist.Bytes;
import dev.cmdm.plist.Places;
import dev.cmdm.plist.PlistDocument;
import dev.cmdm.plist.PlistLimits;
import dev.cmdm.plist.PlistReader;
import dev.cmdm.plist.TooLargeException;
import java.util.ArrayList;
import java.util.List;

/** Reads a profile from the bytes of a file: XML, binary, or a signed envelope around either. */
public final class ProfileReader {
    private static final PlistLimits LIMITS = PlistLimits.forProfile();

    private final PlistReader plists = new PlistReader(LIMITS);
    private final EnvelopeOpener envelopes;

    /**
     * A reader.
     *
     * @param envelopes opens signed envelopes; asked only when there is one
     */
    public ProfileReader(EnvelopeOpener envelopes) {
        this.envelopes = envelopes;
    }

    /**
     * Reads one file.
     *
     * @param bytes the whole file
     * @throws dev.cmdm.plist.PlistException when it is no property list
     * @throws ProfileException when it is one but no profile, or when the envelope is broken
     */
    public ReadProfile read(byte[] bytes) {
        if (!EnvelopeForm.begins(bytes)) {
            return read(bytes, bytes, List.of(), List.of());
        }
        if (bytes.length > LIMITS.bytes()) {
            throw TooLargeException.bytes(bytes.length, LIMITS.bytes());
        }
        EnvelopeOpener.Opened opened = envelopes.open(bytes);
        return read(bytes, opened.content().toArray(), opened.signers(), opened.warnings());
    }

    private ReadProfile read(byte[] original, byte[] plist, List<Signer> signers, List<ProfileWarning> envelope) {
        PlistDocument document = plists.read(plist);
        Bytes content = new Bytes(plist);
        Places places = Places.in(document, content);
        Profile profile = profile(document, places);
        List<ProfileWarning> warnings = new ArrayList<>(envelope);
        document.warnings().forEach(warning -> warnings.add(ProfileWarning.of(warning)));
        return new ReadProfile(profile, new Bytes(original), content, signers, warnings, places);
    }

    private static Profile profile(PlistDocument document, Places places) {
        try {
            return Profile.fromFile(document);
        } catch (ProfileException e) {
            e.locate(places);
            throw e;
        }
    }
}
