// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Options of every command that looks into files and at no Mac. */
final class FileOptions {
    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "Files, folders with *.mobileconfig at any depth, or - for standard input.")
    List<String> names = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            defaultValue = "text",
            paramLabel = "FORMAT",
            description = "text, or json with an object a line.")
    private CommonOptions.Format format = CommonOptions.Format.text;

    boolean json() {
        return format == CommonOptions.Format.json;
    }
}
