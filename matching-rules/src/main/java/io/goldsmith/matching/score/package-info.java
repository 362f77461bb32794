/**
 * Levels come in, match weights and grades go out, with an explanation as data. The same code scores one pair and a hundred million.
 */
package io.goldsmith.matching.score;
