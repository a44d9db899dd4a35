// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.macos;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * The folder under which Apple's tools stand: the machine's own root, or that of a simulated Mac. A
 * simulated one needs a state folder of its own too, so that nothing it shows is ever taken for the
 * state of this machine, and root on a real Mac never gets one, so that no variable can put another
 * program in the place of Apple's.
 */
public final class MacRoot {
    /** Names the root of a simulated Mac. */
    public static final String ROOT_VARIABLE = "CMDM_MAC_ROOT";
    /** Names the folder that holds the state instead of the machine's own. */
    public static final String STATE_VARIABLE = "CMDM_STATE_DIR";

    private static final Path HOST = Path.of("/");

    private final Path folder;
    private final boolean hostIsMac;

    private MacRoot(Path folder, boolean hostIsMac) {
        this.folder = folder;
        this.hostIsMac = hostIsMac;
    }

    /**
     * The root that an environment asks for.
     *
     * @param environment the variables of this process
     * @param osName what the Java runtime calls this machine's system ({@code os.name})
     * @param superuser whether root runs this process; asked only on a Mac, and only when it matters
     * @throws MacRootRefusedException when CMDM_MAC_ROOT is set and may not be
     */
    public static MacRoot of(Map<String, String> environment, String osName, BooleanSupplier superuser) {
        boolean hostIsMac = osName.toLowerCase(Locale.ROOT).startsWith("mac");
        String asked = environment.get(ROOT_VARIABLE);
        if (asked == null) {
            return new MacRoot(HOST, hostIsMac);
        } else if (environment.getOrDefault(STATE_VARIABLE, "").isEmpty()) {
            throw new MacRootRefusedException(
                    asked, "is taken only together with " + STATE_VARIABLE + "; set both or neither");
        } else if (hostIsMac && superuser.getAsBoolean()) {
            throw new MacRootRefusedException(asked, "is never taken when root runs this on a Mac; unset it");
        }
        return new MacRoot(folder(asked), hostIsMac);
    }

    private static Path folder(String asked) {
        try {
            Path folder = Path.of(asked).normalize();
            if (folder.isAbsolute() && !folder.equals(HOST)) {
                return folder;
            }
        } catch (InvalidPathException noPath) {
            // refused below like every other text that is no folder
        }
        throw new MacRootRefusedException(
                asked, "must be the absolute path of a simulated Mac's folder; unset it or mend it");
    }

    /**
     * Where a tool stands.
     *
     * @param tool its absolute path on a Mac, such as {@code /usr/bin/profiles}
     */
    public Path tool(String tool) {
        return folder.resolve(HOST.relativize(Path.of(tool)));
    }

    /** Whether this is the root of a simulated Mac. */
    public boolean simulated() {
        return !folder.equals(HOST);
    }

    /** Whether Apple's tools can be expected here at all: on a Mac, and below the root of a simulated one. */
    public boolean expectsTools() {
        return hostIsMac || simulated();
    }

    /** The folder. */
    @Override
    public String toString() {
        return folder.toString();
    }
}
