package io.goldsmith.samples.generate;

import java.time.LocalDate;

/**
 * An order in the ERP.
 *
 * @param cents the amount in euro cents, positive
 */
public record ErpOrder(String number, LocalDate date, long cents, String category) {}
