package io.goldsmith.samples.generate;

/** An establishment of a company, as it really is. */
record Organisation(
        CompanyName name, String siren, String siret, String vatNumber, String iban, Home home, String email)
        implements Entity {}
