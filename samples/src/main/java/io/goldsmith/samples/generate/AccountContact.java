package io.goldsmith.samples.generate;

import java.time.Instant;

/** In the CRM: a contact works for an account. */
public record AccountContact(String accountKey, String contactKey, String role, Instant lastModified) {}
