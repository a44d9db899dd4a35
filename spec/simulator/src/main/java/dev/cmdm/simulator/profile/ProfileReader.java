// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.profile;

import static dev.cmdm.simulator.profile.PropertyLists.findInteger;
import static dev.cmdm.simulator.profile.PropertyLists.findText;
import static dev.cmdm.simulator.profile.PropertyLists.isTrue;

import com.dd.plist.NSArray;
import com.dd.plist.NSDictionary;
import com.dd.plist.NSObject;
import dev.cmdm.simulator.profile.UnusableProfileException.Flaw;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Opens the bytes of a profile as a Mac does: takes them out of their envelope, then demands what it cannot do without. */
public final class ProfileReader {
    private static final Set<String> COMMON_KEYS = Set.of(
            "PayloadType",
            "PayloadVersion",
            "PayloadIdentifier",
            "PayloadUUID",
            "PayloadDisplayName",
            "PayloadDescription",
            "PayloadOrganization",
            "PayloadEnabled");

    private ProfileReader() {}

    /**
     * The profile in these bytes: XML or binary property list, bare or signed.
     *
     * @throws UnusableProfileException if a Mac would refuse them whatever is installed
     */
    public static Profile read(byte[] bytes) throws UnusableProfileException {
        Envelope envelope = Envelope.open(bytes);
        NSDictionary root = PropertyLists.findDictionary(envelope.content())
                .orElseThrow(() -> new UnusableProfileException(Flaw.NOT_A_PLIST, ""));
        if (isTrue(root, "IsEncrypted")) {
            throw new UnusableProfileException(Flaw.ENCRYPTED, "");
        }
        List<Payload> payloads = payloads(root);
        requireDistinctIdentifiers(payloads);
        need(root, "PayloadType");
        return new Profile(
                need(root, "PayloadIdentifier"),
                need(root, "PayloadUUID"),
                findInteger(root, "PayloadVersion").orElse(1),
                names(root),
                isTrue(root, "PayloadRemovalDisallowed"),
                findText(root, "PayloadScope").orElse("System").equals("User")
                        ? Profile.Scope.USER
                        : Profile.Scope.SYSTEM,
                payloads,
                envelope.signers().isEmpty() ? Verification.UNSIGNED : Verification.VERIFIED,
                envelope.signers());
    }

    private static List<Payload> payloads(NSDictionary root) throws UnusableProfileException {
        NSObject content = root.get("PayloadContent");
        if (content == null) {
            return List.of();
        }
        if (!(content instanceof NSArray array)) {
            throw new UnusableProfileException(Flaw.MISSING_INFORMATION, "");
        }
        List<Payload> payloads = new ArrayList<>();
        for (NSObject element : array.getArray()) {
            if (!(element instanceof NSDictionary dictionary)) {
                throw new UnusableProfileException(Flaw.MISSING_INFORMATION, "");
            }
            payloads.add(payload(dictionary));
        }
        return List.copyOf(payloads);
    }

    private static Payload payload(NSDictionary dictionary) throws UnusableProfileException {
        NSDictionary settings = new NSDictionary();
        dictionary.forEach((key, value) -> {
            if (!COMMON_KEYS.contains(key)) {
                settings.put(key, value);
            }
        });
        return new Payload(
                need(dictionary, "PayloadType"),
                need(dictionary, "PayloadIdentifier"),
                need(dictionary, "PayloadUUID"),
                findInteger(dictionary, "PayloadVersion").orElse(1),
                names(dictionary),
                settings);
    }

    private static Payload.Names names(NSDictionary dictionary) {
        return new Payload.Names(
                findText(dictionary, "PayloadDisplayName"),
                findText(dictionary, "PayloadDescription"),
                findText(dictionary, "PayloadOrganization"));
    }

    private static void requireDistinctIdentifiers(List<Payload> payloads) throws UnusableProfileException {
        Set<String> seen = new HashSet<>();
        for (Payload payload : payloads) {
            if (!seen.add(payload.identifier())) {
                throw new UnusableProfileException(Flaw.DUPLICATE_IDENTIFIER, payload.identifier());
            }
        }
    }

    private static String need(NSDictionary dictionary, String key) throws UnusableProfileException {
        return findText(dictionary, key)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> new UnusableProfileException(Flaw.MISSING_INFORMATION, key));
    }
}
