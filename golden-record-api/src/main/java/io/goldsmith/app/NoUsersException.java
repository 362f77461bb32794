package io.goldsmith.app;

/** The hub's configuration names no one who may sign in to the console; there are no default credentials. */
public final class NoUsersException extends AppException {

    private static final long serialVersionUID = 1L;

    public NoUsersException(String file) {
        super("console.users: expected at least one user, but " + file
                + " has none, so nobody could sign in. Add for example"
                + System.lineSeparator()
                + "console:" + System.lineSeparator()
                + "  users:" + System.lineSeparator()
                + "    - {name: anna, password: \"${env:GOLDSMITH_ANNA_PASSWORD}\", roles: [steward]}");
    }
}
