package io.goldsmith.app.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Sends a sign-in that must wait back to the sign-in page before its password is looked at. */
final class LoginThrottleFilter extends OncePerRequestFilter {

    private static final int LONGEST_NAME = 64;

    private final LoginThrottle throttle;

    LoginThrottleFilter(LoginThrottle throttle) {
        this.throttle = throttle;
    }

    /** The name that a sign-in gives, cut at the length of the longest possible one. */
    static String nameOf(HttpServletRequest request) {
        String name = request.getParameter("username");
        return name == null ? "" : name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod()) || !"/login".equals(request.getServletPath());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (throttle.mustWait(nameOf(request), request.getRemoteAddr())) {
            response.sendRedirect("/login?wait");
        } else {
            chain.doFilter(request, response);
        }
    }
}
