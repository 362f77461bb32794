/**
 * Clusters and labels come in, precision, recall, F1 and B-cubed go out. Labels are read here and nowhere else in the engine: no other
 * stage knows the truth.
 */
package io.goldsmith.matching.evaluate;
