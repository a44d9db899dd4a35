// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.prepare;

import dev.cmdm.desired.Content;
import dev.cmdm.desired.Desired;
import dev.cmdm.desired.DesiredProfile;
import dev.cmdm.desired.DesiredProfile.Options;
import dev.cmdm.mdm.Capabilities;
import dev.cmdm.plan.Form;
import dev.cmdm.plan.Prepared;
import dev.cmdm.plan.ServerLimits;
import dev.cmdm.plist.Bytes;
import dev.cmdm.plist.PlistException;
import dev.cmdm.profile.Fingerprint;
import dev.cmdm.profile.PayloadUuids;
import dev.cmdm.profile.Profile;
import dev.cmdm.profile.ProfileException;
import dev.cmdm.profile.ReadProfile;
import dev.cmdm.profile.Stamp;
import java.util.List;
import java.util.Optional;

/**
 * Makes the forms of declared profiles. Signed bytes are sent as they are, for anything else would
 * break the signature, and so are those of an unsigned file that is not to be stamped; all other
 * content is written anew, with the UUID that proves it.
 */
public final class Preparer {
    private final Measure measure;

    private Preparer(Measure measure) {
        this.measure = measure;
    }

    /**
     * The declared profiles with their forms, in declared order.
     *
     * @param server what will be asked to take them; nothing when none is configured
     */
    public static List<Prepared> prepare(Desired desired, Optional<Capabilities> server) {
        Preparer preparer = new Preparer(Measure.of(server));
        return desired.profiles().stream().map(preparer::prepare).toList();
    }

    /** What a plan must know of a server. */
    public static ServerLimits limits(Capabilities server) {
        return new ServerLimits(
                server.product(), server.maximumSize(), server.unit(), server.passesSigned(), server.checksIds());
    }

    /** A profile whose content cannot be written is broken like one that could not be read. */
    private Prepared prepare(DesiredProfile desired) {
        Optional<ReadProfile> read = desired.findProfile();
        if (read.isEmpty()) {
            return new Prepared(desired, Optional.empty(), List.of());
        }
        try {
            return prepare(desired, read.orElseThrow());
        } catch (PlistException | ProfileException e) {
            return new Prepared(broken(desired, e), Optional.empty(), List.of());
        }
    }

    private Prepared prepare(DesiredProfile desired, ReadProfile read) {
        Fingerprint fingerprint = Fingerprint.of(read.profile());
        Form form = asGiven(read, desired.options()) ? given(read) : canonical(read, desired.options(), fingerprint);
        return new Prepared(desired, Optional.of(fingerprint), List.of(form));
    }

    private static boolean asGiven(ReadProfile read, Options options) {
        return read.signed() || (!options.stamp() && isFile(read));
    }

    /** Content that was declared as a tree never had bytes of its own. */
    private static boolean isFile(ReadProfile read) {
        return read.original().size() > 0;
    }

    private Form given(ReadProfile read) {
        Bytes content = read.original();
        return new Form(
                Form.Kind.GIVEN, content, measure.size(content), read.profile().uuid());
    }

    private Form canonical(ReadProfile read, Options options, Fingerprint fingerprint) {
        Profile profile = read.profile();
        Bytes content = new Bytes(Stamp.write(profile, payloadUuids(read, options)));
        return new Form(Form.Kind.CANONICAL, content, measure.size(content), fingerprint.derivedUuid());
    }

    private static PayloadUuids payloadUuids(ReadProfile read, Options options) {
        return options.payloadUuids().orElse(isFile(read) ? PayloadUuids.KEEP : PayloadUuids.DERIVE);
    }

    private static DesiredProfile broken(DesiredProfile desired, RuntimeException error) {
        return new DesiredProfile(
                desired.label(), desired.key(), desired.ensure(), new Content.Broken(error), desired.options());
    }
}
