package io.goldsmith.app.console;

import java.util.List;
import java.util.Optional;

/**
 * Someone who may sign in to the console. Exactly one of the two forms of the password is given.
 *
 * @param name the sign-in name; decisions are recorded under it
 * @param password the password itself, from the environment or a file; hashed at start
 * @param passwordHash its bcrypt hash
 * @param roles what they may do
 */
public record ConsoleUser(String name, Optional<String> password, Optional<String> passwordHash, List<Role> roles) {

    public ConsoleUser {
        password = password == null ? Optional.empty() : password;
        passwordHash = passwordHash == null ? Optional.empty() : passwordHash;
        roles = roles == null ? List.of() : List.copyOf(roles);
        if (password.isPresent() == passwordHash.isPresent()) {
            throw new IllegalArgumentException(
                    "console.users: user " + name + " needs either password or password-hash, but has "
                            + (password.isPresent() ? "both" : "neither"));
        }
    }

    /** What a user may do. */
    public enum Role {
        /** Sees everything and decides. */
        STEWARD,
        /** Sees everything and decides nothing. */
        VIEWER;

        /** What a signed-in user of the role is granted. */
        public String authority() {
            return "ROLE_" + name();
        }
    }

    /** Does not show the password. */
    @Override
    public String toString() {
        return "ConsoleUser[" + name + ", " + roles + "]";
    }
}
