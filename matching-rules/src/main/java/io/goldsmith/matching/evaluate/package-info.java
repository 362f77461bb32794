/**
 * Clusters, scored pairs and labels come in; precision, recall, F1, B-cubed, what each threshold would come to, and the pairs that are wrong
 * go out. Labels are read here and nowhere else in the engine: no other stage knows the truth.
 */
package io.goldsmith.matching.evaluate;
