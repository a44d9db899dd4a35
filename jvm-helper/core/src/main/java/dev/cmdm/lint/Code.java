// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import java.util.Locale;
import java.util.Optional;

/** Everything that lint can find in one profile. The words are stable; {@code docs/lint.md} has an example of each. */
public enum Code {
    /** When a payload is of a type that Apple's schema lacks and that looks like one of Apple's. */
    UNKNOWN_TYPE(Severity.INFO, "compare it with Apple's list; a preference domain needs nothing"),
    /** When a payload type is one of Apple's but for upper and lower case. */
    MISCASED_TYPE(Severity.WARNING, "write it as Apple does; macOS takes it for another type"),
    /** When Apple has the payload type for other devices only. */
    TYPE_NOT_FOR_MACOS(Severity.WARNING, "take the payload out of profiles for Macs"),
    /** When Apple's schema lacks a key in a payload type that it describes. */
    UNKNOWN_KEY(
            Severity.WARNING,
            "check the spelling; the schema here is that of macOS 15.1, not every newer key is in it"),
    /** When a key is one of Apple's but for upper and lower case. */
    MISCASED_KEY(Severity.WARNING, "write it as Apple does; case counts and macOS passes over this one"),
    /** When Apple has the key for other devices only. */
    KEY_NOT_FOR_MACOS(Severity.INFO, "take it out; macOS leaves it alone"),
    /** When Apple's schema requires a key that is not there. */
    MISSING_KEY(Severity.WARNING, "add it; macOS may refuse the profile"),
    /** When a value is of another kind than Apple's schema wants. */
    WRONG_KIND(Severity.ERROR, ""),
    /** When a managed preference is of another kind than Apple's schema wants; some programs forgive that. */
    PREFERENCE_KIND(Severity.WARNING, ""),
    /** When a value is not one of those that Apple allows. */
    VALUE_NOT_ALLOWED(Severity.ERROR, ""),
    /** When a number is below or above what Apple allows. */
    OUT_OF_RANGE(Severity.ERROR, ""),
    /** When a text does not have the form that Apple wants. */
    BAD_FORMAT(Severity.ERROR, ""),
    /** When the given macOS is older than the payload type. */
    TYPE_TOO_NEW(Severity.WARNING, "such a Mac passes over the payload or refuses the profile"),
    /** When the given macOS is older than the key. */
    KEY_TOO_NEW(Severity.WARNING, "such a Mac passes over the key"),
    /** When the given macOS advises against the payload type. */
    TYPE_DEPRECATED(Severity.INFO, "look for its successor before macOS drops it"),
    /** When the given macOS advises against the key. */
    KEY_DEPRECATED(Severity.INFO, "look for its successor before macOS drops it"),
    /** When the given macOS no longer has the payload type. */
    TYPE_REMOVED(Severity.WARNING, "take the payload out of profiles for such Macs"),
    /** When the given macOS no longer has the key. */
    KEY_REMOVED(Severity.WARNING, "take the key out of profiles for such Macs"),
    /** When macOS takes a payload type from an approved MDM only. */
    MDM_ONLY_TYPE(Severity.INFO, "install it through an MDM that the user or automated enrollment approved"),
    /** When macOS takes a key from an MDM only. */
    MDM_ONLY_KEY(Severity.INFO, "install the profile through an MDM"),
    /** When an MDM may install a payload type only if it is approved. */
    NEEDS_USER_APPROVAL(Severity.INFO, "approve the MDM in System Settings, or enroll Macs automatically"),
    /** When a key works on supervised Macs only. */
    NEEDS_SUPERVISION(Severity.INFO, "supervise the Macs; others pass over it"),
    /** When a key works on Macs only that enrolled automatically. */
    NEEDS_AUTOMATED_ENROLLMENT(Severity.INFO, "enroll the Macs through Apple Business or School Manager"),
    /** When no MDM may install a payload type. */
    MANUAL_ONLY_TYPE(
            Severity.WARNING, "cmdm cannot install it on macOS 11 and later; a person can, in System Settings"),
    /** When a profile would enroll the Mac in an MDM. */
    ENROLLMENT_PAYLOAD(Severity.ERROR, "enroll the Mac by other means; cmdm never touches an enrollment"),
    /** When a profile has two payloads of a type of which a Mac may have one. */
    ONE_PER_MAC(Severity.WARNING, "put the keys into one payload; which of two wins is not defined"),
    /** When a payload type for the computer stands in a profile for a user. */
    DEVICE_ONLY_TYPE(Severity.ERROR, "set PayloadScope to System or move the payload to a profile of its own"),
    /** When a payload type for a user stands in a profile for the computer. */
    USER_ONLY_TYPE(Severity.WARNING, "set PayloadScope to User or move the payload to a profile of its own"),
    /** When a key for the computer stands in a profile for a user. */
    DEVICE_ONLY_KEY(Severity.WARNING, "set PayloadScope to System or move the key to a profile of its own"),
    /** When a key holds what may be a password. */
    GUESSABLE_SECRET(Severity.WARNING, "use a long random secret, or have the Mac get it another way"),
    /** When a payload refers to a payload that the profile does not have. */
    DANGLING_REFERENCE(Severity.ERROR, "add the payload to this profile or write the PayloadUUID that it has"),
    /** When a privacy entry does not decide, decides twice, or grants what macOS lets a profile deny only. */
    PRIVACY_ENTRY(Severity.WARNING, "write exactly one of Allowed and Authorization, as Apple describes the service"),
    /** When a profile asks for consent, which needs a person in front of the Mac. */
    CONSENT_DIALOG(Severity.WARNING, "take ConsentText out; a silent installation waits for nobody"),
    /** When a profile is to be removed at a time that has passed. */
    REMOVAL_DATE_PAST(Severity.ERROR, "set a later RemovalDate or take it out"),
    /** When a profile has expired by its own word. */
    EXPIRATION_PAST(Severity.WARNING, "set a later PayloadExpirationDate or take it out"),
    /** When a profile says that it is encrypted and is not, or the other way round. */
    ENCRYPTION_MISMATCH(Severity.ERROR, "have either PayloadContent, or EncryptedPayloadContent and IsEncrypted true"),
    /** When a comment in the file says to ignore a code that lint does not have. */
    UNKNOWN_IGNORE(Severity.WARNING, "correct it or take it out; see docs/lint.md for the codes"),

