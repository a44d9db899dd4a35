// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.process;

/** How a program ended and what it printed. */
public final class ProcessResult {
    private final int exit;
    private final byte[] stdout;
    private final byte[] stderr;

    /**
     * The end of a program.
     *
     * @param exit its exit code; 128 and more when a signal ended it
     * @param stdout all of its standard output
     * @param stderr all of its standard error
     */
    public ProcessResult(int exit, byte[] stdout, byte[] stderr) {
        this.exit = exit;
        this.stdout = stdout.clone();
        this.stderr = stderr.clone();
    }

    /** Its exit code; 128 and more when a signal ended it. */
    public int exit() {
        return exit;
    }

    /** A copy of its standard output. */
    public byte[] stdout() {
        return stdout.clone();
    }

    /** A copy of its standard error. */
    public byte[] stderr() {
        return stderr.clone();
    }

    /** Whether its exit code tells of success. */
    public boolean succeeded() {
        return exit == 0;
    }

    /** Only counts: what a program printed may be secret. */
    @Override
    public String toString() {
        return "exit " + exit + ", " + stdout.length + " and " + stderr.length + " bytes";
    }
}
