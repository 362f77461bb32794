/**
 * The hub's folder. {@code goldsmith.yaml} comes in, is checked as a whole against the schemas of all sections, and goes out as the
 * entity model, the source systems and one settings record per section.
 */
package io.goldsmith.mdm.model;
