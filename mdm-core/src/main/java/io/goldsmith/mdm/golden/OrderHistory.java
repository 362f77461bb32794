package io.goldsmith.mdm.golden;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Recency, frequency and amount of a customer's orders, over all its source records. */
public record OrderHistory(GoldenId id, LocalDate lastOrder, long orders, BigDecimal amount) {}
