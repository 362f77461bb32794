package io.goldsmith.app.security;

import io.goldsmith.app.rest.PushProblem;
import io.goldsmith.connect.Connectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** The chain of systems that push: no session, no cookie, no user; each request shows by itself whose it is. */
@Configuration(proxyBeanMethods = false)
class PushSecurity {

    @Bean
    @Order(0)
    SecurityFilterChain push(HttpSecurity http, Connectors connectors) throws Exception {
        return http.securityMatcher("/api/push/**")
                .csrf(csrf -> csrf.disable()) // No cookie opens this chain, so no foreign page can use one.
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .addFilterBefore(new PushFilter(connectors), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().hasAuthority(PushFilter.PUSH))
                .exceptionHandling(refused -> refused.authenticationEntryPoint((request, response, why) -> {
                    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                    PushFilter.answer(response, PushProblem.unauthorised());
                }))
                .build();
    }
}
