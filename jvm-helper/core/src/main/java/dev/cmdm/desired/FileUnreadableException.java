// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.desired;

import java.nio.file.Path;

/** When a file that should hold a profile cannot be read. */
public final class FileUnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String file;

    /**
     * A file that cannot be read.
     *
     * @param file as it was given
     * @param why what is wrong with it
     */
    public FileUnreadableException(Path file, String why) {
        this(file.toString(), why);
    }

    /**
     * A file that cannot be read, by a name that need not be one of a file.
     *
     * @param file as it was given
     * @param why what is wrong with it
     */
    public FileUnreadableException(String file, String why) {
        super("the file cannot be read: " + why);
        this.file = file;
    }

    /** The file as it was given. */
    public String file() {
        return file;
    }
}
