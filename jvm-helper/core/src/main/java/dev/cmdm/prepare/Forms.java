// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.prepare;

import dev.cmdm.desired.DesiredProfile.Options;
import dev.cmdm.plan.Form;
import dev.cmdm.plist.BinaryPlist;
import dev.cmdm.plist.Bytes;
import dev.cmdm.plist.CanonicalXml;
import dev.cmdm.plist.CompactXml;
import dev.cmdm.plist.PlistValue;
import dev.cmdm.profile.Fingerprint;
import dev.cmdm.profile.PayloadUuids;
import dev.cmdm.profile.ReadProfile;
import dev.cmdm.profile.Signer;
import dev.cmdm.profile.Stamp;
import dev.cmdm.sign.SigningIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Makes the forms of one profile. Signed bytes are sent as they are, for anything else would break the
 * signature, and so are those of an unsigned file that is not to be stamped; all other content is
 * written anew, with the UUID that proves it. Only the plain form is made at once: that proves that the
 * content can be written. Signing takes time and a key, and waits until the form is to be sent.
 */
final class Forms {
    /** An envelope adds a signature and certificates, which come from files of at most 1 MiB. */
    private static final long MOST_THAT_SIGNING_ADDS = 4L * 1024 * 1024;

    private final Forming forming;
    private final Taker taker;
    private final List<Form> forms = new ArrayList<>();

    private Forms(Forming forming, Taker taker) {
        this.forming = forming;
        this.taker = taker;
    }

    /** The forms in the order in which they are tried. */
    static List<Form> of(ReadProfile read, Options options, Fingerprint fingerprint, Forming forming, Taker taker) {
        Forms forms = new Forms(forming, taker);
        boolean given = read.signed() || (!options.stamp() && isFile(read));
        if (given) {
            forms.given(read);
        }
        if (!given || (read.signed() && forming.unwrap())) {
            PlistValue.Dict stamped = Stamp.content(read.profile(), fingerprint, payloadUuids(read, options));
            forms.written(stamped, fingerprint.derivedUuid(), given);
        }
        return forms.forms;
    }

    private void given(ReadProfile read) {
        String signers = read.signers().stream().map(Signer::word).sorted().collect(Collectors.joining("; "));
        Bytes content = read.original();
        add(
                Form.Kind.GIVEN,
                new Form.Ready(content, taker.unit().of(content.size()), signers),
                read.profile().uuid());
    }

    /** What somebody else signed is not signed again. */
    private void written(PlistValue.Dict stamped, String uuid, boolean signedBefore) {
        Bytes plain = new Bytes(CanonicalXml.write(stamped));
        if (!signedBefore) {
            forming.identity().ifPresent(identity -> add(Form.Kind.SIGNED, signed(plain, identity), uuid));
        }
        Form.Body written = new Form.Ready(plain, taker.unit().of(plain.size()), Form.NOBODY);
        add(Form.Kind.CANONICAL, written, uuid);
        add(Form.Kind.COMPACT, unsigned(() -> CompactXml.write(stamped)), uuid);
        if (forming.binary()) {
            add(Form.Kind.BINARY, unsigned(() -> BinaryPlist.write(stamped)), uuid);
        }
        if (taker.makesObjects()) {
            add(Form.Kind.OBJECT, written, uuid);
        }
    }

    private MadeOnce signed(Bytes plain, SigningIdentity identity) {
        return new MadeOnce(
                taker.unit(),
                () -> identity.sign(plain.toArray()),
                identity::signer,
                plain.size() + MOST_THAT_SIGNING_ADDS);
    }

    private MadeOnce unsigned(Supplier<byte[]> maker) {
        return new MadeOnce(taker.unit(), maker, () -> Form.NOBODY, Integer.MAX_VALUE);
    }

    private void add(Form.Kind kind, Form.Body body, String uuid) {
        forms.add(new Form(kind, body, uuid));
    }

    private static PayloadUuids payloadUuids(ReadProfile read, Options options) {
        return options.payloadUuids().orElse(isFile(read) ? PayloadUuids.KEEP : PayloadUuids.DERIVE);
    }

    /** Content that was declared as a tree never had bytes of its own. */
    private static boolean isFile(ReadProfile read) {
        return read.original().size() > 0;
    }
}
