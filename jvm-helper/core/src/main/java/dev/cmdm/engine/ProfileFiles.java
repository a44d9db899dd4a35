// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import dev.cmdm.desired.FileUnreadableException;
import dev.cmdm.desired.ProfileBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The files that a person names on a command line: files, folders with {@code *.mobileconfig} at any
 * depth, and {@code -} for standard input. Finding them reads none; each is read when it is its turn, so
 * that any number of them needs the memory of one.
 */
public final class ProfileFiles {
    /** The name of standard input. */
    public static final String STANDARD_INPUT = "-";

    private static final String ENDING = ".mobileconfig";

    private final InputStream standardInput;
    private final ProfileBytes bytes = new ProfileBytes();

    /** Files, and what to read for a dash. */
    public ProfileFiles(InputStream standardInput) {
        this.standardInput = standardInput;
    }

    /**
     * One file.
     *
     * @param name as it was given, or below the folder that was
     * @param content reads it; throws {@link FileUnreadableException} or
     *     {@link dev.cmdm.plist.TooLargeException}
     */
    public record Named(String name, Supplier<byte[]> content) {}

    /** Every file in the order given, those of a folder in name order; what cannot be found or listed fails when it is read. */
    public List<Named> find(List<String> names) {
        List<Named> found = new ArrayList<>();
        names.forEach(name -> find(name, found));
        return found;
    }

    private void find(String name, List<Named> found) {
        if (name.equals(STANDARD_INPUT)) {
            found.add(new Named(name, this::standardInput));
            return;
        }
        if (name.isEmpty()) {
            found.add(unreadable("''", "the name is empty; is a variable not set?"));
            return;
        }
        try {
            find(Path.of(name), found);
        } catch (InvalidPathException e) {
            found.add(unreadable(name, "its name has letters that the locale lacks; set LC_ALL to one of UTF-8"));
        }
    }

    private void find(Path path, List<Named> found) {
        if (!Files.isDirectory(path)) {
            found.add(file(path));
            return;
        }
        int before = found.size();
        walk(path, found);
        if (found.size() == before) {
            found.add(unreadable(path.toString(), "no *" + ENDING + " is in this folder"));
        }
    }

    /** A folder of its own is looked into and a link to one is not, for it could lead back up. */
    private void walk(Path folder, List<Named> found) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        } catch (IOException | DirectoryIteratorException e) {
            found.add(unreadable(folder.toString(), "the folder may not be read; check its mode"));
            return;
        }
        entries.sort(null);
        for (Path entry : entries) {
            if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                walk(entry, found);
            } else if (entry.toString().endsWith(ENDING)) {
                found.add(file(entry));
            }
        }
    }

    private Named file(Path path) {
        return new Named(path.toString(), () -> bytes.read(path));
    }

    private static Named unreadable(String name, String why) {
        return new Named(name, () -> {
            throw new FileUnreadableException(name, why);
        });
    }

    private byte[] standardInput() {
        try {
            return bytes.read(standardInput);
        } catch (IOException e) {
            throw new FileUnreadableException(STANDARD_INPUT, "standard input broke off");
        }
    }
}
