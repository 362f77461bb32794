package io.goldsmith.app.security;

import io.goldsmith.app.console.ConsoleSettings;
import io.goldsmith.app.console.ConsoleUser;
import io.goldsmith.app.rest.ControlToken;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** Two chains: the control endpoints, opened by a token, and the console, opened by signing in; {@link PushSecurity} has a third. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {

    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder();
    }

    @Bean
    UserDetailsService userDetailsService(ConsoleSettings settings, PasswordEncoder passwords) {
        return new ConsoleUserDetails(settings, passwords);
    }

    @Bean
    LoginThrottle loginThrottle(Clock clock) {
        return new LoginThrottle(clock);
    }

    @Bean
    @Order(1)
    SecurityFilterChain control(HttpSecurity http, ControlToken token) throws Exception {
        return http.securityMatcher("/control/**", "/actuator/**")
                .csrf(csrf -> csrf.disable()) // No cookie opens this chain, so no foreign page can use one.
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .addFilterBefore(new ControlTokenFilter(token), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health")
                        .permitAll()
                        .anyRequest()
                        .hasAuthority(ControlTokenFilter.CONTROL))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain console(HttpSecurity http, LoginThrottle throttle) throws Exception {
        return http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers("/login", "/assets/**")
                                .permitAll()
                                .requestMatchers(HttpMethod.GET)
                                .authenticated()
                                .requestMatchers(HttpMethod.HEAD)
                                .authenticated()
                                .requestMatchers("/logout")
                                .authenticated()
                                .anyRequest()
                                .hasAuthority(ConsoleUser.Role.STEWARD.authority()))
                .addFilterBefore(new LoginThrottleFilter(throttle), UsernamePasswordAuthenticationFilter.class)
                .formLogin(login -> login.loginPage("/login")
                        .successHandler(welcome(throttle))
                        .failureHandler(refusal(throttle)))
                .requestCache(cache -> cache.requestCache(wantedPage()))
                .logout(logout -> logout.logoutSuccessUrl("/login?left"))
                .exceptionHandling(refused -> refused.accessDeniedHandler(new RefusedRequests()))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=()")))
                .build();
    }

    private static AuthenticationSuccessHandler welcome(LoginThrottle throttle) {
        SavedRequestAwareAuthenticationSuccessHandler next = new SavedRequestAwareAuthenticationSuccessHandler();
        return (request, response, user) -> {
            throttle.succeeded(LoginThrottleFilter.nameOf(request), request.getRemoteAddr());
            next.onAuthenticationSuccess(request, response, user);
        };
    }

    private static AuthenticationFailureHandler refusal(LoginThrottle throttle) {
        SimpleUrlAuthenticationFailureHandler next = new SimpleUrlAuthenticationFailureHandler("/login?error");
        return (request, response, failure) -> {
            throttle.failed(LoginThrottleFilter.nameOf(request), request.getRemoteAddr());
            next.onAuthenticationFailure(request, response, failure);
        };
    }

    /** Remembers where someone wanted to go, without a mark in the address. */
    private static HttpSessionRequestCache wantedPage() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        return cache;
    }
}
