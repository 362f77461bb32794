package io.goldsmith.app.console;

/**
 * The person who looks at a page.
 *
 * @param name the sign-in name, empty before signing in
 * @param decides whether buttons that decide are shown; the server refuses them to others anyway
 */
record SignedIn(String name, boolean decides) {

    static final SignedIn NOBODY = new SignedIn("", false);
}
