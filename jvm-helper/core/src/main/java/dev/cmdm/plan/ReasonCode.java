// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import java.util.Locale;

/** Why a step is what it is; the words are stable, scripts may rely on them. */
public enum ReasonCode {
    /** The installed UUID is made from the declared content. */
    IN_PLACE,
    /** The installed UUID was recorded for the declared content. */
    RECORDED,
    /** The installed UUID is the file's own, and nothing is recorded that speaks against it. */
    UUID_ONLY,
    /** The installed UUID is one that an earlier tool gave to this content. */
    ADOPTED,
    /** It shall be absent and is. */
    ABSENT,
    /** It is not on the Mac. */
    MISSING,
    /** Another content is on the Mac. */
    CONTENT_DIFFERS,
    /** The content was edited and its UUID was not. */
    UUID_REUSED,
    /** An earlier attempt got no answer; the server knows its id and takes the repeat only once. */
    REPEAT_UNANSWERED,
    /** An earlier attempt got no answer and was found in no queue twice. */
    NEVER_QUEUED,
    /** An earlier attempt left the queue and did not arrive. */
    KNOWN_LOST,
    /** The Mac was enrolled anew after an earlier attempt, which cleared its queue. */
    ENROLLED_ANEW,
    /** The MDM holds that it was asked before, and nothing came of that; it is made to forget, and asked anew. */
    NUDGED,
    /** An earlier attempt was not seen before its deadline. */
    NOT_SEEN_IN_TIME,
    /** Declared absent. */
    DECLARED_ABSENT,
    /** Owned by a complete list and no longer in it. */
    NO_LONGER_DECLARED,
    /** A declared profile that takes its place was seen. */
    REPLACED,
    /** Another copy of the same profile, which a server brought as well, is the declared one. */
    SUPERSEDED,
    /** The MDM takes no more for a while, for a quota of it is used up. */
    QUOTA,
    /** It was sent and is not on the Mac yet. */
    SENT_NOT_SEEN,
    /** It was sent, the answer was lost, and whether it was queued is being found out. */
    ANSWER_LOST,
    /** Another version under the same UUID is underway, and only one at a time can be told apart. */
    AFTER_EARLIER_VERSION,
    /** It left the MDM's queue and is not on the Mac. */
    NO_LONGER_QUEUED,
    /** The Mac refused it, as the MDM tells. */
    REFUSED_BY_MAC,
    /** It goes once everything declared was seen, for this Mac may depend on it. */
    AFTER_INSTALLS,
    /** It goes once the profile that takes its place was seen. */
    AFTER_SUCCESSOR,
    /** Its local copy made way for the MDM's, which did not come yet. */
    MIGRATION_INTERRUPTED,
    /** It is put back locally, for the MDM did not bring what its local copy made way for. */
    PUT_BACK,
    /** The MDM did not bring it once; the local copy was put back and makes way again later. */
    MIGRATION_FAILED,
    /** Its local copy makes way once a probe shows that the MDM reaches this Mac. */
    AFTER_PROBE,
    /** It shows whether the MDM reaches this Mac. */
    PROBE,
    /** It has shown that. */
    PROBE_OVER,
    /** Between the local copy and the MDM's this Mac might lose its network, its identity or the like. */
    MIGRATION_WOULD_CUT,
    /** The content broke a rule. */
    BROKEN,
    /** Two declared profiles have one identifier. */
    DECLARED_TWICE,
    /** It belongs to this Mac's enrollment, which cmdm never touches. */
    ENROLLMENT_PROFILE,
    /** Declarative device management owns it, and an MDM's commands cannot change those. */
    DECLARATIVE,
    /** A local copy makes way, for an MDM refuses to replace those. */
    LOCAL_COPY,
    /** The MDM installed it and this profile is to come locally only. */
    INSTALLED_BY_MDM,
    /** The content stands as declared, was delivered with another signature, and that is to count. */
    SIGNER_CHANGED,
    /** It is signed, the MDM takes nothing that is, and its content is not to be sent without the signature. */
    SIGNED_NOT_ACCEPTED,
    /** No way is open. */
    NO_ROUTE,
    /** The list to complete is empty. */
    EMPTY_LIST,
    /** An entry of the list to complete was not understood. */
    LIST_NOT_UNDERSTOOD,
    /** The reader of the listing was not root and may not have seen everything. */
    LISTING_NOT_WHOLE,
    /** More would go than the limit allows. */
    REMOVAL_LIMIT;

    /** The word in JSON, such as {@code content-differs}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
