package io.goldsmith.app.security;

import io.goldsmith.app.console.ConsoleSettings;
import io.goldsmith.app.console.ConsoleUser;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The users of the configuration, with hashed passwords: a plain password is hashed once, at the first sign-in after start. */
final class ConsoleUserDetails implements UserDetailsService {

    private final Map<String, UserDetails> users;

    ConsoleUserDetails(ConsoleSettings settings, PasswordEncoder passwords) {
        this.users = settings.users().stream()
                .collect(Collectors.toUnmodifiableMap(ConsoleUser::name, user -> details(user, passwords)));
    }

    private static UserDetails details(ConsoleUser user, PasswordEncoder passwords) {
        String hash = user.passwordHash()
                .or(() -> user.password().map(passwords::encode))
                .orElseThrow();
        List<SimpleGrantedAuthority> granted = user.roles().stream()
                .map(ConsoleUser.Role::authority)
                .map(SimpleGrantedAuthority::new)
                .toList();
        return new User(user.name(), hash, granted);
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        UserDetails found = users.get(name);
        if (found == null) {
            throw new UsernameNotFoundException("No such user");
        }
        // A copy: Spring erases the password of the object once it has been checked.
        return User.withUserDetails(found).build();
    }
}
