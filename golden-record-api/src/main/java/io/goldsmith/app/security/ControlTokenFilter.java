package io.goldsmith.app.security;

import io.goldsmith.app.rest.ControlToken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a request with the control token in as the command line. */
final class ControlTokenFilter extends OncePerRequestFilter {

    /** What the command line may do. */
    static final String CONTROL = "CONTROL";

    private static final String SCHEME = "Bearer ";

    private final ControlToken token;

    ControlTokenFilter(ControlToken token) {
        this.token = token;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.startsWith(SCHEME) && token.matches(header.substring(SCHEME.length()))) {
            SecurityContextHolder.getContext()
                    .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                            "command line", "", List.of(new SimpleGrantedAuthority(CONTROL))));
        }
        chain.doFilter(request, response);
    }
}
