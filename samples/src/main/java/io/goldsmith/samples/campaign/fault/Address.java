package io.goldsmith.samples.campaign.fault;

/** Where a customer lives, in one spelling for all systems. */
record Address(String street, String postcode, String town) {}
