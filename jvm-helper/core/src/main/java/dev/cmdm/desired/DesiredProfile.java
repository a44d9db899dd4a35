// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.desired;

import dev.cmdm.profile.PayloadUuids;
import dev.cmdm.profile.ProfileIdentifier;
import dev.cmdm.profile.ProfileKey;
import dev.cmdm.profile.ReadProfile;
import java.util.List;
import java.util.Optional;

/**
 * One declared profile.
 *
 * @param label where it was declared, in the caller's words: a path, a resource's name
 * @param key what it is called on the Mac; nothing when its content is broken and no identifier was declared
 * @param ensure whether it shall be there
 * @param content what it holds
 * @param options how it shall be delivered
 */
public record DesiredProfile(String label, Optional<ProfileKey> key, Ensure ensure, Content content, Options options) {

    /**
     * How a declared profile is to be delivered.
     *
     * @param channel by which way it may come
     * @param stamp whether unsigned content gets the derived UUID; false sends it byte for byte
     * @param payloadUuids what happens to the UUIDs of payloads; nothing said, files keep theirs and trees derive them
     * @param fill whether its placeholders are filled; elsewhere they stay text
     * @param resign whether another signer alone is a reason to send it again
     * @param allowCut whether a local copy may make way for the MDM's although the Mac may lose its network in between
     * @param replaces identifiers that this profile takes the place of; they go once it was seen
     * @param legacyUuids UUIDs that an earlier tool would have given to this content
     */
    public record Options(
            Channel channel,
            boolean stamp,
            Optional<PayloadUuids> payloadUuids,
            boolean fill,
            boolean resign,
            boolean allowCut,
            List<ProfileIdentifier> replaces,
            List<String> legacyUuids) {
        /** What is done when nothing is declared. */
        public static final Options DEFAULTS =
                new Options(Channel.AUTO, true, Optional.empty(), false, false, false, List.of(), List.of());

        public Options {
            replaces = List.copyOf(replaces);
            legacyUuids = List.copyOf(legacyUuids);
        }
    }

    /** The content, or nothing when it is broken or none is needed. */
    public Optional<ReadProfile> findProfile() {
        return content instanceof Content.Understood understood ? Optional.of(understood.profile()) : Optional.empty();
    }

    /** The same profile with other content. */
    public DesiredProfile with(Content other) {
        return new DesiredProfile(label, key, ensure, other, options);
    }

    /** What to call it in a message: its identifier, or where it was declared. */
    public String name() {
        return key.map(ProfileKey::toString).orElse(label);
    }
}