    /** When PayloadType of the profile is not Configuration. */
    ODD_TYPE(Severity.WARNING, "write Configuration"),
    /** When the profile has no PayloadScope. */
    MISSING_SCOPE(Severity.WARNING, "write System or User"),
    /** When PayloadScope is neither System nor User. */
    ODD_SCOPE(Severity.WARNING, "write System or User; case counts"),
    /** When the payloads are encrypted for one Mac. */
    ENCRYPTED_CONTENT(Severity.WARNING, "lint sees nothing of them"),
    /** When a profile has no PayloadContent. */
    MISSING_CONTENT(Severity.WARNING, "add the payloads"),
    /** When PayloadContent is empty. */
    EMPTY_CONTENT(Severity.WARNING, "add the payloads"),
    /** When a payload has no PayloadType. */
    PAYLOAD_WITHOUT_TYPE(Severity.WARNING, "add it; macOS does not know what the payload sets"),
    /** When a payload has no PayloadIdentifier. */
    PAYLOAD_WITHOUT_IDENTIFIER(Severity.WARNING, "add one that no other payload of the profile has"),
    /** When a payload has no PayloadUUID. */
    PAYLOAD_WITHOUT_UUID(Severity.WARNING, "add one; uuidgen makes them"),
    /** When PayloadVersion is missing or no whole number. */
    MISSING_VERSION(Severity.WARNING, "write <integer>1</integer>"),
    /** When a PayloadUUID is not of the form of a UUID. */
    ODD_UUID(Severity.WARNING, "put in a new one; uuidgen makes them"),
    /** When two payloads have one PayloadUUID. */
    PAYLOAD_UUID_TWICE(Severity.WARNING, "give one of them a new one; uuidgen makes them"),
    /** When a placeholder that nobody fills in stands in a text. */
    PLACEHOLDER(Severity.WARNING, "fill it in before; macOS takes it as it is written"),
    /** When a key was left out of content that a recipe or manifest gives, and filled in. */
    FILLED_IN(Severity.WARNING, ""),
    /** When there is more than anyone reads. */
    MORE_WARNINGS(Severity.WARNING, "mend those above first");

    private final Severity severity;
    private final String hint;

    Code(Severity severity, String hint) {
        this.severity = severity;
        this.hint = hint;
    }

    /** The code in JSON, in text and in what is to be ignored, such as {@code unknown-key}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How bad it is. */
    public Severity severity() {
        return severity;
    }

    /** What to do about it; empty where that depends on the value. */
    public String hint() {
        return hint;
    }

    /** The code of a word, or nothing: how a file was written has codes of its own. */
    static Optional<Code> find(String word) {
        for (Code code : values()) {
            if (code.word().equals(word)) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }
}
