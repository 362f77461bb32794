package io.goldsmith.samples.landscape;

import io.goldsmith.samples.SamplesException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Passwords and tokens of one landscape: random, each in a file that only its owner may read. */
final class Secrets {

    static final String CRM_PASSWORD = "crm-password";
    static final String ERP_TOKEN = "erp-token";
    static final String ACCOUNTING_TOKEN = "accounting-token";

    private static final int BYTES = 24;

    private final Path folder;

    private Secrets(Path folder) {
        this.folder = folder;
    }

    static Secrets under(Path landscape) {
        return new Secrets(landscape.resolve("secrets"));
    }

    /** The secret of this name; made when it is asked for the first time. */
    String get(String name) {
        Path file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return Files.readString(file).trim();
        } catch (IOException e) {
            throw new SamplesException(
                    "The secret " + file + " cannot be read or made: check the folder's permissions.", e);
        }
    }

    private void create(Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        Files.createDirectories(folder, ownerOnly("rwx------"));
        try {
            Files.createFile(file, ownerOnly("rw-------"));
            Files.writeString(file, HexFormat.of().formatHex(random));
        } catch (FileAlreadyExistsException e) {
            throw new SamplesException(
                    "The secret " + file + " was made by two processes at once: start one landscape per folder.", e);
        }
    }

    private FileAttribute<?>[] ownerOnly(String permissions) {
        Path existing = folder.getParent();
        boolean posix =
                Files.getFileAttributeView(existing, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS) != null;
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
