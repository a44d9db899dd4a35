// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.answer;

import dev.cmdm.config.ConfigurationException;
import dev.cmdm.desired.BadPlaceholderException;
import dev.cmdm.desired.FileUnreadableException;
import dev.cmdm.desired.IdentifierMismatchException;
import dev.cmdm.desired.OverlappingSetsException;
import dev.cmdm.desired.UnfillableException;
import dev.cmdm.desired.UnknownSecretException;
import dev.cmdm.desired.UnnamedProfileException;
import dev.cmdm.journal.JournalUnavailableException;
import dev.cmdm.lint.BadIgnoreException;
import dev.cmdm.macos.LocalChangeException;
import dev.cmdm.macos.MacRootRefusedException;
import dev.cmdm.macos.StateUnreadableException;
import dev.cmdm.mdm.BadCommandException;
import dev.cmdm.mdm.CommandNotAllowedException;
import dev.cmdm.mdm.LinkException;
import dev.cmdm.mdm.ManifestException;
import dev.cmdm.mdm.MdmUnavailableException;
import dev.cmdm.mdm.MissingSettingException;
import dev.cmdm.mdm.ServerUrlException;
import dev.cmdm.mdm.UnknownProductException;
import dev.cmdm.plist.PlistException;
import dev.cmdm.process.ProcessException;
import dev.cmdm.profile.ProfileException;
import dev.cmdm.secret.SecretException;
import dev.cmdm.sign.AuthorityException;
import dev.cmdm.sign.IdentityException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The one map from exceptions to error classes and exit numbers. */
public final class Errors {
    /** The rules of input, by the exception that says they are broken. */
    private static final Map<String, String> INPUT = Map.ofEntries(
            Map.entry("TooLargeException", "too-large"),
            Map.entry("NotAPropertyListException", "not-a-profile"),
            Map.entry("NotAProfileException", "not-a-profile"),
            Map.entry("MalformedXmlException", "malformed-xml"),
            Map.entry("MalformedPlistException", "malformed-plist"),
            Map.entry("MalformedBinaryException", "malformed-binary"),
            Map.entry("EntityDeclarationException", "entity-declaration"),
            Map.entry("BadValueException", "bad-value"),
            Map.entry("BadTextException", "bad-value"),
            Map.entry("UnwritableException", "bad-value"),
            Map.entry("DuplicateKeyException", "duplicate-key"),
            Map.entry("TooDeepException", "too-deep"),
            Map.entry("MissingKeyException", "missing-key"),
            Map.entry("BadIdentifierException", "bad-identifier"),
            Map.entry("BadStructureException", "bad-structure"),
            Map.entry("CmsMalformedException", "cms-malformed"),
            Map.entry("CmsNoContentException", "cms-no-content"),
            Map.entry("CmsUnsupportedException", "cms-unsupported"),
            Map.entry("CmsEncryptedException", "cms-encrypted"),
            Map.entry("CmsBadSignatureException", "cms-bad-signature"));

    private Errors() {}

    /** What an exception means to a caller. */
    public static ErrorInfo of(RuntimeException e) {
        return input(e).or(() -> files(e)).or(() -> world(e)).orElseGet(() -> internal(e));
    }

    /** The names of the exceptions that stand for rules of input. */
    static Set<String> inputRules() {
        return INPUT.keySet();
    }

    private static Optional<ErrorInfo> input(RuntimeException e) {
        if (e instanceof PlistException plist) {
            return Optional.of(data(plist, plist.place().describe()));
        } else if (e instanceof ProfileException profile) {
            return Optional.of(data(profile, profile.place().describe()));
        } else if (e instanceof FileUnreadableException file) {
            return Optional.of(error("io", file, file.file(), Exit.DATA, false));
        } else if (e instanceof IdentifierMismatchException mismatch) {
            return Optional.of(
                    error("bad-identifier", mismatch, mismatch.place().describe(), Exit.DATA, false));
        } else if (e instanceof BadPlaceholderException bad) {
            return Optional.of(error("bad-placeholder", bad, bad.place().describe(), Exit.DATA, false));
        } else if (e instanceof UnfillableException) {
            return Optional.of(error("unfillable", e, "", Exit.DATA, false));
        } else if (e instanceof UnnamedProfileException) {
            return Optional.of(error("missing-key", e, "", Exit.DATA, false));
        } else if (e instanceof UnknownNameException unknown) {
            String hint = unknown.findNear().map(near -> "did you mean " + near).orElse("");
            return Optional.of(new ErrorInfo("unknown-name", oneLine(e.getMessage()), "", hint, Exit.DATA, false));
        }
        return Optional.empty();
    }

