package io.goldsmith.app.security;

import io.goldsmith.app.rest.PushProblem;
import io.goldsmith.connect.Connectors;
import io.goldsmith.connect.push.PushConnector;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a push in as the connector that its path names: by a bearer token of that connector, or, a webhook, by the signature of its body. A signature
 * covers the body alone, so it opens nothing that is said by method and address.
 */
final class PushFilter extends OncePerRequestFilter {

    /** What a pushing system may do. */
    static final String PUSH = "PUSH";

    private static final String PATH = "/api/push/";
    private static final String SCHEME = "Bearer ";

    private final Connectors connectors;

    PushFilter(Connectors connectors) {
        this.connectors = connectors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String name = connectorOf(request.getServletPath());
        Optional<PushConnector> connector = connectors.push(name);
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        HttpServletRequest passed = request;
        if (connector.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            if (connector.get().opens(header.substring(SCHEME.length()).trim())) {
                letIn(name);
            }
        } else if (isWebhook(connector.get(), request)) {
            int most = connector.get().greatestBatch();
            byte[] body = request.getInputStream().readNBytes(most + 1);
            if (body.length > most) {
                answer(response, PushProblem.tooLong(most));
                return;
            }
            String signature =
                    request.getHeader(connector.get().signatureHeader().orElseThrow());
            if (connector.get().isSigned(signature, body)) {
                letIn(name);
            }
            passed = new ReadRequest(request, body);
        }
        chain.doFilter(passed, response);
    }

    private static boolean isWebhook(PushConnector connector, HttpServletRequest request) {
        return "POST".equals(request.getMethod())
                && connector.signatureHeader().map(request::getHeader).isPresent();
    }

    private static String connectorOf(String path) {
        String rest = path.startsWith(PATH) ? path.substring(PATH.length()) : "";
        return rest.split("/", 2)[0];
    }

    private static void letIn(String connector) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        connector, "", List.of(new SimpleGrantedAuthority(PUSH))));
    }

    /** Answers with a problem document. */
    static void answer(HttpServletResponse response, PushProblem problem) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(PushProblem.MEDIA_TYPE);
        response.getOutputStream().write(problem.json());
    }
}
