// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.scaffold;

import dev.cmdm.desired.Prefix;
import dev.cmdm.installed.Installed;
import dev.cmdm.installed.InstalledProfile;
import dev.cmdm.profile.ProfileException;
import dev.cmdm.profile.ProfileIdentifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes down what is installed, in one notation, as far as the Mac tells. */
public final class Scaffolder {
    private final Style style;
    private final SecretNames secrets;
    private final List<Recovered> written = new ArrayList<>();
    private final List<Scaffold.Entry> leftOut = new ArrayList<>();
    private final Set<ProfileIdentifier> named = new HashSet<>();

    private Scaffolder(Style style, SecretNames secrets) {
        this.style = style;
        this.secrets = secrets;
    }

    /**
     * All that is installed, or only what lies under a prefix.
     *
     * @param secrets knows what macOS does not show
     */
    public static Scaffold write(Notation notation, Installed installed, Optional<Prefix> prefix, SecretNames secrets) {
        Scaffolder scaffolder = new Scaffolder(style(notation), secrets);
        installed.profiles().stream()
                .filter(profile -> prefix.isEmpty()
                        || prefix.orElseThrow().claims(profile.key().identifier()))
                .sorted(Comparator.comparing(InstalledProfile::key))
                .forEach(scaffolder::take);
        return scaffolder.scaffold();
    }

    private static Style style(Notation notation) {
        return switch (notation) {
            case CHEF -> new ChefRecipe();
            case PUPPET -> new PuppetManifest();
            case HIERA -> new HieraData();
            case FILES -> new ProfileFolder();
        };
    }

    private void take(InstalledProfile profile) {
        if (profile.isEnrollment()) {
            leaveOut(profile, Loss.of(Loss.Code.ENROLLMENT, "it enrolls this Mac, and cmdm never touches it"));
        } else if (profile.declarative()) {
            leaveOut(
                    profile, Loss.of(Loss.Code.DECLARATIVE, "declarative management owns it, which cmdm leaves alone"));
        } else if (style.namesOnce() && !named.add(profile.key().identifier())) {
            leaveOut(
                    profile,
                    Loss.of(Loss.Code.NOT_WRITABLE, "Puppet keeps an identifier for one user or the computer only"));
        } else {
            recover(profile);
        }
    }

    private void recover(InstalledProfile profile) {
        try {
            Recovered recovered = Recovery.of(profile, secrets);
            written.add(style.holds(recovered.content()) ? recovered : recovered.with(asText()));
        } catch (ProfileException e) {
            leaveOut(profile, Loss.of(Loss.Code.NOT_WRITABLE, "what the Mac lists is no profile: " + e.getMessage()));
        }
    }

    private static Loss asText() {
        return Loss.of(
                Loss.Code.WRITTEN_AS_TEXT,
                "it holds a value that has no form of its own here, so it stands as the text of a property list");
    }

    private void leaveOut(InstalledProfile profile, Loss why) {
        leftOut.add(new Scaffold.Entry(profile.key(), profile.origin(), "", false, List.of(why)));
    }

    private Scaffold scaffold() {
        List<ScaffoldFile> files = written.isEmpty() ? List.of() : style.files(written);
        List<Scaffold.Entry> entries = new ArrayList<>(leftOut);
        written.forEach(profile -> entries.add(new Scaffold.Entry(
                profile.key(),
                profile.installed().origin(),
                style.fileOf(profile),
                profile.proven(),
                profile.losses())));
        entries.sort(Comparator.comparing(Scaffold.Entry::key));
        return new Scaffold(files, entries);
    }
}
