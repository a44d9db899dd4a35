// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Reads certificates of authorities, in PEM or DER, from files and from folders of {@code *.pem}, {@code *.crt} and {@code *.cer}. */
public final class AuthorityFiles {
    private static final String ENDINGS = "*.{pem,crt,cer}";
    private static final int MAXIMUM_SIZE = 1024 * 1024;

    private AuthorityFiles() {}

    /**
     * All certificates of files and folders.
     *
     * @throws AuthorityException when one of them holds none or cannot be read
     */
    public static List<X509Certificate> read(List<Path> places) {
        List<X509Certificate> all = new ArrayList<>();
        for (Path place : places) {
            for (Path file : Files.isDirectory(place) ? folder(place) : List.of(place)) {
                all.addAll(file(file));
            }
        }
        return all;
    }

    private static List<Path> folder(Path folder) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, ENDINGS)) {
            stream.forEach(files::add);
        } catch (IOException e) {
            throw new AuthorityException(folder, "the folder cannot be read; check its mode");
        }
        if (files.isEmpty()) {
            throw new AuthorityException(folder, "no *.pem, *.crt or *.cer is in this folder");
        }
        files.sort(null);
        return files;
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAXIMUM_SIZE + 1);
            if (bytes.length > MAXIMUM_SIZE) {
                throw new AuthorityException(file, "the file is larger than 1 MiB; name one with fewer certificates");
            }
            return bytes;
        }
    }

    private static List<X509Certificate> file(Path file) {
        try {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes(file)));
            if (!found.isEmpty()) {
                return found.stream().map(X509Certificate.class::cast).toList();
            }
        } catch (CertificateException e) {
            throw new AuthorityException(file, "a certificate in the file is broken, or it holds something else");
        } catch (IOException e) {
            throw new AuthorityException(file, "the file cannot be read; is it there, and may this account read it?");
        }
        throw new AuthorityException(file, "the file holds no certificate in PEM or DER");
    }
}
