/**
 * CSV files come in, a complete match.yaml goes out: columns are surveyed on a sample of the records, comparisons follow from what they
 * hold, and blocking rules are chosen by the pairs and the likely matches that each is measured to bring. Labels are never looked at.
 */
package io.goldsmith.matching.suggest;
