// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.process;

/** Runs programs of the machine, one call at a time from each thread. */
@FunctionalInterface
public interface ProcessRunner {
    /**
     * Runs a program to its end. It reads nothing from its standard input, and no shell looks at its arguments.
     * What it left running is not waited for longer than the deadline, and what that prints may be missing.
     *
     * @return what it printed and how it ended, whatever its exit code
     * @throws ProcessNotStartedException when there is no such program or it may not be run
     * @throws OutputTooLargeException when it prints more than the call takes; it is ended
     * @throws DeadlineExceededException when it has not ended in time; it is ended
     * @throws OutputLostException when what it printed could not be read to the end
     * @throws RunInterruptedException when the calling thread is interrupted; it is ended
     */
    ProcessResult run(ProcessCall call);
}
