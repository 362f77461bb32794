package io.goldsmith.mdm.golden;

import java.time.Instant;
import java.util.Optional;

/**
 * The rules under which a version of a golden record was made.
 *
 * @param version of the published rules
 * @param digest SHA-256 of the content, in hexadecimal
 * @param publishedAt since when they were in force
 * @param content the configuration's sections that make golden records, as JSON
 * @param model the match model published with them, as JSON; empty: m and u as the configuration has them
 */
public record RulesThen(int version, String digest, Instant publishedAt, String content, Optional<String> model) {}
