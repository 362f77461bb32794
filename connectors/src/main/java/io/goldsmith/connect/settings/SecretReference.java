package io.goldsmith.connect.settings;

import java.util.regex.Pattern;

/** How a configuration says a secret: where it is, never what it is. */
public final class SecretReference {

    /** What is told of a secret that is written in the clear. */
    public static final String EXPECTED =
            "a secret must be a reference, ${env:NAME} or ${file:PATH}, but is written in the clear";

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(env|file):[^}]+}");

    private SecretReference() {}

    /** Whether a text of the document, before references are resolved, refers to a secret. */
    public static boolean isReference(String text) {
        return REFERENCE.matcher(text).matches();
    }
}
