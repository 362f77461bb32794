/**
 * The one package that knows the order of the stages: records in, scored pairs and clusters out. Others embed the engine through {@link io.goldsmith.matching.run.Matching}.
 */
package io.goldsmith.matching.run;