    private static Optional<ErrorInfo> files(RuntimeException e) {
        if (e instanceof NotSignedException) {
            return Optional.of(error("not-signed", e, "", Exit.DATA, false));
        } else if (e instanceof OutputExistsException) {
            return Optional.of(error("output-exists", e, "", Exit.DATA, false));
        } else if (e instanceof OutputFailedException) {
            return Optional.of(error("io", e, "", Exit.DATA, false));
        } else if (e instanceof AuthorityException authority) {
            return Optional.of(error("configuration", e, authority.where(), Exit.CONFIGURATION, false));
        } else if (e instanceof IdentityException identity) {
            return Optional.of(error("signing-identity", e, identity.where(), Exit.CONFIGURATION, false));
        }
        return Optional.empty();
    }

    private static Optional<ErrorInfo> world(RuntimeException e) {
        if (e instanceof StateUnreadableException || e instanceof ProcessException) {
            return Optional.of(error("state-unreadable", e, "", Exit.FAILED, true));
        } else if (e instanceof LocalChangeException) {
            return Optional.of(error("local-refused", e, "", Exit.FAILED, false));
        } else if (e instanceof MdmUnavailableException mdm) {
            return Optional.of(
                    mdm.authentication()
                            ? error("mdm-authentication", e, "", Exit.AUTHENTICATION, false)
                            : error("mdm-unreachable", e, "", Exit.UNAVAILABLE, true));
        } else if (e instanceof JournalUnavailableException) {
            return Optional.of(error("journal-unavailable", e, "", Exit.FAILED, true));
        } else if (e instanceof NotRootException) {
            return Optional.of(error("not-root", e, "", Exit.FAILED, false));
        } else if (e instanceof PlanChangedException) {
            return Optional.of(error("plan-changed", e, "", Exit.PLAN_CHANGED, false));
        }
        return setUp(e);
    }

    private static Optional<ErrorInfo> setUp(RuntimeException e) {
        if (e instanceof UnknownSecretException unknown) {
            return Optional.of(error("unknown-secret", unknown, unknown.place().describe(), Exit.CONFIGURATION, false));
        } else if (e instanceof SecretException) {
            return Optional.of(error("secret-unavailable", e, "", Exit.CONFIGURATION, false));
        } else if (e instanceof CommandNotAllowedException) {
            return Optional.of(error("command-not-allowed", e, "", Exit.CONFIGURATION, false));
        } else if (e instanceof ManifestException) {
            return Optional.of(error("bad-value", e, "", Exit.DATA, false));
        } else if (e instanceof BadRequestException || e instanceof BadCommandException) {
            return Optional.of(error("bad-request", e, "", Exit.DATA, false));
        } else if (e instanceof ForeignPlanException) {
            return Optional.of(error("foreign-plan", e, "", Exit.DATA, false));
        } else if (e instanceof UnsupportedRequestException) {
            return Optional.of(error("unsupported", e, "", Exit.DATA, false));
        } else if (e instanceof ConfigurationException
                || e instanceof MacRootRefusedException
                || e instanceof UnknownProductException
                || e instanceof ServerUrlException
                || e instanceof LinkException
                || e instanceof MissingSettingException
                || e instanceof OverlappingSetsException
                || e instanceof BadIgnoreException) {
            return Optional.of(error("configuration", e, "", Exit.CONFIGURATION, false));
        }
        return Optional.empty();
    }

    private static ErrorInfo data(RuntimeException e, String where) {
        String word = Optional.ofNullable(INPUT.get(e.getClass().getSimpleName()))
                .orElseThrow(() -> new IllegalStateException("no error class for " + e.getClass(), e));
        return error(word, e, where, Exit.DATA, false);
    }

    private static ErrorInfo error(String word, RuntimeException e, String where, int exit, boolean retryable) {
        return new ErrorInfo(word, oneLine(e.getMessage()), where, "", exit, retryable);
    }

    private static ErrorInfo internal(RuntimeException e) {
        return new ErrorInfo(
                "internal",
                "an error of cmdm itself: " + e.getClass().getSimpleName(),
                "",
                "run again with --stacktrace and report it",
                Exit.SOFTWARE,
                false);
    }

    private static String oneLine(@org.jspecify.annotations.Nullable String message) {
        return message == null ? "" : message.replaceAll("\\s*\\R\\s*", " ");
    }
}
